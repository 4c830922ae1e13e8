"""What Dots says of a message on its way, and of one that could not be sent."""

from bot.core.outbox import Kind


def what(kind: Kind, question: str | None) -> str:
    """A message in the words of a coordinator."""
    named = f" “{question}”" if question else ""
    return {
        Kind.PROMPT: f"The prompt{named}",
        Kind.REMINDER: f"The reminder about{named or ' a prompt'}",
        Kind.DRAFT: "The draft digest",
        Kind.REFRESH: "A change to the draft digest",
        Kind.DIGEST: "The digest",
        Kind.PAPER: "The digest as a file, beside its text,",
        Kind.FILES: "Word of files that somebody asked for",
        Kind.FILE: "A file that somebody asked for",
        Kind.PRIVATE: "A private line to a member",
        Kind.WHISPER: "A private line to a member",
        Kind.NOTE: "A note to the coordinators",
        Kind.HELLO: "A first word to a channel",
        Kind.QUESTION: "A coordinator's question to an author",
        Kind.ANSWERED: "An author's answer to a coordinator",
        Kind.SOLVED: "A change of a note to the coordinators",
        Kind.CALL: "The question what the board answers",
        Kind.CARRY: "The board's answer to those who were asked",
        Kind.CARRY_AGAIN: "A change of the board's answer",
        Kind.WARNING: "A private line to a member",
        Kind.WORDING: "A private line to a member",
        Kind.CONSENT: "A private line to a member",
        Kind.LATE: "A private line to a member",
        Kind.AGAIN: "A private line to a member",
        Kind.WEEKLY: "The line at the beginning of a week",
        Kind.POST: "Word of private replies",
        Kind.HOLD: "Word of a held reply",
        Kind.HOLD_CHANGED: "A change to word of a held reply",
        Kind.ALERT: "Word of a possible concern to a safeguarding contact",
        Kind.PROPOSED: "A question that a member suggests",
        Kind.PROPOSED_NOW: "What became of a suggested question",
        Kind.DECIDED: "The answer to somebody who suggested a question",
    }[kind]


_REMEDIES = {
    "not_in_channel": "Dots is not in that channel. Invite it there with /invite @Dots.",
    "channel_not_found": "Slack does not know that channel, or it is private and Dots is not in "
    "it. Check the channel id in the schedule file and invite Dots with /invite @Dots.",
    "is_archived": "That channel is archived. Unarchive it, or put another channel in the "
    "schedule file.",
    "missing_scope": "The Slack app lacks a permission it needs. {doctor} Add it on the app's "
    "page, and install the app again.",
    "restricted_action": "The workspace's settings do not let Dots post there. A workspace "
    "admin can allow it.",
    "invalid_auth": "Slack did not accept the bot's token. {doctor}",
}

_UNKNOWN = "Slack said “{reason}”. {doctor} If that does not help, ask whoever runs Dots."


def remedy(reason: str, *, by_doctor: bool = False) -> str:
    """What a person can do about one of Slack's errors. `by_doctor`: dots doctor says it."""
    doctor = "See the other findings." if by_doctor else "Run dots doctor, which says more."
    return _REMEDIES.get(reason, _UNKNOWN).format(reason=reason, doctor=doctor)


def too_late() -> str:
    """Why a message was not sent after its time."""
    return "Dots could not send it in time, and later would have been too late to be of use."


def cannot_post(what_: str, where: str, remedy_: str) -> str:
    """A post that a person can still put right."""
    return (
        f"{what_} could not be posted in {where} yet. {remedy_} It is tried again every 15 minutes."
    )


def not_posted(kind: Kind, what_: str, where: str, cause: str) -> str:
    """A post that will not happen any more."""
    then = {
        Kind.PROMPT: " Its practice comes round again; dots plan shows the rest of the plan.",
        Kind.REMINDER: " The prompt stays open without it.",
        Kind.DRAFT: " dots digest prints the draft.",
        Kind.PAPER: " The digest's text does not need it; dots digest --pdf writes it.",
        Kind.DIGEST: " Nobody on the board has seen it there; dots digest prints it, so that you "
        "can bring it to them.",
    }.get(kind, "")
    return f"{what_} was not posted in {where}. {cause}{then}"
