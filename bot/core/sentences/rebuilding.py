"""What Dots says when a digest was made again and compared."""

from bot.core.words import counted

_SAME = "made again from what was kept, the newest digest comes out the same, byte for byte."
_ERASED = (
    "what the newest digest was made of has been erased, as the partnership's settings say, so it "
    "cannot be made again. The digest itself is kept."
)
_SAME_LINES = (
    "made again from what was kept, every line of the newest digest comes out the same. How many "
    "people and sectors there were cannot be compared: some replies came privately, and whether "
    "their authors also answered in a thread is not kept."
)
_OTHER = "made again from what was kept, the newest digest comes out differently."


def rebuilt(verdict: str, missing: int, version: str) -> str:
    """What the comparison came to, and what may explain a difference."""
    if verdict == "same":
        return _SAME
    if verdict == "erased":
        return _ERASED
    if verdict == "same-lines":
        return _SAME_LINES
    reasons = [_OTHER, f"It was made by Dots {version}."]
    if missing:
        were = counted(missing, "reply behind it was", "replies behind it were")
        reasons.append(f"Since then {were} taken back or changed, which explains it.")
    return " ".join(reasons)
