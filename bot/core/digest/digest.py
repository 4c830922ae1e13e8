"""The digest of one cycle as a value: what is frozen, stored, approved and printed.

Carries the reply behind every quoted line, never its author. Decides nothing and has no
sentences of its own: how it reads is in reading.py.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from bot.core.framework import Principle
from bot.core.places import ZoneName
from bot.core.prompts import PracticeId
from bot.core.sectors import Sector
from bot.core.values import Utc, Value


class Breadth(StrEnum):
    """How widely a question was answered: always in words, never a score or a percentage."""

    NOBODY = "nobody"
    SOME = "some"
    FEW = "few"
    SEVERAL = "several"
    MANY = "many"


class QuotedLine(Value):
    """One member's own words. `sector` only where naming it is safe; else it is "a partner"."""

    reply_id: str
    words: str
    sector: Sector | None = None
    shortened: bool = False


class AskedQuestion(Value):
    """One question, all its askings together, and what was said to it.

    `asked_on` are local days, `channels` how many it was asked in. `carried`: asked for an
    earlier meeting, and answered too late for its digest. `one_voice`: exactly one person
    answered. The words of `unquoted` replies are not printed for want of their authors' yes (or
    by the partnership's terms), those of `unapproved` ones because they came to be quotable, or
    changed, after a coordinator had approved the digest. Both kinds are counted.
    """

    prompt_id: str
    practices: tuple[PracticeId, ...]
    text: str
    follow_up: str | None = None
    asked_on: tuple[date, ...]
    channels: int
    carried: bool = False
    breadth: Breadth | None = None
    one_voice: bool = False
    lines: tuple[QuotedLine, ...] = ()
    unquoted: int = 0
    unapproved: int = 0


class Section(Value):
    """One principle and the questions asked about it alone; empty when there were none."""

    principle: Principle
    questions: tuple[AskedQuestion, ...] = ()


class BoardQuestion(Value):
    """A question for the board to take into the room."""

    id: str
    practice: PracticeId
    text: str


class Counts(Value):
    """How many people and replies the digest rests on; left-out replies are in neither."""

    people: int
    replies: int
    late: int


class Made(Value):
    """How the digest was made, as counts and settings.

    `left_out`: replies kept out at their authors' wish; None where the number could point at
    somebody. `held_back`: replies in which the guard noticed something. `questions` and
    `channels` are of this cycle, without what was carried over.
    """

    questions: int
    channels: int
    first_on: date | None
    last_on: date | None
    cut_at: Utc
    quotes: Literal["ask", "assumed", "never"]
    minimum_people: int
    minimum_agencies: int
    left_out: int | None
    held_back: int = 0
    version: str


class Digest(Value):
    """What the board is given before one meeting.

    "questions-again": too few people replied to share anything safely, so it holds the
    questions and nothing of what was said; `counts` and every `breadth` are None.
    """

    kind: Literal["digest", "questions-again"]
    partnership_id: str
    partnership: str
    board: str
    cycle_id: str
    meeting_on: date
    meeting_at: Utc
    zone: ZoneName
    sections: tuple[Section, ...]
    joins: tuple[AskedQuestion, ...] = ()
    invited: tuple[Sector, ...] = ()
    board_questions: tuple[BoardQuestion, ...] = ()
    counts: Counts | None = None
    made: Made

    @property
    def questions(self) -> tuple[AskedQuestion, ...]:
        """Every question in the order in which the digest prints it, the joining ones last."""
        own = tuple(question for section in self.sections for question in section.questions)
        return own + self.joins


def quoted_reply_ids(digest: Digest) -> frozenset[str]:
    """The replies whose words are printed: a withdrawal of any of them changes the digest."""
    return frozenset(line.reply_id for asked in digest.questions for line in asked.lines)
