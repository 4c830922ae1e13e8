"""What commands share that look at one partnership or at all of them, and write files."""

import sys
from pathlib import Path

from bot.cli.words import cannot
from bot.core.book import Book
from bot.core.partnership import Partnership


def chosen(book: Book, partnership_id: str | None) -> list[Partnership]:
    """The partnership of this name, or every one where no name was given."""
    return [each for each in book.partnerships if partnership_id in (None, each.id)]


def unknown(book: Book, partnership_id: str | None) -> int:
    """Say that there is no partnership of this name, and which there are."""
    known = ", ".join(each.id for each in book.partnerships) or "none; schedules/ is empty"
    return cannot(f"No partnership is called {partnership_id}. Known: {known}.")


def one_of(path: Path, partnership_id: str, how_many: int) -> Path:
    """The file to write: with several partnerships, each gets its id into its file's name."""
    return path if how_many == 1 else path.with_name(f"{path.stem}-{partnership_id}{path.suffix}")


def write(path: Path, content: bytes) -> None:
    """Write a file, and say so."""
    path.write_bytes(content)
    print(f"Written: {path}", file=sys.stderr)
