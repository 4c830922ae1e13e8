"""How a digest opens: its title, the cover block that boards know, and what this is."""

from collections.abc import Iterator

from bot.core.digest.compiling.breadth import PEOPLE_FOR_AMOUNTS
from bot.core.digest.digest import Digest
from bot.core.digest.reading.parts import Fact, Paragraph, Part
from bot.core.words import day_in_words, moment_in_words, sentence

_WHAT_THIS_IS = (
    "Dots asks open questions about how we work together, never about a child. {here} "
    "It offers questions for the meeting, and no verdicts. "
    "It is not a referral, and not a record of concerns."
)
_IN_THEIR_WORDS = "Here is what members of the partnership said, in their own words."
_WITHOUT_WORDS = "Here is what members of the partnership said; their words are not printed."

_NO_SURVEY = (
    "{people} people replied{few}. Their views are not a survey, and do not show how common "
    "something is."
)
_FEW_PEOPLE = ", which is few"

_TOO_FEW = (
    "Fewer than three people have replied in a way that we may share. That is too few to print "
    "what anybody said without pointing at them, so nothing of it is here. "
    "Here are the questions again, to talk about in the room."
)


def title(digest: Digest) -> str:
    """The digest's title, short enough to stand on every page."""
    what = "Digest" if digest.kind == "digest" else "The questions again,"
    return f"{what} for {digest.board}, {day_in_words(digest.meeting_on)}"


def opening(digest: Digest) -> tuple[Part, ...]:
    """The cover block, a coordinator's foreword if there is one, and what this is."""
    cover = digest.cover
    foreword = (Paragraph(text=cover.foreword),) if cover.foreword else ()
    return (*_cover(digest), *foreword, *(Paragraph(text=one) for one in what_this_is(digest)))


def what_this_is(digest: Digest) -> tuple[str, ...]:
    """What the paper is, and how many people it rests on."""
    if digest.counts is None:
        return (_TOO_FEW,)
    here = _WITHOUT_WORDS if digest.made.quotes == "never" else _IN_THEIR_WORDS
    return (_WHAT_THIS_IS.format(here=here), *no_survey(digest))


def no_survey(digest: Digest) -> tuple[str, ...]:
    """How many people it rests on, and that this is no survey."""
    if digest.counts is None:
        return ()
    people = digest.counts.people
    few = _FEW_PEOPLE if people < PEOPLE_FOR_AMOUNTS else ""
    return (_NO_SURVEY.format(people=people, few=few),)


def _cover(digest: Digest) -> Iterator[Fact]:
    cover = digest.cover
    meeting = moment_in_words(digest.meeting_at.astimezone(digest.tz))
    if cover.standing:
        yield Fact(label="Standing", values=(cover.standing,))
    yield Fact(label="Board", values=(sentence(digest.board),))
    yield Fact(label="Partnership", values=(digest.partnership,))
    yield Fact(label="Meeting", values=(meeting,))
    if cover.agenda_item:
        yield Fact(label="Agenda item", values=(cover.agenda_item,))
    yield Fact(label="Author", values=(sentence(cover.author),))
    yield Fact(label="Purpose", values=(f"For {cover.purpose}",))
    yield Fact(label="The board is asked to", values=cover.asked_to)
