"""The digest of one cycle as a value: what is frozen, stored, approved and printed.

Carries the replies behind every line, never their authors. Decides nothing and has no
sentences of its own: how it reads is in reading/.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core.digest.heard import AskedQuestion, Line, LineKind, Thread
from bot.core.digest.since import Changed, LastTime
from bot.core.framework import Principle
from bot.core.places import ZoneName
from bot.core.prompts import PracticeId
from bot.core.sectors import Sector
from bot.core.values import Utc, Value


class Cover(Value):
    """What stands at the head of a board paper, beside the board's name and the date. `standing`
    says that it is not yet what the board is given; empty once it is."""

    standing: str = ""
    agenda_item: str = ""
    author: str
    purpose: str
    asked_to: tuple[str, ...]
    foreword: str = ""


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
    """How many people and replies the digest rests on, and where every one of them is.

    `replies` = `in_themes` + `alone` + `loose`. Replies that are `off_topic`, or were left out
    at their authors' wish, are in none of these.
    """

    people: int
    replies: int
    late: int
    in_themes: int
    alone: int
    loose: int
    off_topic: int = 0


class Method(Value):
    """How replies were grouped: by which method and model, each with its version.

    `model`: "" when none was at hand; then everything stands alone. `decisions`: how many a
    person made while sorting; 0: nobody sorted.
    """

    name: str = ""
    version: str = ""
    model: str = ""
    decisions: int = 0


class Made(Value):
    """How the digest was made, as counts and settings.

    `left_out`: replies kept out at their authors' wish; None where the number could point at
    somebody. `held_back`: replies in which the guard noticed something. `hidden`: the reason of
    each line that a coordinator hid; `reworded`: how many lines have a coordinator's words.
    `questions` and `channels` are of this cycle, without what was carried over.
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
    hidden: tuple[str, ...] = ()
    reworded: int = 0
    method: Method = Method()
    version: str


class Digest(Value):
    """What the board is given before one meeting.

    "questions-again": too few people replied to share anything safely, so it holds the
    questions and nothing of what was said; `counts` and every `breadth` are None.
    """

    form: Literal[2] = 2
    kind: Literal["digest", "questions-again"]
    partnership_id: str
    partnership: str
    board: str
    cycle_id: str
    meeting_on: date
    meeting_at: Utc
    zone: ZoneName
    cover: Cover
    last_time: LastTime | None = None
    sections: tuple[Section, ...]
    joins: tuple[AskedQuestion, ...] = ()
    threads: tuple[Thread, ...] = ()
    changed: Changed | None = None
    invitation: str = ""
    invited: tuple[Sector, ...] = ()
    board_questions: tuple[BoardQuestion, ...] = ()
    counts: Counts | None = None
    made: Made

    @property
    def tz(self) -> ZoneInfo:
        """The zone in which its days and times are told."""
        return ZoneInfo(self.zone)

    @property
    def questions(self) -> tuple[AskedQuestion, ...]:
        """Every question in the order in which the digest prints it, the joining ones last."""
        own = tuple(question for section in self.sections for question in section.questions)
        return own + self.joins

    def lines(self) -> Iterator[Line]:
        """Every line that somebody said, in the order in which it reads. One may come twice."""
        for asked in self.questions:
            yield from asked.lines
        for thread in self.threads:
            yield from (side.line for side in thread.sides if side.line is not None)


def printed_words(digest: Digest) -> dict[str, str]:
    """The replies whose own words are printed, with the words: a change of any changes it."""
    return {
        line.reply_ids[0]: line.words for line in digest.lines() if line.kind is LineKind.QUOTED
    }
