"""What Dots says to members: about their answers, and what they chose."""

from datetime import date

from bot.core.words import day_in_words


def private_intro(question: str, board: str) -> str:
    """The opening of the private line."""
    return (
        f"Thank you for answering “{question}”. Only you can see this message. "
        f"Here is what happens to what you say in this round, before {board} meets."
    )


_CHOSEN = {
    "quote": "You said: quote me by sector. You can change this until the digest is issued.",
    "leave-out": "You said: leave me out. Nothing you said in this round will be used, "
    "unless you change this before the digest is issued.",
    "taken-back": "Taken back. Dots has deleted its copy of what you said in this round. "
    "The messages in the channel are yours: delete them in Slack if you want them gone there too.",
    "taken-back-late": "Dots has deleted its copy of what you said in this round. The digest had "
    "already been issued, so what was printed there stands; a coordinator can tell you what.",
    "too-late": "The digest for this round has been issued, so this can no longer be changed. "
    "A coordinator can tell you what was printed.",
    "nothing": "Dots holds nothing of yours from this round, so there is nothing to change.",
}


def chosen(outcome: str) -> str:
    """The answer to a button of the private line."""
    return _CHOSEN[outcome]


def sector_kept(label: str) -> str:
    """The answer to the sector select."""
    return f"Thank you. From now on you bring: {label}. You can change this at any time."


def occurrence_gone() -> str:
    """A button on a prompt that Dots no longer knows."""
    return "Dots no longer knows this prompt. A coordinator can help."


def reminder(question: str, closes_on: str) -> str:
    """The one reminder. It names nobody."""
    return (
        f"Still open until {closes_on}: “{question}” A short, unfinished or “I don't know yet” "
        "answer is welcome in this thread. This is the only reminder."
    )


def how_to_answer() -> str:
    """How to answer a prompt."""
    return (
        "Answer in this thread, or press Answer privately: two minutes and half a thought are "
        "enough."
    )


def sector_question() -> str:
    """Asks a member for their sector, once."""
    return "Which part of the partnership do you bring? It is asked once, and you can change it."


def not_heard_yet() -> str:
    """Before Dots knows anything about a person's replies in a round."""
    return "You have not answered in this round yet, so Dots holds nothing of yours from it."


def late(question: str, meeting_on: date | None) -> str:
    """Thanks for a reply that came after its question had closed; in which digest it will be."""
    where = (
        f"It will be in the digest for the meeting on {day_in_words(meeting_on)}, marked as late."
        if meeting_on
        else "It is kept for the next digest; its meeting is not planned yet."
    )
    return f"Thank you for your late answer to “{question}”. {where}"


def consent_intro(board: str) -> str:
    """Asks the author of words that would stand in the digest, once."""
    return (
        f"A draft of the digest for {board} has been made, and words of yours would stand in it as "
        "they are, without your name. May they? Without a word from you they are counted and not "
        "printed. You can change this until the digest is issued, and are not asked again."
    )


_CONSENTED = {
    "quote": "You said yes: your own words may be printed. You can change this until the digest is "
    "issued.",
    "count-only": "You said no: your words are counted and not printed. You can change this until "
    "the digest is issued.",
    "too-late": "The digest for this round has been issued, so this can no longer be changed. "
    "A coordinator can tell you what was printed.",
    "nothing": "Dots holds nothing of yours here any more, so there is nothing to change.",
}


def consented(outcome: str) -> str:
    """The answer to an author's yes or no."""
    return _CONSENTED[outcome]


def form_unknown() -> str:
    """A form that this version of Dots does not know was sent."""
    return (
        "Dots does not know this form any more, so nothing of it was kept. Please copy your "
        "words, close it, and answer in the thread of the prompt instead."
    )
