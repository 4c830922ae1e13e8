"""`dots guard`: what the guard notices in replies of your own. Stores and sends nothing."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.assembly import read_book, utc_now
from bot.cli.words import OK, WRONG, cannot
from bot.content.detectors import detectors
from bot.content.findings import ContentError
from bot.content.replies import (
    UnreadableRepliesError,
    WrittenReply,
    read_replies,
    replies_of,
)
from bot.core.guard.examine import Examined, examine
from bot.core.partnership import Partnership
from bot.core.words import counted
from bot.settings import Settings


def guard(parsed: argparse.Namespace, settings: Settings) -> int:
    """Examine every reply of a file, or of standard input for `-`."""
    try:
        replies = _replies(parsed.file)
    except UnreadableRepliesError as error:
        return cannot(str(error))
    asked = detectors(_partnerships(settings))
    examined = [(reply, examine(reply.text, asked)) for reply in replies]
    for reply, each in examined:
        print(_as_json(reply, each) if parsed.json else _in_words(reply, each))
    if not parsed.json:
        print(_in_all([each for _, each in examined]))
    failed = {name for _, each in examined for name in each.failed}
    if failed:
        print(f"Could not look at every reply: {', '.join(sorted(failed))}.", file=sys.stderr)
    return WRONG if failed else OK


def _replies(path: Path) -> tuple[WrittenReply, ...]:
    if str(path) == "-":
        return replies_of(sys.stdin.buffer.read(), "standard input")
    return read_replies(path)


def _partnerships(settings: Settings) -> Iterable[Partnership]:
    """Whose own numbers are no identifiers. The guard can be tried before a schedule is right."""
    try:
        return read_book(settings, utc_now()).partnerships
    except ContentError:
        said = "The schedules cannot be read (see `dots check`), so your own numbers are not known."
        print(said, file=sys.stderr)
        return ()


def _as_json(reply: WrittenReply, examined: Examined) -> str:
    findings = [finding.model_dump(mode="json") for finding in examined.findings]
    failed = {"failed": list(examined.failed)} if examined.failed else {}
    return json.dumps({"id": reply.id, "findings": findings, **failed})


def _in_words(reply: WrittenReply, examined: Examined) -> str:
    """A line for each finding. What was found is not repeated: the place says enough."""
    if not examined.findings:
        return f"{reply.id}: nothing noticed"
    return "\n".join(
        f"{reply.id}: {each.detector} {each.kind} ({each.certainty}), characters {each.start} to "
        f"{each.end}: {each.reason}"
        for each in examined.findings
    )


def _in_all(examined: list[Examined]) -> str:
    noticed = sum(bool(each.findings) for each in examined)
    return f"Something was noticed in {noticed} of {counted(len(examined), 'reply', 'replies')}."
