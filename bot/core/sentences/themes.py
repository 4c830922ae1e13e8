"""How the themes of somebody's own replies are told at the command line."""

from collections.abc import Iterator, Sequence

from bot.core.themes.grouping import Grouping, Theme
from bot.core.themes.reach import Reach
from bot.core.themes.said import Said
from bot.core.words import counted

NO_NAME = "no words that two people share"

ONLY_SURE = "Replies so few are for a person to sort: only what is surely alike was put together."

LINE = 160
"""Characters of a reply that are shown; enough to know it again."""


def themes_in_words(said: Sequence[Said], made: Grouping) -> Iterator[str]:
    """Theme by theme in the order of their questions, then what stands alone, then how it was
    made. Never who said anything."""
    text = {each.id: each.text for each in said}
    group = {each.id: each.group for each in said}
    for name in sorted(set(group.values())):
        if name:
            yield f"# {name}"
        for theme in made.themes:
            if theme.group == name:
                yield from _theme(theme, text)
        yield from _alone("Said once", [each for each in made.singles if group[each] == name], text)
        left = [each for each in made.not_easily_grouped if group[each] == name]
        yield from _alone("Not easily grouped", left, text)
        off = [each for each in made.off_topic if group[each] == name]
        yield from _alone("Not an answer", off, text)
    yield _made(made)


def _theme(theme: Theme, text: dict[str, str]) -> Iterator[str]:
    sure = f"{theme.sureness:.0%} of its pairs are expected to be right"
    yield f"{theme.name or NO_NAME}: {counted(len(theme.members), 'reply', 'replies')} ({sure})"
    for member in theme.members:
        yield f"  - {_short(text[member])}"
    for part in theme.subthemes:
        yield f"  part: {counted(len(part), 'reply', 'replies')} such as: {_short(text[part[0]])}"
    if theme.readings:
        yield f"  seen differently: {_short(text[theme.readings[1][0]])}"
    yield ""


def _alone(heading: str, replies: Sequence[str], text: dict[str, str]) -> Iterator[str]:
    if replies:
        yield f"{heading}: {counted(len(replies), 'reply', 'replies')}"
        yield from (f"  - {_short(text[reply])}" for reply in replies)
        yield ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LINE else line[: LINE - 1].rstrip() + "…"


def _made(made: Grouping) -> str:
    placed = sum(len(theme.members) for theme in made.themes)
    few = f" {ONLY_SURE}" if Reach.SURE in made.method.name else ""
    return (
        f"{counted(len(made.replies), 'reply', 'replies')}: {placed} in "
        f"{counted(len(made.themes), 'theme', 'themes')}, {len(made.singles)} said once, "
        f"{len(made.not_easily_grouped)} not easily grouped, {len(made.off_topic)} no answer. "
        f"Nobody sorted them.{few} Method: {made.method.name}, version {made.method.version}, "
        f"{made.method.table or 'no table'}."
    )
