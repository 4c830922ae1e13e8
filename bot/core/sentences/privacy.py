"""What Dots says about who sees a reply, and what stands on every prompt."""

from datetime import date

from bot.core.partnership import Privacy
from bot.core.words import day_in_words, sentence

NOT_A_REFERRAL = (
    "Please do not name or describe any child, family or worker here. "
    "This is not a way to report a concern, and nobody watches it for one."
)


_QUOTED = {
    "ask": "Your words are quoted to {board} only if you say yes, and never with your name.",
    "assumed": "Your words may be quoted to {board}, never with your name, unless you say no.",
    "never": "Your words are not quoted to {board}; they only count towards its picture.",
}


def privacy(settings: Privacy, board: str, issue_on: date) -> str:
    """Who sees a reply, until when it can be changed, and when it is deleted: one breath.

    Generated from the live settings; tests hold it against what the code does.
    """
    return (
        "Everyone in the channel sees your reply under your name. "
        f"{_QUOTED[settings.quotes].format(board=board)} "
        f"You can change it or take it back until {day_in_words(issue_on)}; "
        f"{deleted(settings, 'our copy')}."
    )


_PRIVATELY_QUOTED = {
    "ask": "Your words are printed for {board} only if you say yes.",
    "assumed": "Your words may be printed for {board} unless you say no.",
    "never": "Your words are not printed for {board}; they only count towards its picture.",
}


def private_privacy(settings: Privacy, board: str, issue_on: date) -> str:
    """Who reads a private reply, above its box: generated from the live settings, as `privacy` is,
    and held against what the code does by the same tests."""
    return (
        "Your name is not kept with it. The coordinators read it, from the next working morning. "
        f"{_PRIVATELY_QUOTED[settings.quotes].format(board=board)} "
        f"Your sector may stand beside them only once at least {settings.minimum_people} people "
        f"from {settings.minimum_agencies} sectors have replied; otherwise it says “a partner”. "
        f"You can read, change or take it back until {day_in_words(issue_on)}. Until then whoever "
        "runs Dots here could find out that it is yours; after that nobody can. "
        f"{sentence(deleted(settings, 'it'))}."
    )


def privacy_in_full(settings: Privacy, board: str, issue_on: date) -> str:
    """The same and the small print, for those who ask who sees this."""
    return (
        f"{privacy(settings, board, issue_on)}\n"
        f"Your sector is shown beside your words only when at least {settings.minimum_people} "
        f"people from {settings.minimum_agencies} sectors have replied; otherwise it says "
        "“a partner”. If you are the only one from your sector, readers may guess who you are. "
        "The coordinators read replies to prepare the digest. Dots sends your words to nobody but "
        "this workspace. What is written here may have to be disclosed under information law.\n"
        f"If you answer privately: {_lower(private_privacy(settings, board, issue_on))}"
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def deleted(settings: Privacy, what: str) -> str:
    """When a copy is deleted, or that it may not be."""
    if settings.legal_hold:
        return f"{what} is kept while a legal hold lasts, because it may not be deleted"
    return f"{what} is deleted {months(settings.keep_replies_months)} after the meeting"


def months(number: int) -> str:
    """A number of months in words a person would use."""
    return "one month" if number == 1 else f"{number} months"


def footer(front_door: str, out_of_hours: str, lado: str) -> str:
    """The lines that stand on every prompt."""
    return (
        f"{NOT_A_REFERRAL} Child in danger now: 999. Worried about a child: {front_door}, "
        f"out of hours {out_of_hours}. Concern about someone who works with children "
        f"(LADO): {lado}."
    )
