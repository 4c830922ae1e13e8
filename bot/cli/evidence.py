"""The command that writes the evidence of a period: HTML, Word, CSV, or a list of what is in it."""

import argparse
from datetime import UTC, datetime, time
from pathlib import Path

from bot.assembly import read_book, utc_now
from bot.cli.words import OK, cannot
from bot.core import evidence as pack
from bot.paper.digest.html import outline_html
from bot.paper.digest.outline import outlined
from bot.paper.digest.word import outline_docx
from bot.paper.evidence_csv import evidence_csv
from bot.settings import Settings
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.usecases.board.evidence import evidence, financial_year
from bot.usecases.shelf import Shelf


def write(parsed: argparse.Namespace, settings: Settings) -> int:
    """Write it in each form that was asked for; CSV to standard output when none was."""
    store = Store(settings.dots_database_url)
    migrate(store)
    book = Shelf(store, read_book(settings, utc_now()))()
    partnership = book.partnership(parsed.partnership)
    if partnership is None:
        known = ", ".join(each.id for each in book.partnerships) or "none"
        return cannot(f"There is no partnership {parsed.partnership}; there is: {known}.")
    start, end = financial_year(utc_now().astimezone(partnership.tz).date())
    start, end = parsed.start or start, parsed.until or end
    if end < start:
        return cannot(f"The period ends on {end}, before it begins on {start}.")
    with store.read() as tx:
        found = evidence(tx, partnership, start, end)
    whole = outlined(pack.title(found), pack.parts(found))
    if parsed.html:
        Path(parsed.html).write_text(outline_html(whole), encoding="utf-8")
    if parsed.docx:
        made_at = datetime.combine(end, time(), tzinfo=UTC)
        Path(parsed.docx).write_bytes(outline_docx(whole, partnership.name, made_at))
    if parsed.csv:
        Path(parsed.csv).write_text(evidence_csv(found), encoding="utf-8", newline="")
    elif not (parsed.html or parsed.docx):
        print(evidence_csv(found), end="")
    return OK
