"""The paper as a Word document that opens cleanly, and as Markdown that nothing can break."""

import re
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.digest.digest import Digest
from bot.core.digest.reading.opening import title
from bot.core.digest.reading.parts import Heading, ListItem, Quote
from bot.core.digest.reading.whole import parts
from bot.core.themes.grouping import Language, Marked
from bot.paper.digest.markdown import digest_markdown
from bot.paper.digest.word import digest_docx
from bot.paper.digest.word_styles import SMALL
from tests.core.digest.invented_cycle import (
    GROUPED,
    five_people,
    grouping,
    invented_digest,
    partnership,
)

USUAL = invented_digest(grouping=GROUPED)
NASTY = "# *bold* [link](http://x) <b> | `code` ![i](x) ~~s~~ \\ 1. one\n- item\n> quote\n\n1) two"


def opened(digest: Digest) -> Document:
    return docx.Document(BytesIO(digest_docx(digest)))


def styles(document: Document) -> list[str]:
    return [each.style.name for each in document.paragraphs if each.style and each.style.name]


def xml(digest: Digest, name: str = "word/document.xml") -> str:
    return ZipFile(BytesIO(digest_docx(digest))).read(name).decode()


def test_headings_lists_and_quotes_are_what_they_look_like() -> None:
    found, flow = styles(opened(USUAL)), parts(USUAL)
    levels = [each.level for each in flow if isinstance(each, Heading)]
    for level in (2, 3, 4):
        assert found.count(f"Heading {level}") == levels.count(level)
    assert found.count("Heading 1") == 1
    assert found.count("List Bullet") == sum(isinstance(each, ListItem) for each in flow)
    quotes = [each.words for each in flow if isinstance(each, Quote)]
    assert found.count("Quote") == sum(words.count("\n\n") + 1 for words in quotes)


def test_nothing_under_a_heading_stays_behind_with_it_at_the_end_of_a_page() -> None:
    document = opened(USUAL)
    named = [(each, each.style.name or "") for each in document.paragraphs if each.style]
    under = [
        small
        for (_, above), (small, name) in pairwise(named)
        if above.startswith("Heading") and name == SMALL
    ]
    assert under
    assert all(each.paragraph_format.keep_with_next for each in under)
    assert document.styles["Quote"].paragraph_format.keep_together


def test_headings_never_skip_a_level() -> None:
    levels = [int(each[-1]) for each in styles(opened(USUAL)) if each.startswith("Heading")]
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))


def test_the_cover_is_a_table_whose_first_row_heads_it() -> None:
    (table,) = opened(USUAL).tables
    assert [cell.text for cell in table.rows[0].cells] == ["This paper", "Details"]
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert table.rows[1].cells[1].text == "The Anytown board"


def test_the_picture_has_its_description() -> None:
    (shape,) = opened(USUAL).inline_shapes
    assert shape._inline.docPr.get("descr").startswith("Three lanes, one for each principle")


def test_the_document_is_british_english_and_says_whose_it_is() -> None:
    document = opened(USUAL)
    assert document.core_properties.title == title(USUAL)
    assert document.core_properties.language == "en-GB"
    assert 'w:lang w:val="en-GB"' in xml(USUAL, "word/styles.xml")


def test_welsh_words_and_words_from_the_right_are_marked() -> None:
    welsh = grouping(marked=(Marked(reply="R15", language=Language.WELSH),))
    assert '<w:lang w:val="cy-GB"/>' in xml(invented_digest(grouping=welsh))
    assert "<w:bidi/>" in xml(invented_digest(replies=five_people(text="مرحبا بكم")))


def test_the_same_digest_is_the_same_bytes_and_knows_no_clock() -> None:
    assert digest_docx(USUAL) == digest_docx(USUAL)
    times = {each.date_time for each in ZipFile(BytesIO(digest_docx(USUAL))).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", ["\x07 bell", "\ufffe", "&<>\"'", "x" * 120])
def test_names_that_no_file_can_hold_are_held_without_that(name: str) -> None:
    document = opened(invented_digest(partnership=partnership(name=name), replies=five_people()))
    assert document.tables[0].rows[2].cells[0].text == "Partnership"


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_any_words_can_be_written(text: str) -> None:
    assert opened(invented_digest(replies=five_people(text=text)))


def test_markdown_has_every_part_as_what_it_is() -> None:
    told, flow = digest_markdown(USUAL), parts(USUAL)
    for level in (2, 3, 4):
        wanted = sum(isinstance(each, Heading) and each.level == level for each in flow)
        assert len(re.findall(rf"^{'#' * level} ", told, re.M)) == wanted
    assert len(re.findall(r"^- ", told, re.M)) == sum(isinstance(e, ListItem) for e in flow)
    assert "| Board | The Anytown board |" in told
    assert "## ● Bridging boundaries" in told


def test_nothing_that_people_write_is_markdown() -> None:
    told = digest_markdown(invented_digest(replies=five_people(text=NASTY)))
    quotes = [each[2:] for each in told.split("\n") if each.startswith("> ")]
    assert len(quotes) == 5 * 5
    for line in quotes:
        assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]<>#|!~]", line)
        assert not re.match(r"\d+[.)]|[-+] ", line)


def test_markdown_twice_is_the_same() -> None:
    assert digest_markdown(USUAL) == digest_markdown(USUAL)
