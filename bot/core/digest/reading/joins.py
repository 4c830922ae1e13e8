"""How the joins read: threads across principles with words from each side, and their picture."""

from collections.abc import Iterator

from bot.core.digest.compiling.quoting import beginning
from bot.core.digest.digest import Digest
from bot.core.digest.heard import Thread
from bot.core.digest.reading.heard import question, quoted, raised_by
from bot.core.digest.reading.parts import Drawing, Heading, Paragraph, Part, Role
from bot.core.digest.reading.picture import apart_in_words, ends_in_words, picture, row_of
from bot.core.words import sentence

_HOW_TO_READ = (
    "A row is something that people said under more than one principle, with a mark in the lane of "
    "each. The wider its line, the more sectors it came from."
)
_NOTHING_JOINS = (
    "Nothing that was said ran across the principles clearly enough to show. They belong together "
    "all the same: which of the themes above would not move without another?"
)
_ALT = "Three lanes, one for each principle, and {rows}. What follows says the same in words."

# Characters of a quote that stands above in full, where it is told again. A judgement: enough to
# know it by.
AT_A_GLANCE = 90


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
    alt = (_ALT.format(rows=rows), *apart_in_words(drawn))
    yield Drawing(picture=drawn, alt=" ".join(alt))


def _thread(digest: Digest, thread: Thread) -> Iterator[Part]:
    """Says all that its row of the picture shows, and who said it. Words that already stand under
    a question are told by their beginning."""
    row = row_of(digest, thread)
    yield Heading(level=3, text=sentence(row.label))
    people = digest.counts.people if digest.counts else None
    raised = raised_by(thread.voices, thread.breadth, people)
    yield Paragraph(text=f"Runs across {ends_in_words(row)}. {raised}", small=True)
    above = {line.reply_ids[0] for asked in digest.questions for line in asked.lines}
    for side in thread.sides:
        if side.line:
            again = side.line.reply_ids[0] in above
            words = beginning(side.line.words, AT_A_GLANCE) if again else side.line.words
            told = side.line.model_copy(update={"words": words})
            yield quoted(told, f"under {side.principle.title}")
