"""What Dots says about questions that members propose, or would rather not be asked."""

from datetime import date

from bot.core.asking.wording import RULES, Remark
from bot.core.framework import PRACTICES
from bot.core.words import day_in_words, sentence


def which_partnership() -> str:
    """A command was typed where Dots cannot tell whose questions are meant."""
    return (
        "Dots looks after the questions of several partnerships. Please type this in one of your "
        "partnership's channels, or press “Help choose questions” under a prompt there."
    )


def form_not_opened() -> str:
    """Slack did not open the form in time."""
    return "The form did not open in time. Nothing is lost: please press again."


def about_proposing(partnership: str) -> str:
    """Above the box for a question."""
    return (
        f"Suggest a question for {partnership}: open, single and curious, about how we work "
        "together and never about a child or a family."
    )


def what_follows() -> str:
    """Under the boxes of the form."""
    return (
        "The coordinators see your question, and not that it is yours unless you write your name "
        "above. They accept it, ask for a change or say why not, and Dots writes to you either "
        "way. Who suggested it is forgotten once it is decided."
    )


QUESTION, PRACTICE, CREDIT = (
    "Your question",
    "What is it about?",
    "Your name or group, if it should stand beside the question",
)
CREDIT_HINT = "Leave it empty, and nobody is named."
NOT_SURE = "I am not sure: the coordinators may choose"


def next_question(question: str, on: date) -> str:
    """What is planned next."""
    return f"The next question here, planned for {day_in_words(on)}: “{question}”"


def about_aside() -> str:
    """Beside the next question: what a member can do about it."""
    return (
        "If two members would rather not be asked this now, another question takes its place. "
        "Nobody is told who they were, and Dots forgets it once it is settled."
    )


def aside_wished() -> str:
    """Beside the next question, to a member who has asked for it to be set aside."""
    return (
        "You have asked for it to be set aside. If one other member does, another question takes "
        "its place."
    )


_ASIDE = {
    "noted": "Noted. If one other member asks for it too, another question takes its place.",
    "set-aside": "Set aside: another member asked for it as well, and another question takes its "
    "place. The coordinators are told so, and not who asked.",
    "gone": "This question is not the next one any more: it has just gone out, or another stands "
    "in its place already.",
}


def aside(outcome: str) -> str:
    """The answer to somebody who would rather not be asked a question."""
    return _ASIDE[outcome]


def set_aside(question: str, on: date, instead: str | None) -> str:
    """To the coordinators: members have set a question aside."""
    day = day_in_words(on)
    asked = f"Two members asked, each for themselves, for “{question}” ({day}) to be set aside."
    if instead is None:
        return f"{asked} Nothing is asked that day now."
    if instead == question:
        return f"{asked} No other question can take its place, so it stays: the bank holds too few."
    return f"{asked} It was, and who asked is not kept."


_OTHERWISE = {
    "mixed-languages": "Please write it in one language, in English for now; a translator can put "
    "the Welsh beside it.",
    "markup": "Please use plain words only: no mentions, links, emoji or formatting.",
}
"""Rules whose advice speaks of files; this is said to somebody who fills in a form."""

MOST_REMARKS = 3
"""Things said about one question at a time: more would read like a school report."""


def to_change(remarks: tuple[Remark, ...]) -> str:
    """Under the box, when a question cannot be asked as it is."""
    lines = [_OTHERWISE.get(each.rule, each.advice) for each in remarks[:MOST_REMARKS]]
    better = RULES[remarks[0].rule].better
    return f"Nearly there. {' '.join(dict.fromkeys(lines))} For example: {better}"


def already_asked() -> str:
    """Under the box, when the bank holds these very words."""
    return "This question is among those that are asked here already."


def please_look() -> str:
    """Above the form, when there is something to weigh; it may be sent as it is."""
    return "Before you send it: something you may like to change. You can also send it as it is."


def to_weigh(remark: Remark) -> str:
    """One thing to weigh about a question."""
    return f"{sentence(remark.found)}: {remark.advice}"


def take_out(lines: list[str]) -> str:
    """Above the form, when words could identify somebody, or be about somebody at risk."""
    told = "\n".join(f"• {line}" for line in lines)
    return f"Nothing was kept or sent. Please take this out of the question first:\n{told}"


_SENT = {
    "kept": "Thank you. Your question is with the coordinators; Dots writes to you when they have "
    "decided.",
    "same": "Thank you. Somebody has suggested these very words already, and the coordinators are "
    "looking at them.",
    "gone": "This could not be sent: the question was decided meanwhile, or the partnership is not "
    "there any more. Your words are below, for you to copy.",
}


def sent(outcome: str) -> str:
    """What became of a question that somebody suggested."""
    return _SENT[outcome]


def settled() -> str:
    """A proposal that its proposer cannot change any more."""
    return "This question is settled, so it cannot be changed any more. You can suggest another."


def with_coordinators() -> str:
    """A proposal that was sent again already."""
    return "Your question is with the coordinators again. Dots writes to you when they decide."


def proposed(*, again: bool) -> str:
    """To the coordinators, above a proposed question."""
    if again:
        return "A member has changed the question they suggested, and sends it again:"
    return "A member suggests a question for the bank:"


def details(practice: str | None, credit: str | None) -> str:
    """What else its proposer said."""
    named = f"{PRACTICES[practice].label} ({practice})" if practice else ""
    about = f"About {named}" if named else "What it is about is left to you"
    whose = f"to be credited to {credit}" if credit else "without a name"
    return f"{about}; {whose}."


_STANDING = {
    "waiting": "",
    "accepted": "Accepted. It is asked when its practice comes round.",
    "change": "Sent back with a wish for a change.",
    "declined": "Declined.",
}


def standing(state: str) -> str:
    """What a proposal has become, in the coordinators' channel; their words stand below it."""
    return _STANDING[state]


def sent_again() -> str:
    """A proposal that its proposer has changed since."""
    return "Changed since by whoever suggested it, and sent again below."


def decision(state: str, partnership: str, credit: str | None) -> tuple[list[str], list[str]]:
    """To the proposer: what was decided about the question above. Lines before the coordinators'
    own words, and lines after them."""
    if state == "accepted":
        named = f"with the credit you chose, {credit}" if credit else "without a name, as you chose"
        accepted = (
            f"Your question is now one of {partnership}'s own. It is asked when its practice comes "
            f"round, {named}."
        )
        return [accepted, "Thank you. Dots has forgotten who suggested it."], []
    if state == "change":
        return (
            [f"The coordinators of {partnership} ask for a change to your question:"],
            ["You can change it and send it again, or leave it."],
        )
    return (
        [f"The coordinators of {partnership} have decided not to ask your question. They say:"],
        [
            "Thank you for suggesting it; another is welcome at any time. Dots has forgotten who "
            "suggested it."
        ],
    )


def not_reached(question: str) -> str:
    """To the coordinators: the proposer could not be written to."""
    return (
        f"Dots could not reach the member who suggested “{question}”, so they do not know what "
        "you decided. If you know who it was, please tell them."
    )


ACCEPT, CHANGE, DECLINE = "Accept", "Ask for a change", "Decline"
ACCEPT_NOTE = (
    "It joins this partnership's own questions in these words, and the plan is made anew. Whoever "
    "suggested it is told."
)
WISH_LABEL, WISH_HINT = "What would you like changed?", "The member reads it as you write it."
REASON_LABEL, REASON_HINT = "Why not?", "The member reads it as you write it. Please be kind."
ACCEPT_PRACTICE = "Which practice is it about?"

_DECIDED = {
    "accepted": "Accepted. It is one of your own questions now, and whoever suggested it is told.",
    "change": "Sent back to whoever suggested it, with your words.",
    "declined": "Declined. Whoever suggested it is told, with your reason.",
    "faster": "Somebody else has decided this already, or it was changed and sent again. Nothing "
    "was changed.",
    "gone": "This question is not there any more. Nothing was changed.",
    "not-yours": "Only this partnership's coordinators and their deputies can decide about "
    "questions. Nothing was changed.",
}


def decided(outcome: str) -> str:
    """The answer to a coordinator who decided about a proposal."""
    return _DECIDED[outcome]


def suggested_by(credit: str) -> str:
    """On a prompt: whose question it is."""
    return f"Suggested by {credit}."
