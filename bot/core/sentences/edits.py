"""What Dots says to a coordinator who edits a draft: what was done, or why it was not."""

from collections.abc import Collection, Sequence

from bot.core.words import counted

_OUTCOMES = {
    "done": "Done. The draft shows it.",
    "changed": "{who} changed this line while you were looking at it. It stands below as it is "
    "now, and what you typed is still in the form: send it only if it is still needed.",
    "not-undone": "{who} changed this line while you were looking at it, so nothing was undone. It "
    "stands below as it is now.",
    "gone": "This line is no longer in the draft, so nothing was changed.",
    "not-yours": "Only this partnership's coordinators can edit its digest. Nothing was changed.",
    "quote": "These are a member's own words. Nobody can change them; you can hide the line and "
    "say why.",
    "not-so": "That cannot be done to this line. Nothing was changed.",
    "no-reason": "To hide a line, say why in a few words. They are printed in the digest.",
    "no-words": "There are no words to put there. Nothing was changed.",
    "too-long": "That is longer than there is room for. Shorten it, then try again.",
    "noticed": "Dots noticed something in your words. Change them, or say that you mean them as "
    "they are.",
    "nothing": "Nobody has edited this line, so there is nothing to undo.",
    "approved": "This digest is approved. Put it on hold first, then edit it.",
    "published": "This digest has been published to the board, so it stays as it is.",
    "expired": "The meeting has passed, so this draft can no longer be sent or edited.",
}


def outcome(name: str, who: str | None = None, noticed: tuple[str, ...] = ()) -> str:
    """The answer to an edit, with what the guard noticed in the coordinator's words."""
    told = _OUTCOMES[name].format(who=who or "Another coordinator")
    return "\n".join((told, *(f"• {one}" for one in noticed)))


def what_you_typed() -> str:
    """Above words that came to nothing, and shall not be lost."""
    return "What you typed, for you to copy:"


def cannot_review() -> str:
    """Whoever may not edit the draft, or a draft that may not be edited any more."""
    return (
        "This draft cannot be edited: it was approved, published or let go, or you do not decide "
        "about it. Put an approved one on hold first."
    )


def changed_since(changes: Sequence[str]) -> str:
    """What one version of a draft has that the version before had not."""
    return "\n".join(["Since the version before:", *(f"• {one}" for one in changes)])


def last_step(deed_: str, reason: str) -> str:
    """What was done to a line last, and why; whose doing it was stands beside it."""
    did = {
        "reword": "Put in other words",
        "hide": "Hidden",
        "put": "Said for a member",
        "undo": "The last change was undone",
    }[deed_]
    return f"{did}: {reason}" if reason else did


def about_review() -> str:
    """Above the lines of a draft."""
    return (
        "Everything below reads as the board will see it. Our own words can be put otherwise; a "
        "member's words cannot, but a line can be hidden with a reason. Each change is on record "
        "with your name, and can be undone."
    )


_KINDS = {
    "frame:foreword": "Foreword",
    "frame:agenda-item": "Agenda item",
    "frame:author": "Author",
    "frame:purpose": "Purpose",
    "frame:asked-to": "The board is asked to",
    "frame:invitation": "Who we have not heard from",
    "theme": "Theme",
    "thread": "Where the dots join",
    "line": "A member's words",
    "question": "Question for the board",
}


def kind_of_line(target: str) -> str:
    """What a line is, above its words."""
    return _KINDS.get(target) or _KINDS.get(target.partition(":")[0], "Line")


def stands_under(question: str) -> str:
    """Behind what a line is: the question to which it was said."""
    return f", under “{question}”" if question else ""


def no_words(target: str, deeds: Collection[str]) -> str:
    """In the place of a line's words: none yet, none that may be shown, or hidden altogether."""
    if not deeds:
        return "(hidden; it can be brought back)"
    return "(may not be quoted so far)" if target.startswith("line:") else "(no words yet)"


_DEEDS = {
    "reword": "Put it in other words",
    "hide": "Hide it",
    "put": "Say it for its author",
    "undo": "Undo the last change",
    "behind": "What was said",
}


def deed(name: str) -> str:
    """What can be done to a line, in a menu."""
    return _DEEDS[name]


_FIELDS = {
    "reword": "In other words",
    "hide": "Why it is hidden; the digest prints this",
    "put": "What its author means, in your words",
}


def field(action: str) -> str:
    """The label of the one field in a form."""
    return _FIELDS[action]


def about_behind(number: int) -> str:
    """Above the replies behind a line."""
    return f"{counted(number, 'reply', 'replies')} behind this line; who said it is not shown."
