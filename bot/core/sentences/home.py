"""What Dots says of itself: the app's home page and `/dots`."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.words import counted, day_in_words, moment_in_words, sentence


def open_now(question: str, closes_at: datetime, answered: int) -> str:
    """A question that is open, for coordinators; `closes_at` is local."""
    said = counted(answered, "answer", "answers")
    return f"Open until {moment_in_words(closes_at)}: “{question}” {sentence(said)} so far."


def draft_waits(issue_on: date) -> str:
    """A draft that nobody has decided about."""
    return f"The draft digest waits for your decision; it is due on {day_in_words(issue_on)}."


def proposals_wait(number: int) -> str:
    """Questions that members proposed, and nobody has decided about."""
    waits = "waits" if number == 1 else "wait"
    said = counted(number, "proposed question", "proposed questions")
    return sentence(f"{said} {waits} for your decision in the coordinators' channel.")


def held_wait(number: int) -> str:
    """Replies and lines that the guard holds, and nobody has decided about."""
    if number == 1:
        return "1 held reply or line waits for somebody to look at it."
    return f"{number} held replies or lines wait for somebody to look at them."


def needs_you(matters: Sequence[str]) -> str:
    """What needs somebody, on the home page."""
    if not matters:
        return "Nothing needs you."
    return "This needs you:\n" + "\n".join(f"• {each}" for each in matters)


def about_dots() -> str:
    """What Dots is, in three sentences."""
    return (
        "Dots asks this partnership open, curious questions about how we work together, gathers "
        "what people say, and lays it before the board ahead of each meeting. "
        "Answer in the thread under a prompt. "
        "It never asks about a child, and it is not a way to report a concern."
    )


def not_understood(meant: str) -> str:
    """Something else was typed after /dots; `meant` is what it may have been."""
    if meant:
        return f"Did you mean /dots {meant}? Nothing was done."
    return "Dots did not understand that, so nothing was done. This is what it knows:"


def command_help() -> str:
    """What /dots understands."""
    return (
        "/dots next: what comes next, and the plan (coordinators)\n"
        "/dots propose: suggest a question, or have the next one set aside\n"
        "/dots pause, /dots resume: let everything wait, or go on (coordinators)\n"
        "/dots setup: set up a partnership\n"
        "/dots privacy: who sees your answers in this round\n"
        "/dots help: this"
    )


def only_coordinators() -> str:
    """The plan is shown to coordinators."""
    return (
        "The plan is shown to this partnership's coordinators. The next question stands under "
        "“Help choose questions” beneath a prompt, and in the form of /dots propose."
    )


def nothing_planned() -> str:
    """No prompt and no meeting lies ahead."""
    return "Nothing is planned, because no board meeting lies ahead."
