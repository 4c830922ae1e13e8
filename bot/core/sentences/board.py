"""What Dots says to the board: around its digest, and about what it answers."""

from datetime import date

from bot.core.digest.since import Answer, BoardAnswer
from bot.core.words import counted, day_in_words, sentence


def not_signed_off() -> str:
    """On a digest that went out without a coordinator's word, as the settings allow."""
    return "Nobody has signed this off: no coordinator decided about it before its issue date."


def page_gone() -> str:
    """A later page of a draft that has become shorter."""
    return "This page is no longer needed: the draft above is complete."


def more_pages(last: int) -> str:
    """On the first page of several: where the others are. `last` counts from 0."""
    pages = "Page 2 is" if last == 1 else f"Pages 2 to {last + 1} are"
    return f"{pages} in the thread of this message."


_ANSWERED = {
    Answer.DID: "We did this.",
    Answer.WILL: "We will do this.",
    Answer.CANNOT: "We cannot do this, and say why.",
    Answer.THINKING: "We are still thinking.",
}


def answer(kind: Answer) -> str:
    """One of the four answers, as a choice and as it is told."""
    return _ANSWERED[kind]


def call(board: str, meeting_on: date) -> str:
    """After a meeting: what does the board answer?"""
    return (
        f"{sentence(board)} met on {day_in_words(meeting_on)} with the digest. What does it answer "
        "to each question and theme? An answer can be short, and “still thinking” is one. It goes "
        "back to everybody who was asked, and opens the next digest. No new questions are sent "
        "before that, unless a coordinator goes on."
    )


def carried_intro(board: str, meeting_on: date) -> str:
    """The opening of what goes back to those who were asked."""
    return (
        f"Thank you for what you said. {sentence(board)} had it on {day_in_words(meeting_on)}, "
        "and answers:"
    )


def carried_answer(one: BoardAnswer) -> str:
    """One answer, as it goes back to those who were asked."""
    by = f"by {day_in_words(one.by)}" if one.by else ""
    who = ", ".join(part for part in (one.owner, by) if part)
    told = [f"“{one.about}” {answer(one.answer)}", one.words, f"({who})" if who else ""]
    return " ".join(part for part in told if part)


def answered_so_far(answered: int, of: int) -> str:
    """Above the list of what there is to answer."""
    return (
        f"{answered} of {of} have an answer. Nothing goes back to anybody before you carry it back."
    )


def no_answer_yet() -> str:
    """Beside a question or theme without an answer."""
    return "No answer has been recorded yet."


def carried(channels: int) -> str:
    """The answers are on their way."""
    return f"The board's answers go back to {counted(channels, 'channel', 'channels')} now."


def gone_on() -> str:
    """A coordinator goes on without the board's answer."""
    return "Questions go on. The board's answers can still be recorded and carried back."


def waits() -> str:
    """A prompt was not sent because the board has not answered."""
    return (
        "A prompt was not sent, because the board has not answered the last digest yet: people "
        "should hear what became of what they said before they are asked again. Record the "
        "board's answers, or go on without them, in the message about its meeting above. The "
        "practice comes round again."
    )


def names_somebody() -> str:
    """An answer in which the guard noticed something that could point at a person."""
    return (
        "Something in this looks like a name, a number or another detail that could point at a "
        "person. It goes to everybody who was asked, so please say it without: a role or a team "
        "is enough."
    )


def nothing_of_that() -> str:
    """No published digest, or no such line in it."""
    return "There is no published digest with that in it. Nothing was changed."


def not_the_board() -> str:
    """Somebody who neither coordinates nor reads in the board's channel."""
    return "The board's answers are recorded by its members, or by a coordinator."


def nothing_answered() -> str:
    """Carry back was pressed before anything was answered."""
    return "Nothing has been answered yet, so there is nothing to carry back."


_FIELDS = {
    "answer": "What does the board answer?",
    "words": "In its own words",
    "words-hint": "Everybody who was asked reads this. No names of children, families or workers.",
    "owner": "Who sees to it",
    "owner-hint": "A role or a team, such as the exploitation sub-group.",
    "by": "By when",
}


def field(name: str) -> str:
    """A label or hint in the form for the board's answer."""
    return _FIELDS[name]
