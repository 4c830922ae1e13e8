"""Where the house's own files lie, and which of them are ours. Reads no content."""

from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).parents[2]

OURS_THOUGH_HIDDEN = {".ci", ".gitignore", ".dockerignore"}
NOT_OURS = {"__pycache__", "htmlcov", "dist", "build"}


def our_files(under: Path = TOP) -> Iterator[Path]:
    """Every file a newcomer would get, without what tools leave beside them."""
    for path in sorted(under.iterdir()):
        hidden = path.name.startswith(".") and path.name not in OURS_THOUGH_HIDDEN
        if hidden or path.name in NOT_OURS:
            continue
        if path.is_dir():
            yield from our_files(path)
        else:
            yield path
