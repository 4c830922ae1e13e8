"""A period of a partnership's rounds as evidence for its yearly report: what was asked, how widely
it was answered, what went to the board, what it answered, what was held back. Prints nothing."""

from collections.abc import Iterator
from datetime import date, datetime

from bot.core.digest.digest import Digest
from bot.core.digest.reading.heard import how_widely
from bot.core.digest.reading.parts import Fact, Heading, ListItem, Paragraph, Part, Role
from bot.core.digest.since import BoardAnswer
from bot.core.framework import PRACTICES
from bot.core.sentences.board import carried_answer
from bot.core.values import Value
from bot.core.words import counted, day_in_words, listed


class Round(Value):
    """One cycle: its meeting, the digest that the board had (None when it had none), and what it
    answered."""

    meeting_on: date
    digest: Digest | None
    answers: tuple[BoardAnswer, ...] = ()


Decision = tuple[datetime, str, str, str, str, str | None]
"""When, in UTC; where; who, by member id; what; the id of what it was about; why."""


class Evidence(Value):
    """The rounds of one partnership whose meetings lie in a period, both ends included."""

    partnership: str
    board: str
    start: date
    end: date
    rounds: tuple[Round, ...]


def title(evidence: Evidence) -> str:
    """The pack's title."""
    span = f"{day_in_words(evidence.start)} to {day_in_words(evidence.end)}"
    return f"Evidence of listening, {span}"


def parts(evidence: Evidence) -> Iterator[Part]:
    """The whole pack, in reading order, under its title."""
    meetings = counted(len(evidence.rounds), "meeting", "meetings")
    yield Fact(label="Partnership", values=(evidence.partnership,))
    yield Fact(label="Board", values=(evidence.board,))
    yield Fact(label="Rounds", values=(f"{meetings} in this period",))
    yield Paragraph(text=_ABOUT)
    for one in evidence.rounds:
        yield from _round(one)
    yield Heading(level=2, text="How this was made", role=Role.MADE)
    yield Paragraph(text=_METHOD)


_ABOUT = (
    "What a partnership asked itself about how it works together, what the board was given, and "
    "what it answered. Views are not a survey and do not show how common something is."
)

_METHOD = (
    "Everything here stands in digests that the board was given, or was recorded as its answer. "
    "How widely a question was answered is told in words, as it was then: numbers of different "
    "papers could be compared to find one person. The words of members are in the digests only."
)


def _round(one: Round) -> Iterator[Part]:
    heading = f"The meeting on {day_in_words(one.meeting_on)}"
    yield Heading(level=2, text=heading, role=Role.HEARD)
    if one.digest is None:
        yield Paragraph(text="The board was given no digest for this meeting.")
        return
    yield Heading(level=3, text="What was asked, and how widely it was answered")
    for line in asked(one.digest):
        yield ListItem(text=line)
    yield Heading(level=3, text="What was heard")
    yield from _items(themes(one.digest), "No theme of this round has a name.")
    yield Heading(level=3, text="What the board answered")
    yield from _items(map(carried_answer, one.answers), "No answer has been recorded.")
    yield Heading(level=3, text="What was held back, and why")
    yield from _items(withheld(one.digest), "Nothing was held back.")


def asked(digest: Digest) -> Iterator[str]:
    """Each question with its practices and how widely it was answered."""
    for each in digest.questions:
        labels = listed([PRACTICES[practice].label for practice in each.practices])
        widely = how_widely(digest, each)
        yield " ".join(filter(None, (f"“{each.text}” About {labels}.", widely)))


def themes(digest: Digest) -> Iterator[str]:
    """The names of the themes and threads that the digest printed."""
    for each in digest.questions:
        yield from (theme.label for theme in each.themes if theme.label)
    yield from (thread.label for thread in digest.threads if thread.label)


def withheld(digest: Digest) -> Iterator[str]:
    """What the digest said it held back, and why."""
    made = digest.made
    if made.left_out:
        number = counted(made.left_out, "reply", "replies")
        yield f"{number} at the wish of those who wrote them."
    if made.held_back:
        number = counted(made.held_back, "reply", "replies")
        yield f"{number} in which something could have pointed at a person."
    yield from (f"A line, because: {reason}" for reason in made.hidden)


def _items(texts: Iterator[str], otherwise: str) -> Iterator[Part]:
    found = list(texts)
    yield from (ListItem(text=text) for text in found)
    if not found:
        yield Paragraph(text=otherwise)
