"""What Dots says to coordinators: the plan, the draft, and what needs them."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.core.words import day_in_words, moment_in_words


def solved(text: str) -> str:
    """What needed somebody, and needs nobody any more."""
    return f"Settled, nothing more to do: {text}"


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


def lacks_permissions(missing: Mapping[str, str]) -> str:
    """Slack has not given the app what it needs; `missing` says why for each scope."""
    needed = "\n".join(f"• {scope}: {why}" for scope, why in missing.items())
    return (
        "Dots has not been given every permission that it needs in this workspace, so some of what "
        "it does will fail. Please ask whoever looks after the Slack app to add these on the app's "
        f"page and to install it again:\n{needed}"
    )


def no_meeting_ahead(board: str) -> str:
    """The last meeting in the plan is over, or was cancelled."""
    return (
        f"No meeting of {board} lies ahead, so nothing more is planned. Please add the next one, "
        "in the plan on Dots' home page, or in the schedule file if the partnership lives in one."
    )


MOST_LINES = 20
"""Lines of one note about the plan: a year's worth for one board; a longer one is not read, and
Slack takes 50 blocks in a message."""


def private_replies(number: int) -> str:
    """With the morning's post, after a day on which somebody answered privately."""
    there = "One private reply" if number == 1 else f"{number} private replies"
    return f"{there} in this round can be read. Nobody knows whose they are; no times are kept."


def private_intro(number: int) -> str:
    """Over the private replies of a round."""
    if not number:
        return (
            "There is nothing to read yet. What was answered privately is shown from the next "
            "working morning on, so that its time gives nobody away."
        )
    return (
        "What members answered privately in this round, question by question, in no order of time. "
        "What was changed today is shown from the next working morning on."
    )


def private_about(*, only: bool, held: bool) -> str:
    """Under a private reply."""
    where = "For the coordinators only: it is in no digest." if only else "For the digest, unnamed."
    return f"{where} Held: see your queue." if held else where


def private_not_yours() -> str:
    """For whoever may not read private replies."""
    return "Only this partnership's coordinators can read private replies."


def plan_changed(changes: tuple[str, ...]) -> str:
    """What a change of a schedule changed."""
    return "The plan has changed:\n" + _listed(changes)


def plan_remarks(remarks: tuple[str, ...]) -> str:
    """What a coordinator should know about the plan."""
    return "About the plan:\n" + _listed(remarks)


def _listed(lines: tuple[str, ...]) -> str:
    left = len(lines) - MOST_LINES
    shown = [f"• {line}" for line in lines[:MOST_LINES]]
    more = [f"And {left} more: dots plan prints the whole plan."] if left > 0 else []
    return "\n".join([*shown, *more])


def chase(
    board: str,
    meeting_on: date,
    issue_on: date,
    today: date,
    *,
    publishes: bool,
    approved_once: bool = False,
) -> str:
    """A draft that nobody has decided about, or that waits for the second of two."""
    so_far = "been approved by one of the two of you" if approved_once else "not been approved"
    needs = "a second one of you" if approved_once else "one of you"
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
        else f"It is held until {needs} approves it: press Approve on the draft above."
    )
    return (
        f"The draft digest for the meeting on {day_in_words(meeting_on)} {when} and has "
        f"{so_far}. {waiting}"
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
        "approved-first": f"Approved by one of you. It goes to {board} on {day} once a second one "
        "approves it too. If anything in it changes, both are asked again.",
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
        "first": "Approved by you. It is sent once a second one of you approves it too.",
        "first-already": "You have approved it. It still needs somebody else's eyes.",
        "held": "Held. Nothing is sent until one of you approves it.",
        "already-approved": f"{who} had already approved it. Nothing more is needed.",
        "already-held": f"{who} had already put it on hold.",
        "changed": "The draft changed while you were reading. Please look at it again, then press "
        "the button once more.",
        "published": "It has already been published to the board.",
        "expired": "The meeting has passed, so this draft can no longer be sent.",
        "noticed": f"Not approved yet. Dots noticed something in {name}, and that needs a decision "
        "first. It is held now: look at it in your queue, release it with a reason or leave it "
        "out, and then approve.",
        "not-yours": "Only this partnership's coordinators can decide about its digest.",
        "gone": "Dots does not know this draft any more.",
    }[outcome]


def weekly(
    prompt_at: datetime | None, draft_at: datetime | None, meeting_at: datetime | None
) -> str:
    """A week in which nothing needs anybody; times are local."""
    every = {"a prompt on": prompt_at, "the draft digest on": draft_at,
             "the board meets on": meeting_at}  # fmt: skip
    ahead = sorted((at, what) for what, at in every.items() if at is not None)
    if not ahead:
        return "Nothing needs you this week, and nothing is planned yet."
    told = "; ".join(f"{what} {moment_in_words(at)}" for at, what in ahead)
    return f"Nothing needs you this week. What comes next: {told}."
