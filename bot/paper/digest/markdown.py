"""Prints a digest as Markdown (CommonMark, with a table as GitHub has them). Nothing that anybody
wrote is read as markup."""

import re

from bot.core.digest.digest import Digest
from bot.core.digest.reading.parts import Drawing, Fact, Heading, Paragraph, Quote
from bot.paper.digest.outline import Items, Piece, Section, outline
from bot.paper.digest.shapes import GLYPHS

# Whatever may begin or end markup anywhere in a line; a backslash before it shows it as it is.
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~&:@$^=-])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
"""A number that would begin a list."""


def digest_markdown(digest: Digest) -> str:
    """The digest as Markdown, ending in a newline."""
    whole = outline(digest)
    blocks = [
        f"# {_inline(whole.title)}",
        _cover(whole.facts),
        *map(_piece, whole.opening),
        *(block for section in whole.sections for block in _section(section)),
    ]
    return "\n\n".join(blocks) + "\n"


def _cover(facts: tuple[Fact, ...]) -> str:
    rows = (f"| {_inline(one.label)} | {_inline('; '.join(one.values))} |" for one in facts)
    return "\n".join(("| This paper | Details |", "|---|---|", *rows))


def _section(section: Section) -> tuple[str, ...]:
    heading = section.heading
    mark = f"{GLYPHS[heading.principle]} " if heading.principle else ""
    return (f"## {mark}{_inline(heading.text)}", *map(_piece, section.pieces))


def _piece(piece: Piece) -> str:
    match piece:
        case Items():
            return "\n".join(f"- {_inline(text)}" for text in piece.texts)
        case Heading():
            return f"{'#' * piece.level} {_inline(piece.text)}"
        case Paragraph():
            return _inline(piece.text)
        case Quote():
            return _quote(piece)
        case Drawing():
            return f"*{_inline(f'Picture: {piece.alt}')}*"
    raise TypeError(f"Markdown cannot hold {type(piece).__name__}")


def _quote(quote: Quote) -> str:
    whose = f"\n\n— {quote.attribution}" if quote.attribution else ""
    lines = (quote.words + whose).split("\n")
    return "\n".join(f"> {_inline(line)}{'  ' if line else ''}".rstrip("\t") for line in lines)


def _inline(text: str) -> str:
    """Words on one line, shown as they are."""
    escaped = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _NUMBERED.sub(r"\1\\\2", escaped)
