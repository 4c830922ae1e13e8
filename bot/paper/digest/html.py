"""Prints a digest as one self-contained, accessible HTML page: no script, nothing fetched."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from bot.core.digest.digest import Digest
from bot.core.digest.reading.parts import Drawing, Fact, Heading, Paragraph, Quote
from bot.core.themes.grouping import Language
from bot.paper.digest.outline import Items, Outline, Piece, Section, outline
from bot.paper.digest.picture import picture_svg
from bot.paper.digest.shapes import mark_svg

_STYLE = Path(__file__).with_name("print.css").read_text(encoding="utf-8").strip()


def digest_html(digest: Digest) -> str:
    """A whole HTML document. Every word of a person's is escaped."""
    return outline_html(outline(digest))


def outline_html(whole: Outline) -> str:
    """The same of any paper."""
    heading = escape(whole.title)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{heading}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f"<body>\n<main>\n<header>\n<h1>{heading}</h1>\n{_cover(whole.facts)}\n"
        f"{_all(whole.opening)}\n</header>\n{_sections(whole)}\n</main>\n</body>\n</html>\n"
    )


def _cover(facts: Iterable[Fact]) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{escape(fact.label)}</th><td>{_values(fact.values)}</td></tr>'
        for fact in facts
    )
    return f"<table>\n<caption>About this paper</caption>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _values(values: tuple[str, ...]) -> str:
    return escape(values[0]) if len(values) == 1 else _list(values)


def _list(texts: Iterable[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{escape(text)}</li>" for text in texts) + "\n</ul>"


def _sections(whole: Outline) -> str:
    return "\n".join(_section(one, number) for number, one in enumerate(whole.sections, start=1))


def _section(section: Section, number: int) -> str:
    heading = section.heading
    mark = f'<span class="mark">{_mark(heading, number)}</span>' if heading.principle else ""
    return (
        f'<section class="{heading.role}" aria-labelledby="s{number}">\n'
        f'<h2 id="s{number}">{mark}{escape(heading.text)}</h2>\n'
        f"{_all(section.pieces)}\n</section>"
    )


def _mark(heading: Heading, number: int) -> str:
    """The principle's shape, which says nothing that the heading does not."""
    if heading.principle is None:
        return ""
    svg = mark_svg(heading.principle, prefix=f"mark{number}")
    return svg.replace("<svg ", '<svg aria-hidden="true" ', 1)


def _all(pieces: Iterable[Piece]) -> str:
    return "\n".join(map(_printed, pieces))


def _printed(piece: Piece) -> str:
    match piece:
        case Items():
            return _list(piece.texts)
        case Heading():
            return f"<h{piece.level}>{escape(piece.text)}</h{piece.level}>"
        case Paragraph():
            small = ' class="small"' if piece.small else ""
            return f"<p{small}>{escape(piece.text)}</p>"
        case Quote():
            return _quote(piece)
        case Drawing():
            return f'<div class="drawing">{picture_svg(piece.picture).strip()}</div>'
    raise TypeError(f"a page cannot hold {type(piece).__name__}")


def _quote(quote: Quote) -> str:
    """A member's words in a quotation; a coordinator's in the same place, and marked so."""
    tag = "blockquote" if quote.own else "div"
    language = ' lang="cy"' if quote.language is Language.WELSH else ""
    whose = f"<figcaption>{escape(quote.attribution)}</figcaption>\n" if quote.attribution else ""
    words = "\n".join(_paragraphs(quote.words))
    return f"<figure>\n<{tag}{language}>\n{words}\n</{tag}>\n{whose}</figure>"


def _paragraphs(words: str) -> Iterator[str]:
    """The reader's browser finds the direction of each paragraph by its first strong letter."""
    for paragraph in words.split("\n\n"):
        yield f'<p dir="auto">{escape(paragraph).replace(chr(10), "<br>")}</p>'
