"""`dots run`: the bot in earnest, until it is told to stop."""

import argparse
import logging
import signal

from bot.assembly import Bot, read_book, utc_now
from bot.cli.words import OK, cannot
from bot.settings import Settings

log = logging.getLogger(__name__)


def run(_parsed: argparse.Namespace, settings: Settings) -> int:
    """Run until SIGTERM or SIGINT; what is on its way is finished first."""
    missing = settings.missing()
    if missing:
        return cannot(
            f"Not set: {', '.join(missing)}. Put {'it' if len(missing) == 1 else 'them'} into the "
            "environment or into a file called .env in this folder; README.md says where to find "
            "each. `dots rehearse` needs none."
        )
    book = read_book(settings, utc_now())
    bot = Bot(settings, book)
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: bot.stopping.set())
    try:
        bot.start()
        live = sum(each.live for each in book.partnerships)
        log.info("at work: %d partnerships live, of %d", live, len(book.partnerships))
        bot.stopping.wait()
    finally:
        bot.stop()
    log.info("stopped")
    return OK
