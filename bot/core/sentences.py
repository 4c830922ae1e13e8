"""What Dots says to people, in one place. British spelling; plain, calm, short.

Each function gives finished text from values; nothing here decides whether to say it.
"""

from datetime import date

from bot.core.outbox import Kind
from bot.core.partnership import Privacy
from bot.core.words import day_in_words

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
        f"our copy is deleted {months(settings.keep_replies_months)} after the meeting."
    )


def privacy_in_full(settings: Privacy, board: str, issue_on: date) -> str:
    """The same and the small print, for those who ask who sees this."""
    return (
        f"{privacy(settings, board, issue_on)}\n"
        f"Your sector is shown beside your words only when at least {settings.minimum_people} "
        f"people from {settings.minimum_agencies} sectors have replied; otherwise it says "
        "“a partner”. If you are the only one from your sector, readers may guess who you are. "
        "The coordinators read replies to prepare the digest. Dots sends your words to nobody but "
        "this workspace. What is written here may have to be disclosed under information law."
    )


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


def what(kind: Kind, question: str | None) -> str:
    """A message in the words of a coordinator."""
    named = f" “{question}”" if question else ""
    return {
        Kind.PROMPT: f"The prompt{named}",
        Kind.REMINDER: f"The reminder about{named or ' a prompt'}",
        Kind.DRAFT: "The draft digest",
        Kind.REFRESH: "A change to the draft digest",
        Kind.DIGEST: "The digest",
        Kind.PRIVATE: "A private line to a member",
        Kind.WHISPER: "A private line to a member",
        Kind.NOTE: "A note to the coordinators",
    }[kind]


_REMEDIES = {
    "not_in_channel": "Dots is not in that channel. Invite it there with /invite @Dots.",
    "channel_not_found": "Slack does not know that channel, or it is private and Dots is not in "
    "it. Check the channel id in the schedule file and invite Dots with /invite @Dots.",
    "is_archived": "That channel is archived. Unarchive it, or put another channel in the "
    "schedule file.",
    "missing_scope": "The Slack app lacks a permission it needs. Run dots doctor to see which, "
    "add it on the app's page, and install the app again.",
    "restricted_action": "The workspace's settings do not let Dots post there. A workspace "
    "admin can allow it.",
    "invalid_auth": "Slack did not accept the bot's token. Run dots doctor.",
}


def remedy(reason: str) -> str:
    """What a person can do about one of Slack's errors."""
    return _REMEDIES.get(
        reason, f"Slack said “{reason}”. Run dots doctor, or ask whoever runs Dots."
    )


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
        Kind.DIGEST: " Nobody on the board has seen it there; dots digest prints it, so that you "
        "can bring it to them.",
    }.get(kind, "")
    return f"{what_} was not posted in {where}. {cause}{then}"


def prompt_removed(question: str, where: str) -> str:
    """Somebody deleted a prompt in Slack."""
    return (
        f"The prompt “{question}” was deleted in {where} by somebody in Slack. Replies that "
        "Dots already holds are kept and go into the digest; it is not posted again."
    )


def left_channel(where: str) -> str:
    """The bot was removed from a channel it asks in, or the channel was archived."""
    return (
        f"Dots can no longer see {where}: it was removed from the channel, or the channel was "
        "archived. Prompts planned there cannot be posted until it is invited again "
        "(/invite @Dots)."
    )


def plan_changed(changes: tuple[str, ...]) -> str:
    """What a change of a schedule changed."""
    return "The plan has changed:\n" + "\n".join(f"• {change}" for change in changes)


def plan_remarks(remarks: tuple[str, ...]) -> str:
    """What a coordinator should know about the plan."""
    return "About the plan:\n" + "\n".join(f"• {remark}" for remark in remarks)


def chase(board: str, meeting_on: date, issue_on: date, today: date, publishes: bool) -> str:
    """A draft that nobody has decided about."""
    when = (
        f"was due to go to {board} today"
        if today == issue_on
        else f"is due to go to {board} on {day_in_words(issue_on)}"
        if today < issue_on
        else f"was due to go to {board} on {day_in_words(issue_on)}"
    )
    waiting = (
        "It goes out without sign-off on its date, marked so, as your settings say."
        if publishes and today < issue_on
        else "It is held until one of you approves it: press Approve on the draft above."
    )
    return (
        f"The draft digest for the meeting on {day_in_words(meeting_on)} {when} and has not been "
        f"approved. {waiting}"
    )


def expired(board: str, meeting_on: date) -> str:
    """The meeting came and the digest was never approved."""
    return (
        f"{board} met on {day_in_words(meeting_on)} without a digest: the draft was not "
        "approved in time. It stays here for you; nothing was sent."
    )


def not_posted_in_time(board: str, meeting_on: date) -> str:
    """The meeting came and the approved digest had still not reached the board's channel."""
    return (
        f"{board} met on {day_in_words(meeting_on)} without a digest: it was approved, but could "
        "not be posted in time. It stays here for you, and dots digest prints it."
    )


def called_off(board: str, meeting_on: date) -> str:
    """The meeting was taken out of the schedule after its draft was made."""
    return (
        f"The meeting of {board} on {day_in_words(meeting_on)} is off, so its digest is not sent. "
        "What was said is carried to the next digest."
    )


def not_signed_off() -> str:
    """On a digest that went out without a coordinator's word, as the settings allow."""
    return "Nobody has signed this off: no coordinator decided about it before its issue date."


def draft_missed(meeting_on: date) -> str:
    """Dots was not running between the draft date and the meeting."""
    return (
        f"Dots was not running when the draft for the meeting on {day_in_words(meeting_on)} "
        "was due, and the meeting has passed. Replies are carried to the next digest."
    )


def standing(state: str, issue_on: date, board: str) -> str:
    """Where a draft stands, as its first page says."""
    day = day_in_words(issue_on)
    return {
        "draft": f"Draft. It goes to {board} on {day} once one of you approves it.",
        "held": f"On hold. It does not go to {board} until one of you approves it.",
        "approved": f"Approved. It goes to {board} on {day}. Words that their authors take back "
        "before then are taken out.",
        "published": f"Published to {board}.",
        "expired": f"Not sent: {board} met without it. What was said is carried to the next one.",
    }[state]


def decided(outcome: str, name: str | None) -> str:
    """The answer to Approve and Hold."""
    who = name or "another coordinator"
    return {
        "approved": "Approved. It is sent to the board on its issue date.",
        "held": "Held. Nothing is sent until one of you approves it.",
        "already-approved": f"{who} had already approved it. Nothing more is needed.",
        "already-held": f"{who} had already put it on hold.",
        "changed": "The draft changed while you were reading. Please look at it again, then press "
        "the button once more.",
        "published": "It has already been published to the board.",
        "expired": "The meeting has passed, so this draft can no longer be sent.",
        "not-yours": "Only this partnership's coordinators can decide about its digest.",
        "gone": "Dots does not know this draft any more.",
    }[outcome]


def page_gone() -> str:
    """A later page of a draft that has become shorter."""
    return "This page is no longer needed: the draft above is complete."


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
    return "Answer in this thread; two minutes and half a thought are enough."


def sector_question() -> str:
    """Asks a member for their sector, once."""
    return "Which part of the partnership do you bring? It is asked once, and you can change it."


def not_heard_yet() -> str:
    """Before Dots knows anything about a person's replies in a round."""
    return "You have not answered in this round yet, so Dots holds nothing of yours from it."


def about_dots() -> str:
    """What Dots is, in three sentences."""
    return (
        "Dots asks this partnership open, curious questions about how we work together, gathers "
        "what people say, and lays it before the board ahead of each meeting. "
        "Answer in the thread under a prompt. "
        "It never asks about a child, and it is not a way to report a concern."
    )


def command_help() -> str:
    """What /dots understands."""
    return (
        "/dots next: what comes next (coordinators)\n"
        "/dots privacy: who sees your answers in this round\n"
        "/dots help: this"
    )


def only_coordinators() -> str:
    """The plan is shown to coordinators."""
    return "What comes next is shown to this partnership's coordinators. Ask one of them."


def nothing_planned() -> str:
    """No prompt and no meeting lies ahead."""
    return "Nothing is planned. The schedule file has no board meeting ahead."


def more_pages(last: int) -> str:
    """On the first page of several: where the others are. `last` counts from 0."""
    pages = "Page 2 is" if last == 1 else f"Pages 2 to {last + 1} are"
    return f"{pages} in the thread of this message."


def form_unknown() -> str:
    """A form that this version of Dots does not know was sent."""
    return (
        "Dots does not know this form any more, so nothing of it was kept. Please copy your "
        "words, close it, and answer in the thread of the prompt instead."
    )
