"""How the digest reads around what was heard: what changed, who is invited, the board's part."""

from collections.abc import Iterator, Sequence

from bot.core.digest.digest import Digest
from bot.core.digest.reading.parts import Heading, ListItem, Paragraph, Part, Role
from bot.core.digest.since import Answer, BoardAnswer
from bot.core.framework import PRACTICES
from bot.core.words import day_in_words, sentence

_GENERAL_INVITATION = (
    "We would be glad to hear from more of the partnership: every service, group, parent or "
    "carer that has not answered yet, and anybody with a half-formed thought."
)
_INVITATION = (
    "We would be glad to hear more from the parts of the partnership named here. "
    "Nobody has answered from there yet, or too few people to say so without pointing at them. "
    "An answer can be short, and “still thinking” is welcome."
)

_ANSWERS = {
    Answer.DID: "We did this.",
    Answer.WILL: "We will do this.",
    Answer.CANNOT: "We cannot do this.",
    Answer.THINKING: "We are still thinking.",
}

_WITHDRAWN = (
    "Something that stood in the last digest has been taken back since by whoever said it. "
    "It is not said what."
)


def last_time(digest: Digest) -> Iterator[Part]:
    """What the board said last time, and what happened: it opens the next digest."""
    last = digest.last_time
    if last is None:
        return
    yield Heading(level=2, text="What the board said, and what happened", role=Role.LAST_TIME)
    yield Paragraph(text=f"Last time, on {day_in_words(last.meeting_on)}:")
    yield from (ListItem(text=_answer(one)) for one in last.answers)
    for about in last.unanswered:
        yield ListItem(text=f"“{about}” No answer has been recorded yet.")


def _answer(one: BoardAnswer) -> str:
    by = f"by {day_in_words(one.by)}" if one.by else ""
    who = ", ".join(part for part in (one.owner, by) if part)
    told = (f"“{one.about}”", _ANSWERS[one.answer], one.words, f"({who})" if who else "")
    return " ".join(part for part in told if part)


def changed(digest: Digest) -> Iterator[Part]:
    """What is new, what persists and what faded since the last digest."""
    since = digest.changed
    if since is None:
        return
    yield Heading(level=2, text="What changed since last time", role=Role.CHANGED)
    told = [
        *_named("Heard for the first time", since.new),
        *_named("Heard last time too", since.persists),
        *_named("Heard last time, and not this time", since.faded),
    ]
    before = day_in_words(since.since)
    if told:
        yield Paragraph(text=f"Since the meeting on {before}:")
    else:
        yield Paragraph(text=f"No theme has a name, now or at the meeting on {before}.")
    yield from (ListItem(text=one) for one in told)
    if since.withdrawn:
        yield Paragraph(text=_WITHDRAWN)


def _named(what: str, names: Sequence[str]) -> tuple[str, ...]:
    return (f"{what}: {'; '.join(names)}.",) if names else ()


def invitation(digest: Digest) -> Iterator[Part]:
    """Who we have not heard from, as an invitation."""
    yield Heading(level=2, text="Who we have not heard from, or not enough", role=Role.INVITATION)
    usual = _INVITATION if digest.invited else _GENERAL_INVITATION
    yield Paragraph(text=digest.invitation or usual)
    yield from (ListItem(text=sentence(sector.label)) for sector in digest.invited)


def board_questions(digest: Digest) -> Iterator[Part]:
    """What the board takes into the room: questions, never recommendations."""
    if not digest.board_questions:
        return
    yield Heading(level=2, text="Questions to take into the room", role=Role.QUESTIONS)
    for one in digest.board_questions:
        yield ListItem(text=f"{PRACTICES[one.practice].principle.title}: {one.text}")
