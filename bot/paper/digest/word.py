"""Prints a digest as a Word document with real styles, so that it can be pasted into a template.

Headings are headings, lists are lists, the picture has its description; decides no words.
"""

import re
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bot.core.digest.digest import Digest
from bot.core.digest.reading.parts import Drawing, Fact, Heading, Paragraph, Quote
from bot.core.themes.grouping import Language
from bot.paper.digest.outline import Items, Outline, Piece, Section, outline
from bot.paper.digest.png import picture_png
from bot.paper.digest.shapes import GLYPHS
from bot.paper.digest.word_styles import SMALL, below_table, dressed, lined, narrow_first
from bot.paper.digest.writing import is_from_right
from bot.paper.digest.zipped import same_bytes

if TYPE_CHECKING:
    from docx.document import Document

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""https://www.w3.org/TR/xml/#charsets"""

_PICTURE_MM = 120


def digest_docx(digest: Digest) -> bytes:
    """A .docx file. The same digest gives the same bytes."""
    return outline_docx(outline(digest), digest.cover.author, digest.made.cut_at)


def outline_docx(whole: Outline, author: str, made_at: datetime) -> bytes:
    """The same of any paper; `made_at` is what the file says of its making."""
    import docx  # here and not above: a bot which prints nothing can spare it

    document = docx.Document()
    dressed(document, _xml(whole.title), _xml(author), made_at)
    document.add_heading(_xml(whole.title), level=1)
    _cover(document, whole)
    for piece in whole.opening:
        _add(document, piece)
    below_table(document)
    for section in whole.sections:
        _section(document, section)
    file = BytesIO()
    document.save(file)
    return same_bytes(file.getvalue())


def _cover(document: "Document", whole: Outline) -> None:
    table = document.add_table(rows=1, cols=2)
    lined(table)
    for cell, words in zip(table.rows[0].cells, ("This paper", "Details"), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    _heads_its_table(table.rows[0])
    for fact in whole.facts:
        label, values = table.add_row().cells
        label.paragraphs[0].add_run(fact.label).bold = True
        _values(values, fact)
    narrow_first(table)


def _values(cell: Any, fact: Fact) -> None:
    for number, words in enumerate(fact.values):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.text = _xml(words)
        if len(fact.values) > 1:
            paragraph.style = "List Bullet"


def _heads_its_table(row: Any) -> None:
    """Says so to a screen reader, and repeats it on every page that the table reaches."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _section(document: "Document", section: Section) -> None:
    heading = section.heading
    mark = f"{GLYPHS[heading.principle]} " if heading.principle else ""
    document.add_heading(mark + _xml(heading.text), level=2)
    for before, piece in pairwise((heading, *section.pieces)):
        _add(document, piece)
        if isinstance(before, Heading) and isinstance(piece, Paragraph) and piece.small:
            _kept_with_next(document)


def _kept_with_next(document: "Document") -> None:
    """What stands under a heading does not stay behind with it at the end of a page."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True


def _add(document: "Document", piece: Piece) -> None:
    match piece:
        case Items():
            for text in piece.texts:
                document.add_paragraph(_xml(text), style="List Bullet")
        case Heading():
            document.add_heading(_xml(piece.text), level=piece.level)
        case Paragraph():
            document.add_paragraph(_xml(piece.text), style=SMALL if piece.small else None)
        case Quote():
            _quote(document, piece)
        case Drawing():
            _drawing(document, piece)
        case _:
            raise TypeError(f"Word cannot hold {type(piece).__name__} here")


def _quote(document: "Document", quote: Quote) -> None:
    """Paragraphs of the words, and whose they are in the last of them."""
    from docx.enum.text import WD_BREAK

    paragraphs = quote.words.split("\n\n")
    for number, words in enumerate(paragraphs, start=1):
        paragraph = document.add_paragraph(style="Quote")
        paragraph.paragraph_format.keep_with_next = number < len(paragraphs)
        run = paragraph.add_run(_xml(words))
        _in_its_language(paragraph, run, quote, words)
        if number == len(paragraphs) and quote.attribution:
            paragraph.add_run().add_break(WD_BREAK.LINE)
            paragraph.add_run(f"— {_xml(quote.attribution)}").font.size = _points(9.5)


def _in_its_language(paragraph: Any, run: Any, quote: Quote, words: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if quote.language is Language.WELSH:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "cy-GB")
        run._r.get_or_add_rPr().append(language)
    if is_from_right(words):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True


def _drawing(document: "Document", drawing: Drawing) -> None:
    from docx.shared import Mm

    file = BytesIO(picture_png(drawing.picture))
    document.add_picture(file, width=Mm(_PICTURE_MM))
    described = document.inline_shapes[-1]._inline.docPr
    described.set("descr", _xml(drawing.alt))
    described.set("title", "Where the dots join")
    described.set("name", "Where the dots join")


def _points(size: float) -> Any:
    from docx.shared import Pt

    return Pt(size)


def _xml(text: str) -> str:
    """The text without what no XML file can hold."""
    return _NOT_IN_XML.sub("", text)
