"""What a command says when it cannot go on, and how the log is written."""

import logging
import sys
from typing import TYPE_CHECKING

from pydantic import ValidationError

if TYPE_CHECKING:
    from sqlalchemy.exc import SQLAlchemyError

OK, WRONG, UNUSABLE = 0, 1, 2
"""Exit codes: all well; something is wrong and was said; the command could not be carried out."""


def cannot(words: str) -> int:
    """Say why not, on the error stream."""
    print(words, file=sys.stderr)
    return UNUSABLE


def about_settings(error: ValidationError) -> str:
    """Every setting that cannot be used, without its value: it may be a secret."""
    lines = [
        f"  {'.'.join(str(part) for part in each['loc']).upper()}: {each['msg']}"
        for each in error.errors(include_input=False, include_url=False)
    ]
    return "These settings cannot be used; mend them in the environment or in .env:\n" + "\n".join(
        lines
    )


def anticipated(error: Exception) -> str | None:
    """What to say of a mistake that is the world's, and not ours; None for any other."""
    # Here and not above: most commands meet none of these, and need none of their rooms.
    from sqlalchemy.exc import SQLAlchemyError

    from bot.content.findings import ContentError
    from bot.slack.wire.identity import WrongTokenError
    from bot.store.migrate import NewerDatabaseError

    match error:
        case ContentError():
            return error.findings.as_text()
        case WrongTokenError() | NewerDatabaseError():
            return str(error)
        case SQLAlchemyError():
            return about_database(error)
        case OSError():
            return about_file(error)
    return None


def about_database(error: "SQLAlchemyError") -> str:
    """What the database said, and what to do; never the statement or its values."""
    from sqlalchemy.exc import ArgumentError

    if isinstance(error, ArgumentError):
        return (
            "DOTS_DATABASE_URL is no address of a database that Dots knows; expected "
            "sqlite:///dots.sqlite3, or postgresql://user@host/name."
        )
    cause = str(getattr(error, "orig", None) or type(error).__name__).strip().splitlines()[0]
    hint = "Check DOTS_DATABASE_URL, and that the database is running and can be written to."
    if "full" in cause:
        hint = "Make room on the disk; nothing that was acknowledged is lost."
    elif "locked" in cause:
        hint = "Another program holds the database. Close it, then try again."
    return f"The database said: {cause}. {hint}"


def about_file(error: OSError) -> str:
    """A file that could not be read or written, and what to do."""
    return (
        f"{error.filename or 'A file'} cannot be used: {error.strerror or type(error).__name__}. "
        "Name a file in a folder that exists and that you may write to."
    )


class OwnWords(logging.Formatter):
    """Libraries put messages and tokens into their errors: of theirs only the opening words are
    kept, and no traceback. Our own lines name kinds and counts, so they stand as they are."""

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        if not record.name.startswith("bot"):
            record = self._opening(record)
        return super().format(record)

    @staticmethod
    def _opening(record: logging.LogRecord) -> logging.LogRecord:
        words = str(record.msg)
        for mark in (":", "%", "{", "(", "\n"):
            words = words.partition(mark)[0]
        opening = logging.LogRecord(
            record.name, record.levelno, "", 0, f"{words[:80].strip()} ...", None, None
        )
        opening.created, opening.msecs = record.created, record.msecs
        return opening


def log_to_stderr(level: str) -> None:
    """Our own lines from `level` up; libraries' warnings and errors only."""
    handler = logging.StreamHandler()
    handler.setFormatter(OwnWords("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(_is_worth_reading)
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(level)


def _is_worth_reading(record: logging.LogRecord) -> bool:
    """Bolt warns at every start that our own authorize is used instead of the token: so it is."""
    return not record.name.startswith("slack_bolt") or record.levelno >= logging.ERROR
