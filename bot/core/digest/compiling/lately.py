"""Says what changed since the digest before, by the names of themes. Compares no words itself."""

from collections.abc import Collection, Sequence

from bot.core.digest.digest import Digest
from bot.core.digest.heard import ThemeHeard
from bot.core.digest.since import Before, Changed, Lately, Told
from bot.core.themes.grouping import Grouping
from bot.core.themes.said import Said


def told_now(grouping: Grouping | None, said: Sequence[Said]) -> tuple[Told, ...]:
    """The themes of a grouping, each with the words of the reply that stands best for it."""
    words = {one.id: one.text for one in said}
    return tuple(
        Told(id=theme.id, text=f"{theme.name}. {words[theme.members[0]]}")
        for theme in (grouping.themes if grouping else ())
    )


def before(digest: Digest, withdrawn: Collection[str]) -> Before:
    """A published digest as the next one sees it. `withdrawn`: replies taken back since."""
    themes = [theme for asked in digest.questions for theme in asked.themes]
    printed = {reply for line in digest.lines() if line.has_words for reply in line.reply_ids}
    return Before(
        since=digest.meeting_on,
        themes=tuple(_told(theme) for theme in themes),
        names={theme.id: theme.label for theme in themes if theme.label},
        withdrawn=not printed.isdisjoint(withdrawn),
    )


def changed(
    earlier: Before | None, lately: Lately | None, themes: Sequence[ThemeHeard]
) -> Changed | None:
    """What changed, by name: a theme that has none is not told. None without a digest before."""
    if earlier is None:
        return None
    found = lately or Lately()
    names = {theme.id: theme.label for theme in themes if theme.label}
    return Changed(
        since=earlier.since,
        new=tuple(names[one] for one in found.new if one in names),
        persists=tuple(names[one] for one in found.persisting if one in names),
        faded=tuple(earlier.names[one] for one in found.faded if one in earlier.names),
        withdrawn=earlier.withdrawn,
    )


def _told(theme: ThemeHeard) -> Told:
    line = next((one.words for one in theme.all_lines() if one.has_words), "")
    return Told(id=theme.id, text=f"{theme.label}. {line}")
