"""`dots digest`: prints the current digest, writes it as a paper, makes it again to compare."""

import argparse
import json
from collections.abc import Callable

from bot.assembly import read_book, utc_now
from bot.cli.several import chosen, one_of, unknown, write
from bot.cli.words import OK, WRONG, cannot
from bot.core.digest.digest import Digest
from bot.core.partnership import Partnership
from bot.core.sentences.rebuilding import rebuilt
from bot.settings import Settings
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.usecases.board import draft
from bot.usecases.board.grouper import Grouper
from bot.usecases.board.rebuild import Verdict, rebuild
from bot.usecases.shelf import Shelf


def print_digest(parsed: argparse.Namespace, settings: Settings) -> int:
    """The current digest: the stored one, or what it would be if it were made now."""
    now = utc_now()
    store = Store(settings.dots_database_url)
    migrate(store)
    book = Shelf(store, read_book(settings, now))()
    wanted = chosen(book, parsed.partnership)
    if not wanted:
        return unknown(book, parsed.partnership)
    if parsed.rebuild:
        return _rebuild(store, wanted)
    group = Grouper()
    found = [(each, draft.current_digest(store, book, group, each, now)) for each in wanted]
    digests = [(each, digest) for each, digest in found if digest is not None]
    if not digests:
        return cannot("No prompt has been asked yet, so there is nothing to put into a digest.")
    files = {path: print_ for name, print_ in PAPERS.items() if (path := getattr(parsed, name))}
    if parsed.json:
        print(json.dumps([digest.model_dump(mode="json") for _, digest in digests], indent=2))
    elif not files:
        print("\n\n".join(_text(digest) for _, digest in digests))
    for path, print_ in files.items():
        for each, digest in digests:
            write(one_of(path, each.id, len(digests)), print_(digest))
    return OK


def _rebuild(store: Store, wanted: list[Partnership]) -> int:
    code = OK
    for each in wanted:
        again = rebuild(store, each)
        if again is None:
            print(f"{each.name}: no digest has been drafted yet.")
            continue
        print(f"{each.name}: {rebuilt(again.verdict, again.missing, again.version)}")
        if again.verdict is Verdict.OTHER:
            code = WRONG
    return code


# Each imports its printer when it is used: their libraries are large, and most commands need none.


def _text(digest: Digest) -> str:
    from bot.paper.digest.text import digest_text

    return digest_text(digest)


def _pdf(digest: Digest) -> bytes:
    from bot.paper.digest.pdf import digest_pdf

    return digest_pdf(digest)


def _docx(digest: Digest) -> bytes:
    from bot.paper.digest.word import digest_docx

    return digest_docx(digest)


def _html(digest: Digest) -> bytes:
    from bot.paper.digest.html import digest_html

    return digest_html(digest).encode()


def _md(digest: Digest) -> bytes:
    from bot.paper.digest.markdown import digest_markdown

    return digest_markdown(digest).encode()


PAPERS: dict[str, Callable[[Digest], bytes]] = {
    "pdf": _pdf,
    "docx": _docx,
    "html": _html,
    "md": _md,
}
"""Each kind of paper by the name of its option."""
