"""Says in words what one version of a draft has that the version before had not, without a word of
anybody's: what was taken back must not stand in a comparison either."""

from collections.abc import Iterator, Mapping

from bot.core.digest.digest import Cover, Digest
from bot.core.digest.heard import AskedQuestion, Line, LineKind
from bot.core.words import counted, sentence

_OURS = {
    "foreword": "The foreword",
    "agenda_item": "The agenda item",
    "author": "The author",
    "purpose": "The purpose",
    "asked_to": "What the board is asked to do",
}
"""The words of a cover that coordinators write, by field."""


def compared(before: Digest, after: Digest) -> tuple[str, ...]:
    """What changed from one version to the next, in the order in which it reads; nothing for equal
    ones. Sentences hold labels of themes and words of coordinators, and no words of members."""
    if before.kind != after.kind:
        few = after.kind == "questions-again"
        return ("Too few replies are left to share: it holds the questions again." if few else
                "Enough people have replied: it holds what was heard.",)  # fmt: skip
    return (
        *_replies(before, after),
        *_cover(before.cover, after.cover),
        *_questions(before, after),
        *_threads(before, after),
        *_for_the_board(before, after),
    )


def _replies(before: Digest, after: Digest) -> Iterator[str]:
    if before.counts is None or after.counts is None:
        return
    more = after.counts.replies - before.counts.replies
    if more:
        said = counted(abs(more), "reply", "replies")
        yield sentence(f"{said} {'more' if more > 0 else 'fewer'} than before.")


def _cover(before: Cover, after: Cover) -> Iterator[str]:
    for field, name in _OURS.items():
        if getattr(before, field) != getattr(after, field):
            yield f"{name} reads otherwise."


def _questions(before: Digest, after: Digest) -> Iterator[str]:
    old = {asked.id: asked for asked in before.questions}
    for asked in after.questions:
        if asked.id in old:
            where = f"Under “{asked.text}”: "
            yield from (f"{where}{what}" for what in _under(old[asked.id], asked))


def _under(before: AskedQuestion, after: AskedQuestion) -> Iterator[str]:
    yield from _named(
        {theme.id: theme.label for theme in before.themes},
        {theme.id: theme.label for theme in after.themes},
    )
    old, new = _by_reply(before), _by_reply(after)
    for reply, line in new.items():
        earlier = old.get(reply)
        if line.kind is LineKind.HIDDEN and (earlier is None or earlier.kind is not line.kind):
            yield f"a line is hidden ({line.reason or 'no reason given'})."
        elif earlier is not None and earlier.kind is LineKind.HIDDEN:
            yield "a line that was hidden is shown again."
        elif line.kind is LineKind.PUT and line.words != (earlier.words if earlier else ""):
            yield f"a line is put as “{line.words}”."
    shown = len(_quoted(new)) - len(_quoted(old))
    if shown:
        lines = counted(abs(shown), "line", "lines")
        yield f"{lines} {'more' if shown > 0 else 'fewer'} in members' own words."
    elif _quoted(new) != _quoted(old):
        yield "other lines than before are in members' own words, or the words changed."


def _threads(before: Digest, after: Digest) -> Iterator[str]:
    named = _named(
        {one.id: one.label for one in before.threads}, {one.id: one.label for one in after.threads}
    )
    yield from (f"Where the dots join: {what}" for what in named)


def _named(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Themes or threads by id: new ones, those with another name, and how many are gone. An old
    name is not said: somebody may have taken back the words that it was made of."""
    for one, label in after.items():
        if one not in before:
            yield f"“{label}” is new." if label else "something without a name is new."
        elif before[one] != label:
            yield f"something is called “{label}” now." if label else "a name is gone."
    gone = len(before.keys() - after.keys())
    if gone:
        yield f"{counted(gone, 'theme is', 'themes are')} gone."


def _for_the_board(before: Digest, after: Digest) -> Iterator[str]:
    old = {each.id: each.text for each in before.board_questions}
    new = {each.id for each in after.board_questions}
    if gone := len(old.keys() - new):
        left_out = counted(gone, "question for the board is", "questions for the board are")
        yield sentence(f"{left_out} left out.")
    for asked in after.board_questions:
        if asked.id not in old:
            yield f"A question for the board is new: “{asked.text}”"
        if old.get(asked.id, asked.text) != asked.text:
            yield f"A question for the board reads otherwise: “{asked.text}”"
    if before.invitation != after.invitation:
        yield "Who we have not heard from reads otherwise."


def _by_reply(asked: AskedQuestion) -> dict[str, Line]:
    return {line.reply_ids[0]: line for line in asked.lines}


def _quoted(lines: Mapping[str, Line]) -> dict[str, str]:
    return {reply: line.words for reply, line in lines.items() if line.kind is LineKind.QUOTED}
