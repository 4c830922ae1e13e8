"""What Dots says about all that it holds on one person."""

from bot.core.words import counted, listed


def nothing_held() -> str:
    """Nothing is held on this person."""
    return "Dots holds nothing on you."


def erased(rounds: int, printed: int, kept_by: tuple[str, ...]) -> str:
    """What became of a wish to be erased."""
    said = [f"Erased: what was said in {counted(rounds, 'round', 'rounds')}, and all else."]
    if printed:
        said.append(
            f"The digests of {counted(printed, 'round', 'rounds')} had gone to the board before; "
            "what was printed there stands."
        )
    if kept_by:
        said = [
            f"Kept, because it may not be deleted while a legal hold lasts: {listed(kept_by)}. "
            "All that was said elsewhere is erased."
        ]
    return " ".join(said)


def erasing() -> str:
    """The question before everything is erased."""
    return (
        "Dots deletes its copy of all you said, also privately, your sector, and what it sent to "
        "you alone. Your messages in Slack are yours to delete. This cannot be undone."
    )


def held_intro() -> str:
    """Above what is held on a person."""
    return "This is all that Dots holds on you. Only you see it here."
