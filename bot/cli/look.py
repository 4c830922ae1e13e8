"""`dots check`, `dots plan`, `dots digest`: show, and change nothing in Slack."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.assembly import read_book, utc_now
from bot.cli.words import OK, WRONG, cannot
from bot.content import check
from bot.core.asking.plan import Plan
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.core.words import day_in_words
from bot.paper.calendar_ics import calendar_ics
from bot.paper.calendar_text import calendar_text
from bot.paper.digest_html import digest_html
from bot.paper.digest_text import digest_text
from bot.settings import Settings
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.usecases.asking import plan
from bot.usecases.board import draft
from bot.usecases.board.grouper import Grouper


def check_files(parsed: argparse.Namespace, settings: Settings) -> int:
    """Every mistake in both folders at once."""
    findings = check(settings.dots_prompts, settings.dots_schedules, utc_now().date())
    print(findings.as_json() if parsed.json else findings.as_text())
    return WRONG if findings.errors else OK


def print_plan(parsed: argparse.Namespace, settings: Settings) -> int:
    """Everything that will be sent, as it stands now; live or not."""
    now = utc_now()
    book = read_book(settings, now)
    chosen = _chosen(book, parsed.partnership)
    if not chosen:
        return _unknown(book, parsed.partnership)
    store = Store(settings.dots_database_url)
    migrate(store)
    plans = [(each, plan.preview(store, book, each, now)) for each in chosen]
    if parsed.json:
        print(json.dumps([p.model_dump(mode="json") for _, p in plans], indent=2))
    else:
        print("\n\n".join(calendar_text(each, p) for each, p in plans))
        for line in _reasons(book, plans) if parsed.why else ():
            print(line)
    for each, planned in plans if parsed.ics else ():
        _write(_one_of(parsed.ics, each.id, len(plans)), calendar_ics(each, planned, now))
    return OK


def _reasons(book: Book, plans: list[tuple[Partnership, Plan]]) -> Iterator[str]:
    for partnership, planned in plans:
        bank = book.bank_of(partnership.id)
        for reason in planned.reasons:
            prompt = bank.get(reason.prompt_id)
            yield f"\n{day_in_words(reason.on)}: {prompt.text if prompt else reason.prompt_id}"
            yield f"  {reason.why}"


def print_digest(parsed: argparse.Namespace, settings: Settings) -> int:
    """The current draft: the stored one, or what it would be if it were made now."""
    now = utc_now()
    book = read_book(settings, now)
    chosen = _chosen(book, parsed.partnership)
    if not chosen:
        return _unknown(book, parsed.partnership)
    store = Store(settings.dots_database_url)
    migrate(store)
    group = Grouper()
    found = [(each, draft.current_digest(store, book, group, each, now)) for each in chosen]
    digests = [(each, digest) for each, digest in found if digest is not None]
    if not digests:
        return cannot("No prompt has been asked yet, so there is nothing to put into a digest.")
    if parsed.json:
        print(json.dumps([digest.model_dump(mode="json") for _, digest in digests], indent=2))
    elif not parsed.html:
        print("\n\n".join(digest_text(digest) for _, digest in digests))
    for each, digest in digests if parsed.html else ():
        path = _one_of(parsed.html, each.id, len(digests))
        _write(path, digest_html(digest).encode())
    return OK


def _chosen(book: Book, partnership_id: str | None) -> list[Partnership]:
    return [each for each in book.partnerships if partnership_id in (None, each.id)]


def _unknown(book: Book, partnership_id: str | None) -> int:
    known = ", ".join(each.id for each in book.partnerships) or "none; schedules/ is empty"
    return cannot(f"No partnership is called {partnership_id}. Known: {known}.")


def _one_of(path: Path, partnership_id: str, how_many: int) -> Path:
    """The file to write: with several partnerships, each gets its id into its file's name."""
    return path if how_many == 1 else path.with_name(f"{path.stem}-{partnership_id}{path.suffix}")


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    print(f"Written: {path}", file=sys.stderr)
