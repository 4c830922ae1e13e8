"""What Dots says to a coordinator who changes something: what it led to, or why not."""


def not_yours() -> str:
    """Whoever asks does not coordinate this partnership, or there is none of that name."""
    return "Only this partnership's coordinators can change it. Nothing was changed."


def lives_in_file() -> str:
    """The partnership's home is its schedule file."""
    return (
        "This partnership lives in a schedule file, so it is changed there. Take it over into "
        "Slack first, then change it here; the file is not read any more from then on. Nothing "
        "was changed."
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
