"""How a digest reads: every sentence of ours in it, as neutral parts. Decides nothing.

British spelling; short, plain, calm. It offers questions: no ranking, no verdict, no advice.
"""

from zoneinfo import ZoneInfo

from bot.core.digest.digest import AskedQuestion, Breadth, Digest, Made, QuotedLine, Section
from bot.core.digest.making import making
from bot.core.digest.parts import Heading, ListItem, Paragraph, Part, Quote
from bot.core.framework import PRACTICES
from bot.core.words import counted, day_in_words, listed, moment_in_words, sentence

_WHAT_THIS_IS = (
    "Dots asks open questions about how we work together, never about a child. {here} "
    "It offers questions for the meeting, and no verdicts. "
    "It is not a referral, and not a record of concerns. "
    "{people} people replied. Their views are not a survey, and do not show how common "
    "something is."
)
_IN_THEIR_WORDS = "Here is what members of the partnership said, in their own words."
_WITHOUT_WORDS = (
    "Here is how widely members of the partnership answered; their words are not printed."
)

_TOO_FEW = (
    "Fewer than three people have replied in a way that we may share. That is too few to print "
    "what anybody said without pointing at them, so nothing of it is here. "
    "Here are the questions again, to talk about in the room."
)

_BREADTH = {
    Breadth.NOBODY: "Nobody has answered this yet.",
    Breadth.SOME: "Some of the {everyone} people who replied answered this.",
    Breadth.FEW: "One or a few of the {everyone} people who replied answered this.",
    Breadth.SEVERAL: "Several of the {everyone} people who replied answered this.",
    Breadth.MANY: "Many of the {everyone} people who replied answered this.",
}

_YES_MISSING = (
    "reply is not quoted because its author has not said yes",
    "replies are not quoted because their authors have not said yes",
)
_NEVER_PRINTED = (
    "reply is counted but not printed: this partnership does not print members' words",
    "replies are counted but not printed: this partnership does not print members' words",
)
_UNAPPROVED = (
    "reply is not quoted because it came or changed after this digest was approved",
    "replies are not quoted because they came or changed after this digest was approved",
)

_GENERAL_INVITATION = (
    "We would be glad to hear from more of the partnership: every service, group, parent or "
    "carer that has not answered yet, and anybody with a half-formed thought."
)
_INVITATION = (
    "We would be glad to hear more from the parts of the partnership named here. "
    "Nobody has answered from there yet, or too few people to say so without pointing at them. "
    "An answer can be short, and “still thinking” is welcome."
)

# Dates of one question before they are told as a span. A judgement: a longer list is not read.
_DATES_LISTED = 3


def title(digest: Digest) -> str:
    """The digest's title, short enough to stand on every page."""
    what = "Digest" if digest.kind == "digest" else "The questions again,"
    return f"{what} for {digest.board}, {day_in_words(digest.meeting_on)}"


def parts(digest: Digest) -> tuple[Part, ...]:
    """The whole digest, in reading order, under its title."""
    told = digest.kind == "digest"
    return (
        *_opening(digest),
        *(part for section in digest.sections for part in _section(digest, section)),
        *_joins(digest),
        *(_invitation(digest) if told else ()),
        *_for_the_board(digest),
        Heading(level=2, text="How this was made"),
        *(ListItem(text=line) for line in making(digest)),
    )


def _opening(digest: Digest) -> tuple[Part, ...]:
    meeting = moment_in_words(digest.meeting_at.astimezone(ZoneInfo(digest.zone)))
    return (
        Paragraph(text=f"{digest.partnership}. For the meeting on {meeting}."),
        Paragraph(text=_what_this_is(digest)),
    )


def _what_this_is(digest: Digest) -> str:
    if digest.counts is None:
        return _TOO_FEW
    here = _WITHOUT_WORDS if digest.made.quotes == "never" else _IN_THEIR_WORDS
    return _WHAT_THIS_IS.format(here=here, people=digest.counts.people)


def _section(digest: Digest, section: Section) -> tuple[Part, ...]:
    heading = Heading(level=2, text=section.principle.title)
    if section.questions:
        return (heading, *(part for one in section.questions for part in _question(digest, one)))
    joined = any(
        PRACTICES[practice].principle is section.principle
        for question in digest.joins
        for practice in question.practices
    )
    nothing = "No question was asked about this principle alone in this cycle."
    see = " It was asked about together with another: see “Where the dots join”."
    return (heading, Paragraph(text=nothing + see * joined))


def _joins(digest: Digest) -> tuple[Part, ...]:
    if not digest.joins:
        return ()
    heading = Heading(level=2, text="Where the dots join")
    return (heading, *(part for one in digest.joins for part in _question(digest, one)))


def _question(digest: Digest, asked: AskedQuestion) -> tuple[Part, ...]:
    follow_up = (Paragraph(text=f"And then: {asked.follow_up}"),) if asked.follow_up else ()
    about = f"{_about(asked)} {_when(asked)} {_how_widely(digest, asked)}".rstrip()
    return (
        Heading(level=3, text=asked.text),
        *follow_up,
        Paragraph(text=about),
        *((Heading(level=4, text="One view"),) if asked.one_voice else ()),
        *(_quote(line) for line in asked.lines),
        *_not_quoted(digest.made, asked),
    )


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
    return f"Asked {on}, in {counted(asked.channels, 'channel', 'channels')}."


def _how_widely(digest: Digest, asked: AskedQuestion) -> str:
    if asked.breadth is None or digest.counts is None:
        return ""
    return _BREADTH[asked.breadth].format(everyone=digest.counts.people)


def _quote(line: QuotedLine) -> Quote:
    who = f"From {line.sector.label}" if line.sector else "A partner"
    short = " (shortened)" if line.shortened else ""
    return Quote(words=line.words, attribution=who + short)


def _not_quoted(made: Made, asked: AskedQuestion) -> tuple[Part, ...]:
    if asked.one_voice and not asked.lines:
        return (Paragraph(text=_one_view_waits(made, asked)),)
    more = "more " if asked.lines else ""
    told = (
        (asked.unquoted, _NEVER_PRINTED if made.quotes == "never" else _YES_MISSING),
        (asked.unapproved, _UNAPPROVED),
    )
    return tuple(
        Paragraph(text=f"{sentence(counted(number, more + one, more + many))}.")
        for number, (one, many) in told
        if number
    )


def _one_view_waits(made: Made, asked: AskedQuestion) -> str:
    if made.quotes == "never":
        return "One view was given. This partnership does not print members' words."
    if asked.unquoted:
        return "One view waits for its author's yes, so its words are not printed here."
    return "One view came or changed after this digest was approved, so it is not printed here."


def _invitation(digest: Digest) -> tuple[Part, ...]:
    return (
        Heading(level=2, text="Who we have not heard from, or not enough"),
        Paragraph(text=_INVITATION if digest.invited else _GENERAL_INVITATION),
        *(ListItem(text=sentence(sector.label)) for sector in digest.invited),
    )


def _for_the_board(digest: Digest) -> tuple[Part, ...]:
    if not digest.board_questions:
        return ()
    return (
        Heading(level=2, text="Questions to take into the room"),
        *(
            ListItem(text=f"{PRACTICES[one.practice].principle.title}: {one.text}")
            for one in digest.board_questions
        ),
    )
