"""`dots doctor`, `dots manifest`, `dots migrate`: for whoever looks after the installation."""

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.assembly import read_book, utc_now
from bot.cli.words import OK, WRONG, about_database, cannot
from bot.content.findings import ContentError
from bot.core.book import Book
from bot.core.prompts import PromptBank
from bot.settings import Settings
from bot.slack.examine import Examined, examine
from bot.slack.manifest import manifest
from bot.slack.wire.door import web_client
from bot.store.engine import Store
from bot.store.migrate import current, latest, migrate

LEAST_FREE_BYTES = 500 * 1024 * 1024
"""Free disk below which the doctor warns: a year of a large partnership is some tens of MB."""


def doctor(parsed: argparse.Namespace, settings: Settings) -> int:
    """Look at everything, say what to do about each finding."""
    findings = []
    for each in _examine(settings):
        findings.append(each)
        if not parsed.json:  # as it is found: with many channels this takes a while
            verdict = "well   " if each.is_well else "TO MEND"
            print(f"{verdict}  {each.what}: {each.words}", flush=True)
    if parsed.json:
        print(json.dumps([each._asdict() for each in findings], indent=2))
    return OK if all(each.is_well for each in findings) else WRONG


def _examine(settings: Settings) -> Iterator[Examined]:
    missing = settings.missing()
    yield Examined("settings", not missing, f"not set: {', '.join(missing)}" if missing else "set")
    try:
        book = read_book(settings, utc_now())
        yield Examined("files", True, f"{len(book.partnerships)} partnerships can be read")
    except ContentError as error:
        book = Book(bank=PromptBank(prompts=()), partnerships=())
        yield Examined(
            "files", False, f"{len(error.findings.errors)} mistakes; `dots check` shows each"
        )
    yield from _database(settings)
    token = settings.slack_bot_token.get_secret_value()
    if token:
        client = web_client(token, settings.slack_api_url)
        app_token = settings.slack_app_token.get_secret_value()
        yield from examine(client, app_token, book, utc_now)


def _database(settings: Settings) -> Iterator[Examined]:
    try:
        store = Store(settings.dots_database_url)
        found = current(store)
    except (SQLAlchemyError, ImportError) as error:
        words = about_database(error) if isinstance(error, SQLAlchemyError) else str(error)
        yield Examined("database", False, words)
        return
    is_current = found == latest()
    yield Examined(
        "database",
        is_current,
        "current" if is_current else f"at {found or 'nothing yet'}; run `dots migrate`",
    )
    if store.is_sqlite and store.url.database:
        free = shutil.disk_usage(Path(store.url.database).absolute().parent).free
        words = f"{free // 1024 // 1024} MB free"
        yield Examined("disk", free >= LEAST_FREE_BYTES, words)


def print_manifest(parsed: argparse.Namespace, _settings: Settings) -> int:
    """The manifest as JSON: paste it at api.slack.com/apps, Create New App, From a manifest."""
    if parsed.url and not parsed.url.startswith("https://"):
        return cannot(f"Slack only sends to https addresses; found {parsed.url}.")
    print(json.dumps(manifest(parsed.url), indent=2))
    return OK


def migrate_database(_parsed: argparse.Namespace, settings: Settings) -> int:
    """Bring the tables up to date."""
    before, after = migrate(Store(settings.dots_database_url))
    print(f"The database is at {after}" + ("." if before == after else f" (was: {before})."))
    return OK
