"""What Dots says to a member who wants to be left in peace, and when it is time again."""

from datetime import date

from bot.core.words import day_in_words


def not_now_intro() -> str:
    """Above the form of Not now."""
    return (
        "Until that day Dots asks you nothing privately, and nobody is told. The question stays "
        "open in the channel, and you can answer it whenever you like. It ends by itself."
    )


def until_label() -> str:
    """Over the day."""
    return "In peace until"


REMIND = ("remind", "Write to me then, if something is open")
"""The one thing that may be asked for with it."""


def not_a_day(first: date, last: date) -> str:
    """A day on which a snooze cannot end."""
    return (
        f"Please choose a day from {day_in_words(first)} to {day_in_words(last)}. Nothing was "
        "changed."
    )


def kept(until_on: date, *, remind: bool) -> str:
    """A snooze is kept."""
    word = (
        " Dots writes to you then, if a question is open."
        if remind
        else " Dots will not write to you about it; what is asked then stands in the channel."
    )
    return f"Not before {day_in_words(until_on)}.{word} Press Not now again to change this."


def already(until_on: date) -> str:
    """Above the form, for somebody who is left in peace already."""
    return f"You are left in peace until {day_in_words(until_on)}."


def ended() -> str:
    """Somebody is back sooner."""
    return "Welcome back. Dots may write to you privately again."


def muted() -> str:
    """Somebody wants no more suggestions about wording."""
    return "You will get no more suggestions about wording. What concerns safety still comes."


def again(many: bool) -> str:
    """A reminder that its reader asked for."""
    what = "These questions are open" if many else "This question is open"
    return f"You asked Dots to write to you today. {what}, if you have a thought:"
