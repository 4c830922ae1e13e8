"""What Dots says to a member about answering privately: in the form, and instead of it."""

from datetime import date

from bot.core.answering.form import Thanks
from bot.core.answering.window import Window
from bot.core.words import day_in_words

LONGER = (
    "Up to 3,000 characters. If you have more to say, send the first part here and the rest in the "
    "thread, or to a coordinator."
)


def too_late(window: Window) -> str:
    """Answer privately was pressed when no new private reply is taken any more."""
    if window is Window.ISSUED:
        return (
            "The digest for this round has been issued, so this question can no longer be "
            "answered privately, and private replies can no longer be changed. A coordinator can "
            "tell you what was printed."
        )
    return (
        "The draft of this round's digest has been made, so a new private reply would not be in "
        "it. You can still answer in the thread, where late replies go to the next digest."
    )


def late_note(meeting_on: date) -> str:
    """Above the form, once a question's time is over and its digest is not drafted yet."""
    return (
        "This question has closed, and a late answer is welcome: it will be in the digest for the "
        f"meeting on {day_in_words(meeting_on)}, marked as late."
    )


def earlier(said_on: date) -> str:
    """Above a form that shows what its reader answered before."""
    return (
        f"You answered this privately on {day_in_words(said_on)}. Here it is: change it and save, "
        "or take it back."
    )


def own(question: str) -> str:
    """To one member about themselves: a question they answered privately. They can change it."""
    return f"You answered this privately: “{question}”"


READ_OR_CHANGE = "Read or change it"
"""On the button below."""


def words_label() -> str:
    """Over the box for the words."""
    return "Your answer"


def visibility_label() -> str:
    """Over the three ways."""
    return "Who may read it"


VISIBILITIES = (
    ("not-named", "The board, without my name"),
    ("coordinators", "The coordinators only"),
    ("in-thread", "Everybody in the thread, with my name"),
)
"""The three ways, each with what it is called where it is chosen."""

QUOTING = (
    ("quote", "Yes, my own words"),
    ("count-only", "No, only count me in"),
)


def quoting_label() -> str:
    """Over the choice about quotes."""
    return "May the digest print your words?"


def kept(thanks: Thanks) -> list[str]:
    """A private reply is kept: where it goes, and until when it can be changed."""
    return [line for line in (_where(thanks), _held(thanks), _until(thanks)) if line]


def _where(thanks: Thanks) -> str:
    if thanks.for_coordinators_only:
        return "Thank you. It is kept for the coordinators only, without your name."
    late = " It came after the question had closed, and is marked as late." if thanks.late else ""
    return (
        f"Thank you. It is kept without your name, for the digest for {thanks.board} on "
        f"{day_in_words(thanks.meeting_on)}.{late}"
    )


def _held(thanks: Thanks) -> str:
    if not thanks.held:
        return ""
    return "A coordinator looks at it first. Until then it is in no digest."


def _until(thanks: Thanks) -> str:
    return (
        f"Until {day_in_words(thanks.change_until)} you can press Answer privately again to read "
        "it, change it or take it back."
    )


def taken_back() -> str:
    """A private reply was erased at its author's wish."""
    return "Taken back. Dots has deleted it, and nobody will read it."


_NOT_KEPT = {
    "elsewhere": "You changed this reply in another window after you opened this one, so nothing "
    "was kept from here. Your words are below, for you to copy. Close this, and press Answer "
    "privately to see the reply as it is.",
    "drafted": "While you were writing, the draft of this round's digest was made, so a new "
    "private reply would not be in it and nothing was kept. Your words are below, for you to "
    "copy: you can still answer in the thread, where late replies go to the next digest.",
    "issued": "While you were writing, the digest of this round was issued, so nothing was kept "
    "or changed. Your words are below, for you to copy.",
    "gone": "Dots no longer knows this question, so nothing was kept. Your words are below, for "
    "you to copy. A coordinator can help.",
}


def not_kept(became: str) -> str:
    """Why what somebody sent was not kept; their words stand below it."""
    return _NOT_KEPT[became]


def in_thread() -> str:
    """For somebody who wants their name to stand beside their answer."""
    return (
        "A reply under your name is your own message, so that you alone can edit or delete it. "
        "Nothing is kept here. Copy your words, close this, and paste them in the thread of the "
        "question."
    )


def no_words() -> str:
    """The form was sent with nothing in it."""
    return "There are no words in it yet. A half-formed thought is enough."


def form_not_opened() -> str:
    """Slack did not open the form in time."""
    return (
        "Slack did not open the form this time. Nothing of yours was kept or lost. Please press "
        "the button once more."
    )
