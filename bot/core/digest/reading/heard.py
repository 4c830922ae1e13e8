"""How a question reads, with all that was said to it: themes, single views, what is not grouped."""

from collections.abc import Iterator, Sequence

from bot.core.digest.digest import Digest, Made, Section
from bot.core.digest.heard import (
    AskedQuestion,
    Breadth,
    Line,
    LineKind,
    Reading,
    ThemeHeard,
    Voices,
)
from bot.core.digest.reading.parts import Heading, Paragraph, Part, Quote, Role
from bot.core.framework import PRACTICES
from bot.core.themes.grouping import Language
from bot.core.words import counted, day_in_words, listed, sentence

# Dates of one question before they are told as a span. A judgement: a longer list is not read.
_DATES_LISTED = 3

_BREADTH = {
    Breadth.NOBODY: "Nobody has answered this yet.",
    Breadth.SOME: "Answered by some of {everyone} people.",
    Breadth.FEW: "Answered by one or a few of {everyone} people.",
    Breadth.SEVERAL: "Answered by several of {everyone} people.",
    Breadth.MANY: "Answered by many of {everyone} people.",
}

_RAISED = {
    Breadth.FEW: "one or a few of the {people} who answered",
    Breadth.SEVERAL: "several of the {people} who answered",
    Breadth.MANY: "many of the {people} who answered",
}
_RAISED_BY_SOME = "more than one person, of the few who answered"

_UNNAMED = "Said in other words by each"
_NO_QUOTE = "Nobody who said this has said yes to being quoted."
_NEVER_QUOTED = "This partnership does not print members' words."
_TWO_READINGS = "Two readings of this stand side by side."

_LANGUAGES = {
    Language.WELSH: "in Welsh",
    Language.MIXED: "partly not in English",
    Language.OTHER: "not in English",
}

_WITHOUT_WORDS = {
    LineKind.WAITING: (
        "view waits for its author's yes",
        "views wait for their authors' yes",
    ),
    LineKind.NEVER: (
        "view is counted and not printed",
        "views are counted and not printed",
    ),
    LineKind.NOT_APPROVED: (
        "view is not quoted because it came or changed after this digest was approved",
        "views are not quoted because they came or changed after this digest was approved",
    ),
    LineKind.HIDDEN: (
        "view is hidden by a coordinator; how this was made says why",
        "views are hidden by a coordinator; how this was made says why",
    ),
}


def section(digest: Digest, whole: Section) -> tuple[Part, ...]:
    """One principle: its questions, or that there were none."""
    principle = whole.principle
    heading = Heading(level=2, text=principle.title, role=Role.HEARD, principle=principle)
    if whole.questions:
        return (heading, *(part for one in whole.questions for part in question(digest, one)))
    joined = any(
        PRACTICES[practice].principle is principle
        for asked in digest.joins
        for practice in asked.practices
    )
    nothing = "No question was asked about this principle alone in this cycle."
    see = " It was asked about together with another: see “Where the dots join”."
    return (heading, Paragraph(text=nothing + see * joined))


def question(digest: Digest, asked: AskedQuestion) -> tuple[Part, ...]:
    """One question, when it was asked and how widely answered, and all that was said to it."""
    about = f"{_about(asked)} {_when(asked)} {how_widely(digest, asked)}".rstrip()
    follow_up = (Paragraph(text=f"And then: {asked.follow_up}"),) if asked.follow_up else ()
    return (
        Heading(level=3, text=asked.text),
        *follow_up,
        Paragraph(text=about, small=True),
        *(part for one in asked.themes for part in _theme(digest.made, asked, one)),
        *_alone(_views_heading(asked), asked.views),
        *_alone("Not easily grouped", asked.loose),
    )


def raised_by(voices: Voices, breadth: Breadth, people: int | None) -> str:
    """Who raised something, and how widely: "police and other partners: several of the ..."."""
    widely = _RAISED.get(breadth, _RAISED_BY_SOME).format(people=people)
    return f"Raised by {voices_in_words(voices)}: {widely}."


def voices_in_words(voices: Voices) -> str:
    """The sectors that may be named and "other partners", or only "partners"."""
    named = [one.label for one in voices.sectors]
    if not named:
        return "partners"
    return listed([*named, "other partners"] if voices.others else named)


def quoted(line: Line, attribution: str = "") -> Quote:
    """A line with words: whose they are, and what a reader should know of them."""
    remarks = (
        "put into words by a coordinator" if line.kind is LineKind.PUT else "",
        _LANGUAGES[line.language] if line.language else "",
        "shortened" if line.shortened else "",
    )
    told = ", ".join(one for one in (attribution, *remarks) if one)
    return Quote(
        words=line.words,
        attribution=sentence(told),
        own=line.kind is LineKind.QUOTED,
        language=line.language,
    )


def whose(line: Line) -> str:
    """The sector a line came from, where that may be said."""
    return f"from {line.sector.label}" if line.sector else "a partner"


def _about(asked: AskedQuestion) -> str:
    named = [PRACTICES[practice] for practice in asked.practices]
    if len(named) == 1:
        return f"About {named[0].label}."
    ties = [f"{practice.principle.title} ({practice.label})" for practice in named]
    return f"Ties {ties[0]} to {ties[1]}."


def _when(asked: AskedQuestion) -> str:
    days = [day_in_words(day) for day in asked.asked_on]
    on = f"on {listed(days)}" if len(days) <= _DATES_LISTED else f"from {days[0]} to {days[-1]}"
    if asked.carried:
        return f"Asked for an earlier meeting, {on}; what follows came too late for its digest."
    where = f", in {asked.channels} channels" if asked.channels > 1 else ""
    return f"Asked {on}{where}."


def how_widely(digest: Digest, asked: AskedQuestion) -> str:
    if asked.breadth is None or digest.counts is None:
        return ""
    return _BREADTH[asked.breadth].format(everyone=digest.counts.people)


def _theme(made: Made, asked: AskedQuestion, theme: ThemeHeard) -> Iterator[Part]:
    yield Heading(level=4, text=sentence(theme.label) or _UNNAMED)
    readings = f" {_TWO_READINGS}" if theme.readings else ""
    raised = raised_by(theme.voices, theme.breadth, asked.people)
    yield Paragraph(text=f"{raised}{readings}{_silence(made, theme)}", small=True)
    yield from (quoted(line, whose(line)) for line in theme.lines)
    yield from _readings(theme.readings)
    for strand in theme.strands:
        if strand.line:
            yield quoted(strand.line, f"within it, {whose(strand.line)}")


def _silence(made: Made, theme: ThemeHeard) -> str:
    """Why nobody's words stand under a theme."""
    if any(line.has_words for line in theme.all_lines()):
        return ""
    return f" {_NEVER_QUOTED if made.quotes == 'never' else _NO_QUOTE}"


def _readings(readings: Sequence[Reading]) -> Iterator[Part]:
    for name, reading in zip(("one reading", "another reading"), readings, strict=False):
        if reading.line:
            yield quoted(reading.line, f"{name}, {whose(reading.line)}")
        else:
            yield Paragraph(text=f"{sentence(name)} is counted; nobody's words stand for it.")


def _views_heading(asked: AskedQuestion) -> str:
    if len(asked.views) > 1:
        return "Different views, each from one person"
    return "A different view" if asked.themes or asked.loose else "One view"


def _alone(heading: str, lines: Sequence[Line]) -> Iterator[Part]:
    """Single lines with words, one after the other, and how many have none, and why."""
    if not lines:
        return
    yield Heading(level=4, text=heading)
    spoken = [line for line in lines if line.has_words]
    yield from (quoted(line, whose(line) if line.sector else "") for line in spoken)
    more = "more " if spoken else ""
    for kind, (one, many) in _WITHOUT_WORDS.items():
        number = sum(line.kind is kind for line in lines)
        if number:
            told = sentence(counted(number, more + one, more + many))
            yield Paragraph(text=f"{told}.", small=True)
