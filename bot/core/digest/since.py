"""What happened since the last digest, as values: what changed, and what the board said."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from bot.core.values import Value


class Told(Value):
    """A theme, as far as two digests are compared: its id, and its name with a line of it."""

    id: str
    text: str


class Lately(Value):
    """Themes of now that are new, and that go on from the digest before; and those of the digest
    before that faded. Ids; what is neither plainly alike nor unlike is in none."""

    new: tuple[str, ...] = ()
    persisting: tuple[str, ...] = ()
    faded: tuple[str, ...] = ()


class Before(Value):
    """The digest before, as far as it matters to the next: the day of its meeting, its themes with
    their names, and whether words that it had were taken back since."""

    since: date
    themes: tuple[Told, ...] = ()
    names: Mapping[str, str] = {}
    withdrawn: bool = False


class Changed(Value):
    """How this digest's themes stand to those of the last one, whose meeting was on `since`.

    Each is a theme's name, as it was or is printed. `withdrawn`: words that the last digest had
    in it were taken back after it had gone to the board. It is never said which.
    """

    since: date
    new: tuple[str, ...] = ()
    persists: tuple[str, ...] = ()
    faded: tuple[str, ...] = ()
    withdrawn: bool = False


class Answer(StrEnum):
    """What a board does about a question or a theme."""

    DID = "did"
    WILL = "will"
    CANNOT = "cannot"
    THINKING = "thinking"


class BoardAnswer(Value):
    """The board's answer to one question or theme of the last digest, and who sees to it."""

    about: str
    answer: Answer
    words: str = ""
    owner: str = ""
    by: date | None = None


class LastTime(Value):
    """What the board said at its last meeting. `unanswered`: what it has not answered yet."""

    meeting_on: date
    answers: tuple[BoardAnswer, ...] = ()
    unanswered: tuple[str, ...] = ()
