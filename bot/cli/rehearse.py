"""`dots rehearse`: a whole workspace on this machine, to try, teach and test."""

import argparse
import json
import sys
import threading
from datetime import UTC, datetime, time

from bot.assembly import utc_now
from bot.cli.words import OK, WRONG, cannot
from bot.play import PlayAccount, play
from bot.rehearsing import Rehearsal
from bot.settings import Settings

STARTS_AT = time(8, 0)
"""A rehearsal begins in the morning, before anything could be due."""


def rehearse(parsed: argparse.Namespace, settings: Settings) -> int:
    """Start the workspace and the bot; play a cycle, or wait for people in the browser."""
    day = parsed.start or utc_now().date()
    try:
        rehearsal = Rehearsal(
            settings.dots_prompts,
            datetime.combine(day, STARTS_AT, UTC),
            seed=parsed.seed,
            port=0 if parsed.play else parsed.port,
            with_cast=parsed.cast or parsed.play,
            say=lambda line: print(line, file=sys.stderr),
        )
    except OSError as error:
        return cannot(
            f"Port {parsed.port} cannot be used ({error.strerror}): another rehearsal may be "
            "running. End it, or choose another with --port; --port 0 takes any free one."
        )
    with rehearsal:
        if parsed.play:
            return _play(rehearsal, as_json=parsed.json)
        print(f"Open {rehearsal.server.page_url} in a browser. Ctrl+C ends the rehearsal.")
        threading.Event().wait()
    return OK


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
