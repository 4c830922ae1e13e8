"""How the joins read: threads across principles with words from each side, and their picture."""

from collections.abc import Iterator

from bot.core.digest.digest import Digest
from bot.core.digest.heard import Thread
from bot.core.digest.reading.heard import question, quoted, raised_by
from bot.core.digest.reading.parts import Drawing, Heading, ListItem, Paragraph, Part, Role
from bot.core.digest.reading.picture import UNNAMED, in_words, picture
from bot.core.words import listed, sentence

_HOW_TO_READ = (
    "Each row is something that people said under more than one principle. A dot stands in the "
    "lane of each principle it was heard under. The wider the line, the more sectors it came from."
)
_NOTHING_JOINS = (
    "Nothing that was said ran across the principles clearly enough to show. They belong together "
    "all the same: which of the themes above would not move without another?"
)
_ALT = "Three lanes, one for each principle, and {rows}. The list below says the same in words."


def joins(digest: Digest) -> Iterator[Part]:
    """The picture, what it shows in words, each thread, and the joining questions."""
    told = digest.kind == "digest"
    if not told and not digest.joins:
        return
    yield Heading(level=2, text="Where the dots join", role=Role.JOINS)
    if told:
        yield from _picture(digest)
    for thread in digest.threads:
        yield from _thread(digest, thread)
    for asked in digest.joins:
        yield from question(digest, asked)


def _picture(digest: Digest) -> Iterator[Part]:
    drawn = picture(digest)
    if drawn is None:
        yield Paragraph(text=_NOTHING_JOINS)
        return
    rows = "one row that crosses them"
    if len(drawn.rows) > 1:
        rows = f"{len(drawn.rows)} rows that cross them"
    yield Paragraph(text=_HOW_TO_READ, small=True)
    yield Drawing(picture=drawn, alt=_ALT.format(rows=rows))
    yield from (ListItem(text=one) for one in in_words(drawn))


def _thread(digest: Digest, thread: Thread) -> Iterator[Part]:
    yield Heading(level=3, text=sentence(thread.label or UNNAMED))
    across = listed([side.principle.title for side in thread.sides])
    people = digest.counts.people if digest.counts else None
    raised = raised_by(thread.voices, thread.breadth, people)
    yield Paragraph(text=f"Runs across {across}. {raised}", small=True)
    for side in thread.sides:
        if side.line:
            yield quoted(side.line, f"under {side.principle.title}")
