"""What Dots says to a coordinator who edits a draft: what was done, or why it was not."""

_OUTCOMES = {
    "done": "Done. The draft above shows it.",
    "changed": "{who} changed this line while you were looking at it. Nothing of yours was kept: "
    "please look again, then do it once more if it is still needed.",
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
