"""The paper as a PDF: one sheet where it fits, accessible, and safe for whatever people write."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.core.digest.digest import Digest
from bot.core.digest.reading.opening import title
from bot.paper.digest.glyphs import breakable, printable
from bot.paper.digest.pdf import digest_pdf
from bot.paper.digest.png import picture_png
from tests.core.digest.invented_cycle import (
    GROUPED,
    SLOWER,
    five_people,
    grouping,
    invented_digest,
    partnership,
    reply,
    together,
)
from tests.paper.digest.pictures import PICTURE

NASTY = (
    '#let x = 1\n#image("/etc/passwd") *bold* _it_ $x^2$ @ref <label> \\ `code` // c /* c */\n'
    "= heading\n- item\n#panic()"
)

WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


def pages(printed: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))


@pytest.fixture(scope="module")
def usual() -> bytes:
    return digest_pdf(invented_digest(grouping=GROUPED))


def test_it_is_tagged_has_a_language_a_title_and_says_that_it_is_accessible(usual: bytes) -> None:
    assert usual.startswith(b"%PDF-1.7")
    for mark in (b"/StructTreeRoot", b"/Marked true", b"/Lang(en-GB)", b"/DisplayDocTitle true"):
        assert mark in usual
    assert b"<pdfuaid:part>1</pdfuaid:part>" in usual
    assert title(invented_digest()).encode() in usual


def test_the_same_digest_is_printed_as_the_same_bytes(usual: bytes) -> None:
    assert digest_pdf(invented_digest(grouping=GROUPED)) == usual


def test_its_fonts_are_inside_it(usual: bytes) -> None:
    names = set(re.findall(rb"/BaseFont/[A-Z]{6}\+([A-Za-z-]+)", usual))
    assert names == {b"DotsSans-Regular", b"DotsSans-Bold"}
    assert usual.count(b"/FontFile2") == len(names)


@pytest.mark.parametrize(
    "digest",
    [
        invented_digest(replies=[]),
        invented_digest(replies=five_people()),
        invented_digest(grouping=GROUPED),
        invented_digest(asked=[], replies=[]),
    ],
)
def test_an_ordinary_paper_is_one_sheet(digest: Digest) -> None:
    assert pages(digest_pdf(digest)) <= 2


def test_a_paper_that_is_too_long_for_a_sheet_grows_by_pages() -> None:
    said = [reply(f"T{n}-{m}", SLOWER, f"U0T{n}-{m}") for n in range(80) for m in range(2)]
    themes = (together(f"T{n}-0", f"T{n}-1", given_label=f"theme {n}") for n in range(80))
    digest = invented_digest(replies=said, grouping=grouping(*themes))
    assert pages(digest_pdf(digest)) > 2


def test_what_people_write_is_never_read_as_markup() -> None:
    nasty = five_people(text=NASTY)
    loud = partnership(name=NASTY[:100], board=partnership().board.model_dump() | {"name": "#x$"})
    assert pages(digest_pdf(invented_digest(partnership=loud, replies=nasty))) <= 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
@example("\U0001f44d\U0001f3fd \U0001f468\u200d\U0001f469\u200d\U0001f467")
@example("مرحبا שלום 日本語 বাংলা ไทย")
@example("\ufdfa\u0e33\u1f00\u0300\u0489")
@example("x" * 300)
def test_any_words_can_be_printed(text: str) -> None:
    assert digest_pdf(invented_digest(replies=five_people(text=text)))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ŵ and ŷ, Cześć, Привіт, ẹ́kàárọ̀", "ŵ and ŷ, Cześć, Привіт, ẹ́kàárọ̀"),
        ("Yes \U0001f44d\U0001f3fd!", "Yes [thumbs up sign]!"),
        ("a \U0001f937\u200d\u2640\ufe0f b", "a [shrug] b"),
        (WALES, "[flag of Wales]"),
        ("\U0001f1ec\U0001f1e7", "[flag GB]"),
        ("日本 語 ok", "[words in Chinese or Japanese letters] ok"),
        ("বাংলায় লিখি. And English.", "[words in Bengali letters]. And English."),
        ("مرحبا שלום", "مرحبا שלום"),
    ],
)  # fmt: skip
def test_what_has_no_letter_in_our_fonts_is_described(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_a_word_without_end_may_break_and_an_ordinary_one_does_not() -> None:
    assert breakable("safeguarding children") == "safeguarding children"
    assert max(map(len, re.split("\u200b", breakable("x" * 300)))) == 40


def test_the_picture_alone_is_a_png() -> None:
    assert picture_png(PICTURE).startswith(b"\x89PNG")
    assert picture_png(PICTURE) == picture_png(PICTURE)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed here")
def test_a_reader_of_pdfs_finds_headings_lists_quotes_and_the_picture(
    tmp_path: Path, usual: bytes
) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(usual)
    program = shutil.which("pdfinfo") or ""
    asked = subprocess.run(
        [program, "-struct", str(file)], capture_output=True, text=True, check=True
    )
    told = asked.stdout
    kinds = re.findall(r"^\s*(H1|H2|H3|H4|LI|BlockQuote|Figure|P)\b", told, re.M)
    assert kinds.count("H1") == 1
    assert {"H2", "H3", "H4", "LI", "BlockQuote", "Figure", "P"} <= set(kinds)
    assert 'H2 "Bridging boundaries"' in told
