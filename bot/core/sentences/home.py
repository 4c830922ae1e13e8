"""What Dots says of itself: the app's home page and `/dots`."""


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
        "/dots pause, /dots resume: let everything wait, or go on (coordinators)\n"
        "/dots setup: set up a partnership\n"
        "/dots privacy: who sees your answers in this round\n"
        "/dots help: this"
    )


def only_coordinators() -> str:
    """The plan is shown to coordinators."""
    return "What comes next is shown to this partnership's coordinators. Ask one of them."


def nothing_planned() -> str:
    """No prompt and no meeting lies ahead."""
    return "Nothing is planned, because no board meeting lies ahead."
