"""The digest in print: everything of it, nothing of a person's taken for markup."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from bot.core.digest.edits import Action, Edit, Edits, fingerprint, line
from bot.core.digest.reading.opening import title
from bot.core.digest.reading.parts import Fact, Heading, ListItem, Paragraph, Quote, plain
from bot.core.digest.reading.whole import parts
from bot.core.themes.grouping import Language, Marked
from bot.paper.digest.html import digest_html
from bot.paper.digest.text import digest_text
from tests.core.digest.invented_cycle import (
    GROUPED,
    SHARED_POWER,
    grouping,
    invented_digest,
    reply,
)

NASTY = '</blockquote><script>alert("x")</script> & <img src=x onerror=y>\nsecond line\n\nthird'


class Outline(HTMLParser):
    """The tags of a page in order, and whether each was closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.well_formed = True
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.well_formed &= bool(self.open) and self.open.pop() == tag


def nasty_page() -> str:
    return digest_html(
        invented_digest(
            replies=[reply(f"R{n}", SHARED_POWER, f"U0V{n}", text=NASTY) for n in range(3)]
        )
    )


def test_a_page_has_a_language_a_title_and_one_main_heading() -> None:
    page = digest_html(invented_digest())
    assert page.startswith('<!doctype html>\n<html lang="en-GB">')
    assert f"<title>{title(invented_digest())}</title>" in page
    assert Outline(page).tags.count("h1") == 1


def test_every_tag_is_closed_and_every_part_is_there() -> None:
    digest = invented_digest(grouping=GROUPED)
    outline = Outline(digest_html(digest))
    assert outline.well_formed
    assert outline.open == []
    kinds = [type(part) for part in parts(digest)]
    assert outline.tags.count("figure") == outline.tags.count("blockquote") == kinds.count(Quote)
    asked_to = len(digest.cover.asked_to)
    assert outline.tags.count("li") == kinds.count(ListItem) + asked_to
    assert outline.tags.count("tr") == kinds.count(Fact)
    headings = [tag for tag in outline.tags if re.fullmatch(r"h[2-6]", tag)]
    assert len(headings) == kinds.count(Heading)


def test_what_people_typed_is_never_markup() -> None:
    page = nasty_page()
    assert Outline(page).well_formed
    assert not {"script", "img"} & set(Outline(page).tags)
    assert unescape(page).count('<script>alert("x")</script>') == 3


def test_every_section_is_named_by_its_heading_and_the_cover_is_a_table_with_headers() -> None:
    page = digest_html(invented_digest(grouping=GROUPED))
    labels = re.findall(r'<section class="[a-z-]+" aria-labelledby="(s\d+)">', page)
    assert labels == re.findall(r'<h2 id="(s\d+)">', page)
    assert page.count('<th scope="row">') == page.count("<tr>") == 6
    assert "<caption>About this paper</caption>" in page


def test_the_shapes_are_decoration_and_the_picture_is_described() -> None:
    page = digest_html(invented_digest(grouping=GROUPED))
    assert page.count('<svg aria-hidden="true"') == 3
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="') == 1
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(set(ids)) == len(ids)


def test_words_in_welsh_are_marked_as_such() -> None:
    welsh = grouping(marked=(Marked(reply="R15", language=Language.WELSH),))
    assert '<blockquote lang="cy">\n<p dir="auto">Mae angen' in digest_html(
        invented_digest(grouping=welsh)
    )


def test_words_of_a_coordinator_are_no_quotation() -> None:
    put = Edit(
        target=line("R05"),
        action=Action.PUT,
        words="Some are asked late.",
        about=fingerprint("We are asked to comment, not to decide."),
    )
    page = digest_html(invented_digest(edits=Edits(edits=(put,))))
    assert '<div>\n<p dir="auto">Some are asked late.</p>\n</div>\n<figcaption>Put into' in page


def test_a_quote_keeps_its_lines_and_its_own_direction() -> None:
    page = nasty_page()
    assert page.count("<br>second line</p>") == 3
    assert page.count('<p dir="auto">third</p>') == 3


def test_a_page_fetches_nothing_and_runs_nothing() -> None:
    page = digest_html(invented_digest())
    assert not re.findall(
        r"<(script|link|img|iframe|form)\b|@import|url\((?!#)|\bsrc=|\bon\w+=", page
    )


@pytest.mark.parametrize("ink", ["ink", "soft"])
@pytest.mark.parametrize("theme", [0, 1, 2])
def test_text_stands_out_enough_in_every_theme(ink: str, theme: int) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1. Themes: light, dark, print."""
    page = digest_html(invented_digest())
    colors = [dict(re.findall(r"--(\w+): (#\w+)", one)) for one in re.findall(r":root {.*", page)]
    assert len(colors) == 3
    darker, lighter = sorted(_luminance(colors[theme][name]) for name in (ink, "paper"))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(color: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_plain_text_holds_every_part_in_order() -> None:
    digest = invented_digest()
    text, at = digest_text(digest), 0
    for part in parts(digest):
        words = part.words if isinstance(part, Quote) else plain(part).removeprefix("• ")
        at = text.index(words, at) + len(words)


def test_plain_text_sets_apart_paragraphs_and_keeps_lists_together() -> None:
    digest = invented_digest()
    text = digest_text(digest)
    assert text.startswith(f"{title(digest)}\n====")
    assert "\n\nBridging boundaries\n-------------------\n\n" in text
    first, second = [part for part in parts(digest) if isinstance(part, ListItem)][:2]
    assert f"\n\n• {first.text}\n• {second.text}\n" in text
    paragraph = next(part for part in parts(digest) if isinstance(part, Paragraph))
    assert f"\n\n{paragraph.text}\n\n" in text


def test_printing_twice_gives_the_same_bytes() -> None:
    assert digest_html(invented_digest()) == digest_html(invented_digest())
    assert digest_text(invented_digest()) == digest_text(invented_digest())
