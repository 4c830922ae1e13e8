"""`dots rehearse`: a whole workspace on this machine, to try, teach and test."""

import argparse
import json
import signal
import sys
import threading
from datetime import UTC, datetime, time
from pathlib import Path

from bot.assembly import utc_now
from bot.cli.words import OK, WRONG, cannot
from bot.content import read_partnership
from bot.core.partnership import Partnership
from bot.play import PlayAccount, play
from bot.rehearsing import NothingToRehearseError, Rehearsal, begins_on, long_date
from bot.settings import Settings

STARTS_AT = time(8, 0)
"""A rehearsal begins in the morning, before anything could be due."""


def rehearse(parsed: argparse.Namespace, settings: Settings) -> int:
    """Start the workspace and the bot; play a cycle, or wait for people in the browser."""
    if why_not := _unwritable(parsed.transcript):
        return cannot(why_not)
    try:
        own = _own(parsed)
        rehearsal = _rehearsal(parsed, settings, own)
    except NothingToRehearseError as error:
        return cannot(str(error))
    except OSError as error:
        return cannot(
            f"Port {parsed.port} cannot be used ({error.strerror}): another rehearsal may be "
            "running. End it, or choose another with --port; --port 0 takes any free one."
        )
    with rehearsal:
        try:
            return _rehearsed(parsed, rehearsal)
        finally:
            _write_down(rehearsal, parsed.transcript)


def _rehearsed(parsed: argparse.Namespace, rehearsal: Rehearsal) -> int:
    if parsed.play:
        return _play(rehearsal, as_json=parsed.json)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a stop ends it as Ctrl+C does
    begins = long_date(rehearsal.clock.now().date())
    print(f"{rehearsal.partnership.name}: the rehearsal begins on {begins}.")
    print(f"Open {rehearsal.server.page_url} in a browser. Ctrl+C ends the rehearsal.", flush=True)
    threading.Event().wait()
    return OK


def _unwritable(file: Path | None) -> str | None:
    """Why nothing can be written there, said before the rehearsal and not after it."""
    try:
        if file:
            file.open("ab").close()
    except OSError as error:
        return (
            f"The transcript cannot be written to {file} ({error.strerror}). Choose a file in a "
            "folder that you may write to."
        )
    return None


def _write_down(rehearsal: Rehearsal, file: Path | None) -> None:
    if file:
        file.write_text(rehearsal.transcript(), encoding="utf-8")
        print(f"Written: {file}", file=sys.stderr)


def _own(parsed: argparse.Namespace) -> Partnership | None:
    """The partnership of the file that was named. Raises ContentError."""
    today = utc_now().date()
    return read_partnership(parsed.partnership, today) if parsed.partnership else None


def _rehearsal(
    parsed: argparse.Namespace, settings: Settings, own: Partnership | None
) -> Rehearsal:
    today = parsed.start or utc_now().date()
    soonest = begins_on(own, today) if own else today
    return Rehearsal(
        settings.dots_prompts,
        datetime.combine(parsed.start or soonest, STARTS_AT, UTC),
        own=own,
        seed=parsed.seed,
        port=0 if parsed.play else parsed.port,
        with_cast=parsed.cast or parsed.play,
        say=lambda line: print(line, file=sys.stderr),
    )


def _play(rehearsal: Rehearsal, *, as_json: bool) -> int:
    account = play(rehearsal)
    if as_json:
        print(json.dumps(account._asdict() | {"ok": account.is_whole}, indent=2))
    else:
        print(_in_words(account))
    return OK if account.is_whole else WRONG


def _in_words(account: PlayAccount) -> str:
    lines = [f"{name.replace('_', ' ')}: {value}" for name, value in account._asdict().items()]
    verdict = "Nothing was lost or doubled." if account.is_whole else "SOMETHING WENT WRONG."
    return "\n".join([*lines, verdict])
