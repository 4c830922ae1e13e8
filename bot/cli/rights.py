"""The commands about what is held: on one person, on record, and what would go by its time."""

import argparse
import csv
import json
import os
import sys
from pathlib import Path

from bot.assembly import read_book, utc_now
from bot.cli.words import OK, cannot
from bot.core.book import Book
from bot.core.sectors import Sector
from bot.core.sentences import rights as say
from bot.paper.audit_csv import audit_csv
from bot.settings import Settings
from bot.store import audit as record
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.usecases import forget, rights
from bot.usecases.members import MembersError, member_list, read_members
from bot.usecases.shelf import Shelf

BY_COMMAND = "command"
"""Who did it, on record, when it was done at the command line."""


def _opened(settings: Settings) -> tuple[Store, Book]:
    store = Store(settings.dots_database_url)
    migrate(store)
    return store, Shelf(store, read_book(settings, utc_now()))()


def export(parsed: argparse.Namespace, settings: Settings) -> int:
    """All that is held on one person, as JSON; a file is readable by its owner only."""
    store, book = _opened(settings)
    text = json.dumps(rights.held_on(store, book, parsed.person), indent=2, default=str) + "\n"
    if parsed.out is None:
        sys.stdout.write(text)
        return OK
    with os.fdopen(os.open(parsed.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    return OK


def erase(parsed: argparse.Namespace, settings: Settings) -> int:
    """Erase what is held on one person."""
    if not parsed.yes:
        return cannot(f"{say.erasing()}\nNothing was erased. Add --yes to do it.")
    store, book = _opened(settings)
    done = rights.erase(store, book, parsed.person, BY_COMMAND, utc_now())
    print(say.erased(*done))
    return OK


def show_audit(parsed: argparse.Namespace, settings: Settings) -> int:
    """Who decided what, when and why, as CSV."""
    store, _ = _opened(settings)
    with store.read() as tx:
        print(audit_csv(record.entries(tx, parsed.partnership)), end="")
    return OK


def tidy(parsed: argparse.Namespace, settings: Settings) -> int:
    """Delete what has been kept for long enough; with --dry-run only say what would go."""
    store, book = _opened(settings)
    now = utc_now()
    for line in forget.would_forget(store, book, now) or ["Nothing is due to be deleted."]:
        print(line)
    if not parsed.dry_run:
        forget.forget_due(store, book, now)
    return OK


def members(parsed: argparse.Namespace, settings: Settings) -> int:
    """Members with their sectors, as CSV; with a file, taken from it."""
    store, _ = _opened(settings)
    if parsed.file is not None:
        try:
            taken = read_members(
                store, Path(parsed.file).read_text(encoding="utf-8-sig"), utc_now()
            )
        except OSError as error:
            return cannot(f"{parsed.file} cannot be read: {error.strerror}.")
        except MembersError as error:
            return cannot(str(error))
        print(f"{taken} members' sectors are kept.", file=sys.stderr)
        return OK
    rows = csv.writer(sys.stdout)
    rows.writerow(("user_id", "sector"))
    rows.writerows((user_id, Sector(sector).value) for user_id, sector in member_list(store))
    return OK
