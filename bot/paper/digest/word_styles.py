"""Dresses a Word document: its styles, language, page, footer and properties. Adds no words of a
digest besides its title."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Arial"
"""On every machine of a public body, and one of those that accessibility guides name."""

INK, SOFT, LINE = "1B2424", "46524F", "9FB0AB"

SMALL = "Digest Small"
"""The style of what stands around the text."""

_POINTS = {"Heading 1": 20, "Heading 2": 15, "Heading 3": 12.5, "Heading 4": 11}
_BEFORE = {"Heading 1": 0, "Heading 2": 18, "Heading 3": 12, "Heading 4": 9}


def dressed(document: "Document", title: str, author: str, made_at: datetime) -> None:
    """Set everything that the whole document shares. The title is also what a screen reader says
    first."""
    _page(document)
    _text(document)
    _headings(document)
    _quotes(document)
    _own_styles(document)
    _footer(document, title)
    _properties(document, title, author, made_at)


def lined(table: Any) -> None:
    """A thin line under each row, and none beside."""
    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    # The order that the standard asks for (ECMA-376, 17.4.59); Word can refuse a file without it.
    followers = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    table._tbl.tblPr.insert_element_before(borders, *followers)


def narrow_first(table: Any) -> None:
    """The first column as wide as its labels, the second with the rest of the page."""
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, (Mm(46), Mm(120)), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
            cell.paragraphs[-1].paragraph_format.space_after = Mm(0.5)


def below_table(document: "Document") -> None:
    """Some room between the cover and the first paragraph, without an empty one."""
    from docx.shared import Pt

    body = document.paragraphs
    if len(body) > 1:
        body[1].paragraph_format.space_before = Pt(12)


def _page(document: "Document") -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(18)


def _text(document: "Document") -> None:
    from docx.shared import Pt

    _font(document.styles["Normal"], 11, INK)
    normal = document.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(6), 1.1
    document.styles["List Bullet"].paragraph_format.space_after = Pt(3)
    for language in document.styles.element.iter(_named("w:lang")):
        language.set(_named("w:val"), "en-GB")
        language.set(_named("w:eastAsia"), "en-GB")


def _headings(document: "Document") -> None:
    from docx.shared import Pt

    for name, points in _POINTS.items():
        style = document.styles[name]
        _font(style, points, SOFT if name == "Heading 4" else INK, bold=True)
        style.paragraph_format.space_before = Pt(_BEFORE[name])
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True
        style.font.italic = False


def _quotes(document: "Document") -> None:
    from docx.shared import Mm, Pt

    style = document.styles["Quote"]
    _font(style, 11, INK)
    style.font.italic = style.font.cs_italic = False
    style.paragraph_format.left_indent = Mm(4)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.keep_together = True
    borders = _element("w:pBdr")
    borders.append(_element("w:left", val="single", sz="12", space="8", color=LINE))
    style.element.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


# What may follow a paragraph's borders, in the order that the standard asks for (ECMA-376, 17.3.1).
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")


def _own_styles(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE

    small = document.styles.add_style(SMALL, WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = document.styles["Normal"]
    _font(small, 9.5, SOFT)


def _footer(document: "Document", title: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles[SMALL]
    paragraph.add_run(f"{title}. Page ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        else:
            code = _element("w:instrText")
            code.text = text
            run._r.append(code)


def _properties(document: "Document", title: str, author: str, made_at: datetime) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, "en-GB"
    properties.last_modified_by = author
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    properties.comments = properties.keywords = ""
    properties.revision = 1


def _font(style: Any, points: float, color: str, *, bold: bool = False) -> None:
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = FONT, Pt(points), bold
    style.font.color.rgb = RGBColor.from_string(color)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for old in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_named(f"w:{old}"), None)
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(_named(script), FONT)


def _named(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(_named(f"w:{key}"), value)
    return made
