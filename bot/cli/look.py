"""`dots check`, `dots plan`: show, and change nothing in Slack."""

import argparse
import json
from collections.abc import Iterator

from bot.assembly import read_book, utc_now
from bot.cli.several import chosen, one_of, unknown, write
from bot.cli.words import OK, WRONG
from bot.content.folders import check
from bot.core.asking.plan import Plan
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.core.words import day_in_words
from bot.paper.calendar_ics import calendar_ics
from bot.paper.calendar_text import calendar_text
from bot.settings import Settings
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.usecases.asking import plan
from bot.usecases.shelf import Shelf


def check_files(parsed: argparse.Namespace, settings: Settings) -> int:
    """Every mistake in both folders at once."""
    findings = check(settings.dots_prompts, settings.dots_schedules, utc_now().date())
    print(findings.as_json() if parsed.json else findings.as_text())
    return WRONG if findings.errors else OK


def print_plan(parsed: argparse.Namespace, settings: Settings) -> int:
    """Everything that will be sent, as it stands now; live or not."""
    now = utc_now()
    files = read_book(settings, now)
    store = Store(settings.dots_database_url)
    migrate(store)
    book = Shelf(store, files)()
    wanted = chosen(book, parsed.partnership)
    if not wanted:
        return unknown(book, parsed.partnership)
    plans = [(each, plan.preview(store, book, each, now)) for each in wanted]
    if parsed.json:
        print(json.dumps([p.model_dump(mode="json") for _, p in plans], indent=2))
    else:
        print("\n\n".join(calendar_text(each, p) for each, p in plans))
        for line in _reasons(book, plans) if parsed.why else ():
            print(line)
    for each, planned in plans if parsed.ics else ():
        write(one_of(parsed.ics, each.id, len(plans)), calendar_ics(each, planned, now))
    return OK


def _reasons(book: Book, plans: list[tuple[Partnership, Plan]]) -> Iterator[str]:
    for partnership, planned in plans:
        bank = book.bank_of(partnership.id)
        for reason in planned.reasons:
            prompt = bank.get(reason.prompt_id)
            yield f"\n{day_in_words(reason.on)}: {prompt.text if prompt else reason.prompt_id}"
            yield f"  {reason.why}"
