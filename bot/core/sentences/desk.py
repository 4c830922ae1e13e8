"""What Dots says to a coordinator at the desk: what stands there, what a change leads to, or why
it cannot be made."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.framework import PRACTICES
from bot.core.words import day_in_words, listed, moment_in_words, sentence


def not_yours() -> str:
    """Whoever asks does not coordinate this partnership, or there is none of that name."""
    return "Only this partnership's coordinators can change it. Nothing was changed."


def for_coordinators() -> str:
    """A deputy wished for something that only coordinators decide."""
    return (
        "Who has a role here, and what is kept for how long, only a coordinator can change. "
        "Nothing was changed."
    )


def lives_in_file() -> str:
    """The partnership's home is its schedule file."""
    return (
        "This partnership lives in a schedule file, so it is changed there. Take it over into "
        "Slack first, then change it here; the file is not read any more from then on. Nothing "
        "was changed."
    )


def home(*, in_database: bool) -> str:
    """Where the partnership lives, on the desk."""
    if in_database:
        return "This partnership lives in Slack: what you change here holds at once."
    return (
        "This partnership lives in a schedule file. You can look here, and change it in the file; "
        "or take it over, and change it here from now on."
    )


def taking_over() -> str:
    """The question before a partnership is taken over."""
    return (
        "From now on this partnership is changed here, and its schedule file is not read any "
        "more. Nothing else changes. You can write it as a file again at any time."
    )


def changed_meanwhile() -> str:
    """Somebody else changed the partnership while this person was looking at it."""
    return (
        "Somebody changed this partnership while you were looking at it, so nothing was changed "
        "now. Look at it as it is, then decide again."
    )


def taken_over() -> str:
    """The first version in the database."""
    return "Taken over into Slack, as the schedule file said it."


def nothing_to_undo() -> str:
    """No change was made in Slack yet."""
    return "There is nothing to undo. Nothing was changed."


def undone(what: str) -> str:
    """A change that was taken back."""
    return f"Undone: {what}"


def last_change(what: str, at: datetime) -> str:
    """The newest change; `at` is local. Who made it is added where people are shown."""
    return f"Last change, {moment_in_words(at)}: {what}"


def paused(until: date | None, reason: str) -> str:
    """Everything waits just now."""
    end = f"until {day_in_words(until)}" if until else "until one of you resumes"
    return f"Everything waits {end}{f' ({reason})' if reason else ''}."


def meeting_ahead(board: str, at: datetime, draft_at: datetime, issue_at: datetime) -> str:
    """One board meeting with the dates of its papers; all local."""
    return (
        f"{sentence(board)} meets on {moment_in_words(at)}.\n"
        f"Draft to you on {moment_in_words(draft_at)}.\n"
        f"Digest to the board on {moment_in_words(issue_at)}."
    )


def why_these_dates(draft_days: int, issue_days: int, every: int, open_for: int) -> str:
    """The reason for each date, in one breath."""
    return (
        f"Dates are counted back from the meeting in working days: the digest {issue_days} clear "
        f"days before it, the draft {draft_days} days before it, the last prompt closed by then, "
        f"one prompt every {every} days, each open for {open_for}."
    )


def day_of_asking(at: datetime, question: str, practices: Sequence[str], why: str) -> str:
    """One prompt still to come, with the reason why it was chosen; `at` is local."""
    labels = listed([f"{PRACTICES[each].label} ({each})" for each in practices])
    return f"{moment_in_words(at)}\n“{question}”\n{why or f'About {labels}.'}"


def skipped_day(on: date) -> str:
    """A day that a coordinator skipped."""
    return f"{day_in_words(on)}: skipped."


def nothing_ahead() -> str:
    """No prompt is planned."""
    return "No prompt is planned at the moment."


def leads_to(changes: Sequence[str]) -> str:
    """What a change would lead to, before it is made."""
    if not changes:
        return "Nothing else changes."
    return "This is what changes:\n" + "\n".join(f"• {each}" for each in changes)


def please_note(remarks: Sequence[str]) -> str:
    """What the planner has to say about the plan as it would be."""
    return "Please note:\n" + "\n".join(f"• {each}" for each in remarks)


def done(what: str) -> str:
    """After a change was made."""
    return f"Done. {what} You can undo it from the desk until it has been sent."


def stale_button() -> str:
    """A press that came too late for Slack to open anything."""
    return "That took too long, so nothing opened. Please press the button once more."


_FIELDS = {
    "reason": "Why",
    "reason-hint": "A few words for the other coordinators. Members do not see them.",
    "text": "The question in your words",
    "text-hint": "One open question about how you work together, 25 words at most.",
    "to": "The new day",
    "at": "When it begins",
    "meeting": "The day of the meeting",
    "calendar": "Or the board's calendar as a file",
    "calendar-hint": "An .ics file: the meetings in it that the plan does not have are added. You "
    "see all of them before anything changes.",
    "from": "The first day",
    "until": "The last day; leave it empty for one day",
    "until-pause": "The last day; leave it empty until somebody knows",
    "resume": "The first day on which everything goes on",
    "prompt": "The question for this day",
    "choose": "Choose a question",
    "front_door": "Worried about a child, in office hours",
    "out_of_hours": "Worried about a child, at other times",
    "lado": "Concern about somebody who works with children (LADO)",
    "checked_on": "The day on which all three were checked",
    "ways": "How you work together",
    "second_eyes": "Two of you approve each digest",
    "weekly_line": "One line at the beginning of a week in which nothing needs you",
    "first-day": "The first day",
    "last-day": "The last day",
    "people": "Coordinators: they also say who has a role, and what is kept",
    "deputies": "Deputies: they decide and change the plan",
    "readers": "Readers: they look, and change nothing",
}


def field(name: str) -> str:
    """The label of a field in a form of the desk."""
    return _FIELDS[name]


def groups_stay(groups: str) -> str:
    """Above the form for roles, where user groups have some."""
    return f"These user groups keep their roles; a schedule file changes that: {groups}."


def subscribe(address: str) -> str:
    """Where the plan can be had as a calendar."""
    return (
        f"To see all this in a calendar of your own, subscribe to {address} there. Whoever has the "
        "address can read the plan, and nothing of what anybody said."
    )


def file_not_sent(cause: str) -> str:
    """A file that somebody asked for will not come."""
    return f"A file that you asked for could not be sent. {cause} Please ask for it once more."


def files_not_reached(cause: str) -> str:
    """Files that somebody with a role asked for cannot be brought to them at all."""
    return f"Files that one of you asked for could not be sent as a private message. {cause}"


def about_evidence() -> str:
    """What the evidence of a period is, above its form."""
    return (
        "What was asked, how widely it was answered, what the board was given and answered, and "
        "what was held back and why, for every meeting in the period. It comes to you as a "
        "private message: a web page, a Word document and a table."
    )


def evidence_on_its_way() -> str:
    """The evidence is being printed."""
    return "It is on its way to you, as a private message from Dots."


_FILES_SENT = {
    "schedule": "In this thread is the partnership as a schedule file. Put it in the schedules "
    "folder, and it reads back to the same thing.",
    "record": "In this thread is the record of decisions: who decided what, when, about what, and "
    "why. It holds no words of members'.",
    "evidence": "In this thread is the evidence of the period, in three forms that say the same. "
    "Members' words are in the digests only.",
}


def files_sent(what: str) -> str:
    """Above files that somebody asked for."""
    return _FILES_SENT[what]


def ends_before_it_begins() -> str:
    """The days of a period the wrong way round."""
    return "The last day lies before the first. Choose a later last day, or an earlier first."


def form_of(ending: str) -> str:
    """What a kind of file is called."""
    return {"html": "web page", "docx": "Word", "csv": "table"}[ending]
