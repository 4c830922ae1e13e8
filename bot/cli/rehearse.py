"""`dots rehearse`: a whole workspace on this machine, to try, teach and test."""

import argparse
import errno
import json
import os
import signal
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path

from bot.assembly import utc_now
from bot.cli.words import OK, WRONG, cannot
from bot.content.folders import read_own_prompts, read_partnership
from bot.core.prompts import PromptBank
from bot.play import PlayAccount, play
from bot.rehearsal import is_loopback
from bot.rehearsing import (
    NothingToRehearseError,
    Rehearsal,
    SaveError,
    SaveFolder,
    Scene,
    begins_on,
    long_date,
    new_scene,
    scene_of,
)
from bot.settings import Settings

STARTS_AT = time(8, 0)
"""A rehearsal begins in the morning, before anything could be due."""


def rehearse(parsed: argparse.Namespace, settings: Settings) -> int:
    """Start the workspace and the bot; play a cycle, or wait for people in the browser."""
    try:
        _check_writable(parsed.transcript)
        folder = SaveFolder(parsed.save) if parsed.save else None
        with _rehearsal(parsed, settings, folder) as rehearsal:
            try:
                return _rehearsed(parsed, rehearsal)
            finally:
                _write_down(rehearsal, parsed.transcript)
    except (NothingToRehearseError, SaveError, CannotRehearseError) as error:
        return cannot(str(error))


class CannotRehearseError(Exception):
    """The rehearsal cannot begin, or not be written down; the text says what to do."""


def _rehearsal(
    parsed: argparse.Namespace, settings: Settings, folder: SaveFolder | None
) -> Rehearsal:
    scene = _kept_scene(parsed, folder) or _new_scene(parsed)
    try:
        return Rehearsal(
            settings.dots_prompts,
            scene,
            own=_own_prompts(parsed, settings),
            host=parsed.host,
            port=0 if parsed.play else parsed.port,
            save_in=folder,
            say=lambda line: print(line, file=sys.stderr),
        )
    except OSError as error:
        raise CannotRehearseError(_unheard(parsed.host, parsed.port, error)) from None


def _unheard(host: str, port: int, error: OSError) -> str:
    """Why nothing can listen there, in words: asyncio's own name addresses and numbers."""
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken: another rehearsal may be running. End it, or choose another "
            "with --port; --port 0 takes any free one."
        )
    why = os.strerror(error.errno) if error.errno and error.errno > 0 else "no such address"
    return (
        f"Nothing can listen on {host}, port {port} ({why}). Choose an address of this machine "
        "with --host and a port with --port; without them it is 127.0.0.1 and 8400."
    )


def _own_prompts(parsed: argparse.Namespace, settings: Settings) -> Mapping[str, PromptBank]:
    """The questions beside a partnership's own file."""
    if parsed.partnership is None:
        return {}
    return read_own_prompts(parsed.partnership.parent, settings.dots_prompts)


def _kept_scene(parsed: argparse.Namespace, folder: SaveFolder | None) -> Scene | None:
    """The rehearsal to go on with, if one is kept in that folder."""
    save = folder.found() if folder else None
    if folder is None or save is None:
        return None
    if parsed.partnership or parsed.start or parsed.play:
        raise CannotRehearseError(
            f"{folder.path} holds a rehearsal of {save.partnership.name}, which goes on where it "
            "ended. Leave out --partnership, --start and --play, or choose another folder."
        )
    return scene_of(save, folder.database_of(save), with_cast=parsed.cast)


def _new_scene(parsed: argparse.Namespace) -> Scene:
    today = utc_now().date()
    own = read_partnership(parsed.partnership, today) if parsed.partnership else None
    soonest = begins_on(own, parsed.start or today) if own else today
    start_at = datetime.combine(parsed.start or soonest, STARTS_AT, UTC)
    with_cast = parsed.cast or parsed.play
    return new_scene(start_at, own=own, seed=parsed.seed, with_cast=with_cast)


def _rehearsed(parsed: argparse.Namespace, rehearsal: Rehearsal) -> int:
    if parsed.play:
        return _play(rehearsal, as_json=parsed.json)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a stop ends it as Ctrl+C does
    today = long_date(rehearsal.clock.now().date())
    print(f"{rehearsal.partnership.name}: in this rehearsal it is {today}.")
    print(f"Open {rehearsal.server.page_url} in a browser. Ctrl+C ends the rehearsal.", flush=True)
    if not is_loopback(parsed.host):
        print(
            "It listens beyond this machine: whoever reaches it and has that address, with the key "
            "in it, can be anybody here. It is not encrypted; use it among people you trust.",
            flush=True,
        )
    threading.Event().wait()
    return OK


def _check_writable(transcript: Path | None) -> None:
    """Said before the rehearsal, and not after it."""
    try:
        if transcript:
            transcript.open("ab").close()
    except OSError as error:
        raise _unwritten(transcript, error) from None


def _write_down(rehearsal: Rehearsal, transcript: Path | None) -> None:
    try:
        if transcript:
            transcript.write_text(rehearsal.transcript(), encoding="utf-8")
            print(f"Written: {transcript}", file=sys.stderr)
    except OSError as error:
        raise _unwritten(transcript, error) from None


def _unwritten(transcript: Path | None, error: OSError) -> CannotRehearseError:
    return CannotRehearseError(
        f"The transcript cannot be written to {transcript} ({error.strerror}). Choose a file in a "
        "folder that you may write to."
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
