"""Prints a digest as a PDF: tagged, with its fonts and its language, on one sheet where it fits.

Typst sets it; what anybody wrote reaches it as data, and never as markup.
"""

import json
import re
from pathlib import Path
from typing import Any

from bot.core.digest.digest import Digest
from bot.core.digest.reading.parts import Drawing, Heading, Paragraph, Quote
from bot.core.framework import Principle
from bot.core.themes.grouping import Language
from bot.paper.digest.glyphs import FONTS, breakable, printable
from bot.paper.digest.outline import Items, Piece, Section, outline
from bot.paper.digest.picture import picture_svg
from bot.paper.digest.shapes import mark_svg
from bot.paper.digest.writing import is_from_right

_TEMPLATE = Path(__file__).with_name("print.typ")

LAYOUTS = ((1, 11.0), (2, 11.0), (2, 10.5), (2, 10.0), (2, 9.5), (2, 9.0))
"""Columns, and points of a letter. The first is taken in which the paper is one sheet, printed on
both sides: 9 points are the least that we would hand to anybody."""

GROWING = ((2, 10.0), (2, 9.5))
"""The layouts of a paper that none brings down to one sheet: it grows by pages instead, by as few
as it can, so that no page holds a line or two."""

_SHEET = 2
"""Pages."""

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def digest_pdf(digest: Digest) -> bytes:
    """A PDF/UA-1 document. The same digest gives the same bytes."""
    paper = json.dumps(_paper(digest), ensure_ascii=False)
    made_at = int(digest.made.cut_at.timestamp())
    grown: list[bytes] = []
    for layout in LAYOUTS:
        printed = _typeset(paper, layout, made_at)
        if _pages(printed) <= _SHEET:
            return printed
        if layout in GROWING:
            grown.append(printed)
    return min(grown, key=_pages)


def _pages(printed: bytes) -> int:
    return len(_PAGE.findall(printed))


def _typeset(paper: str, layout: tuple[int, float], made_at: int) -> bytes:
    import typst  # here and not above: 80 MB that a bot which prints nothing can spare

    printed: bytes = typst.compile(
        _TEMPLATE,
        format="pdf",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"paper": paper, "columns": str(layout[0]), "size": str(layout[1])},
        pdf_standards=["ua-1"],
        timestamp=made_at,
    )
    return printed


def _paper(digest: Digest) -> dict[str, Any]:
    whole = outline(digest)
    return {
        "title": _words(whole.title),
        "author": _words(digest.cover.author),
        "marks": {principle.value: mark_svg(principle) for principle in Principle},
        "facts": [
            {"label": fact.label, "values": [_words(one) for one in fact.values]}
            for fact in whole.facts
        ],
        "opening": _pieces(whole.opening),
        "sections": [_section(one) for one in whole.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    heading = section.heading
    return {
        "title": heading.text,
        "role": heading.role,
        "principle": heading.principle,
        "parts": _pieces(section.pieces),
    }


def _pieces(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    """Each piece, and whether it must stay with the one below it."""
    below = (*pieces[1:], None)
    return [
        _piece(one) | {"keep": isinstance(after, Quote | Heading)}
        for one, after in zip(pieces, below, strict=True)
    ]


def _piece(piece: Piece) -> dict[str, Any]:
    match piece:
        case Items():
            return {"kind": "list", "items": [_words(one) for one in piece.texts]}
        case Heading():
            return {"kind": "heading", "level": piece.level, "text": _words(piece.text)}
        case Paragraph():
            return {"kind": "paragraph", "text": _words(piece.text), "small": piece.small}
        case Quote():
            return _quote(piece)
        case Drawing():
            svg = printable(picture_svg(piece.picture))
            return {"kind": "drawing", "svg": svg, "alt": _words(piece.alt)}
    raise TypeError(f"a PDF cannot hold {type(piece).__name__}")


def _quote(quote: Quote) -> dict[str, Any]:
    words = _words(quote.words)
    return {
        "kind": "quote",
        "paragraphs": [one.split("\n") for one in words.split("\n\n")],
        "attribution": _words(quote.attribution),
        "lang": "cy" if quote.language is Language.WELSH else "",
        "from_right": is_from_right(words),
    }


def _words(text: str) -> str:
    return breakable(printable(text))
