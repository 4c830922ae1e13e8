"""A digest that was stored before there were themes can still be read, and reads as it did."""

from pathlib import Path

from bot.core.digest.digest import printed_words
from bot.core.digest.earlier import is_of_this_form, read_digest
from bot.core.digest.heard import LineKind
from bot.core.digest.reading.pages import pages, plain_text
from bot.core.digest.reading.parts import plain
from bot.core.digest.reading.whole import parts
from tests.core.digest.invented_cycle import REPLIES, invented_digest

FIRST_FORM = Path(__file__).with_name("first_form.json").read_text()
"""The invented cycle's digest, as version 0.1 stored it."""


def test_every_quote_of_a_first_digest_stands_with_its_sector() -> None:
    digest = read_digest(FIRST_FORM)
    agreed = {one.id for one in REPLIES if one.choice is not None and one.choice.value == "quote"}
    assert set(printed_words(digest)) == agreed
    told = "\n".join(map(plain, parts(digest)))
    assert "— From housing" in told
    assert "One more view waits for its author's yes" in told


def test_a_first_digest_counts_what_it_counted() -> None:
    digest = read_digest(FIRST_FORM)
    assert digest.counts is not None
    assert digest.counts.alone == digest.counts.replies == len(REPLIES) - 1
    waiting = [one for one in digest.lines() if one.kind is LineKind.WAITING]
    assert len(waiting) == sum(one.choice is None for one in REPLIES)


def test_a_first_digest_is_cut_into_pages() -> None:
    assert "What could we give more time to?" in "".join(
        plain_text(page) for page in pages(read_digest(FIRST_FORM))
    )


def test_a_digest_of_today_is_read_as_it_was_stored() -> None:
    stored = invented_digest().model_dump_json()
    assert read_digest(stored) == invented_digest()
    assert is_of_this_form(stored)
    assert not is_of_this_form(FIRST_FORM)
