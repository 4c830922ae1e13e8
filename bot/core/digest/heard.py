"""What was heard, as values: a line, a theme, a question with all that was said to it, a thread.

Lines carry the replies behind them, never their authors. Decides nothing, has no sentences.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from bot.core.framework import Principle
from bot.core.prompts import PracticeId
from bot.core.sectors import Sector
from bot.core.themes.grouping import Language
from bot.core.values import Value


class Breadth(StrEnum):
    """How widely something was said: always in words, never a score or a percentage."""

    NOBODY = "nobody"
    SOME = "some"
    FEW = "few"
    SEVERAL = "several"
    MANY = "many"


class LineKind(StrEnum):
    """Whose words a line has, or why it has none."""

    QUOTED = "quoted"
    PUT = "put"
    WAITING = "waiting"
    NEVER = "never"
    NOT_APPROVED = "not-approved"
    HIDDEN = "hidden"


class Line(Value):
    """One thing that somebody said.

    `reply_ids`: the reply itself first, then those in nearly the same words. `words` are its
    author's (QUOTED) or a coordinator's (PUT). The other kinds have none: its author has not said
    yes, the partnership never prints words, they came or changed after approval, or a coordinator
    hid them, for a `reason`. `sector` only where naming it is safe; else it is "a partner".
    """

    kind: LineKind
    reply_ids: tuple[str, ...]
    words: str = ""
    sector: Sector | None = None
    shortened: bool = False
    language: Language | None = None
    reason: str = ""

    @property
    def has_words(self) -> bool:
        """True when there is something to read."""
        return self.kind in (LineKind.QUOTED, LineKind.PUT)


class Voices(Value):
    """From which parts of the partnership something came, as far as that may be said.

    `sectors` are named; `others`: there were more, of at least two sectors. `at_least` is how
    many sectors those words admit to, so it tells nothing besides; 0: "partners" is all.
    """

    sectors: tuple[Sector, ...] = ()
    others: bool = False
    at_least: int = 0


class Reading(Value):
    """One of two sides of a theme that pull apart. Raised by people, never agreed by them."""

    reply_ids: tuple[str, ...]
    line: Line | None = None


class Strand(Value):
    """A part of a large theme that hangs together more closely than the whole."""

    reply_ids: tuple[str, ...]
    line: Line | None = None


class ThemeHeard(Value):
    """What several people said about one question.

    `label` is made of words that at least two of them used; `named`: a coordinator's words stand
    there instead. Both may be missing. `lines` stand for it, in their authors' words; with two
    `readings` each has its own.
    """

    id: str
    label: str = ""
    named: bool = False
    breadth: Breadth
    voices: Voices = Voices()
    reply_ids: tuple[str, ...]
    lines: tuple[Line, ...] = ()
    readings: tuple[Reading, ...] = ()
    strands: tuple[Strand, ...] = ()

    def all_lines(self) -> Iterator[Line]:
        """Every line under this theme, in the order in which it reads."""
        yield from self.lines
        yield from (one.line for one in self.readings if one.line is not None)
        yield from (one.line for one in self.strands if one.line is not None)


class AskedQuestion(Value):
    """One question, all its askings together, and what was said to it.

    `asked_on` are local days, `channels` how many it was asked in. `carried`: asked for an
    earlier meeting, and answered too late for its digest. `people`: how many answered, where they
    are enough to be a number. `views`: single views, each a full line. `loose`: what is not
    easily grouped (no words, or a language that the method does not know).
    """

    id: str
    prompt_id: str
    practices: tuple[PracticeId, ...]
    text: str
    follow_up: str | None = None
    asked_on: tuple[date, ...]
    channels: int
    carried: bool = False
    breadth: Breadth | None = None
    people: int | None = None
    themes: tuple[ThemeHeard, ...] = ()
    views: tuple[Line, ...] = ()
    loose: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line under this question, in the order in which it reads."""
        themed = tuple(line for theme in self.themes for line in theme.all_lines())
        return (*themed, *self.views, *self.loose)


class Side(Value):
    """One end of a thread: what was said under one principle that belongs to it."""

    principle: Principle
    theme_ids: tuple[str, ...] = ()
    reply_ids: tuple[str, ...]
    line: Line | None = None


class Thread(Value):
    """Something that runs across two or three principles, with words from each side."""

    id: str
    label: str = ""
    named: bool = False
    sides: tuple[Side, ...]
    breadth: Breadth
    voices: Voices = Voices()
