"""Draws where the dots join, as SVG: a lane for each principle, a row for everything that crosses.

One drawing for every paper. Legible in black and white; all it shows is also said in words.
"""

from collections.abc import Iterator
from html import escape

from bot.core.digest.reading.picture import Mark, Picture, Row, in_words, weight_in_words
from bot.core.framework import Principle
from bot.core.words import sentence
from bot.paper.digest.shapes import patterns, shape

WIDTH = 330
"""Points: somewhat more than the column of a page that it stands in."""

_LANES = {Principle.BB: 55.0, Principle.LC: 165.0, Principle.CU: 275.0}
_LANE_WIDTH = 106.0
_HEAD, _FOOT = 42.0, 24.0

# Sizes of letters, in points: a row's name, a lane's, a theme's, and how many join nothing.
_ROW, _LANE, _THEME, _SMALL = 9.5, 8.5, 8.0, 7.5
_LEADING = 1.16

# Points of a line's width: for a join about which no number may be said, for each sector more,
# and at most, so that it does not hide the marks.
_THINNEST, _PER_SECTOR, _THICKEST = 1.5, 1.25, 9.0

# The width of a letter, as a share of its size, on average; wide letters are not many in a line.
# Measured on the font that the papers are set in, with a little to spare for others.
_LETTER = 0.52

_LINES_OF_ROW, _LINES_OF_LANE, _LINES_OF_THEME = 2, 2, 2
_MOST_APART = 9  # small marks in one lane; more are told as a number


def picture_svg(drawn: Picture) -> str:
    """A whole SVG picture with a title and a description. The same picture, the same bytes."""
    rows, bottom = [], _HEAD
    for row in drawn.rows:
        printed, height = _row(row, bottom)
        rows.append(printed)
        bottom += height
    height = bottom + (_FOOT if any(lane.apart for lane in drawn.lanes) else 2)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="joins-t joins-d" '
        f'viewBox="0 0 {WIDTH} {height:g}" font-family="Dots Sans, system-ui, sans-serif" '
        'fill="currentColor">'
        '<title id="joins-t">Where the dots join</title>'
        f'<desc id="joins-d">{escape(" ".join(in_words(drawn)))}</desc>'
        f"<defs>{patterns('joins')}</defs>"
        f"{''.join(_lanes())}{''.join(rows)}{''.join(_apart(drawn, bottom))}</svg>\n"
    )


def _lanes() -> Iterator[str]:
    for principle, x in _LANES.items():
        yield shape(principle, x, 8.5, 6.5, "joins")
        yield from _words(
            _wrapped(principle.title, _LANE, _LANE_WIDTH, _LINES_OF_LANE), x, 25, _LANE, bold=True
        )


def _row(row: Row, top: float) -> tuple[str, float]:
    """One row, and how high it is: its name above, its marks and their line, their themes below."""
    weight = f", from {weight_in_words(row.at_least)}" if row.at_least else ""
    name = _wrapped(sentence(row.label) + weight, _ROW, WIDTH, _LINES_OF_ROW)
    middle = top + 8 + len(name) * _ROW * _LEADING + 7
    ends = [_LANES[mark.principle] for mark in row.marks]
    wide = min(_THINNEST + _PER_SECTOR * row.at_least, _THICKEST)
    below = [_wrapped(one.label, _THEME, _LANE_WIDTH, _LINES_OF_THEME) for one in row.marks]
    lines = max(map(len, below))
    parts = (
        f'<line x1="0" y1="{top:g}" x2="{WIDTH}" y2="{top:g}" stroke="currentColor" '
        'stroke-opacity=".25" stroke-width=".6"/>',
        *_words(name, 0, top + 11, _ROW, left=True),
        f'<line x1="{min(ends):g}" y1="{middle:.2f}" x2="{max(ends):g}" y2="{middle:.2f}" '
        f'stroke="currentColor" stroke-opacity=".7" stroke-width="{wide:g}"/>',
        *(
            part
            for mark, label in zip(row.marks, below, strict=True)
            for part in _mark(mark, label, middle)
        ),
    )
    return "".join(parts), middle - top + 11 + lines * _THEME * _LEADING + (2 if lines else 0)


def _mark(mark: Mark, label: list[str], middle: float) -> Iterator[str]:
    x = _LANES[mark.principle]
    yield shape(mark.principle, x, middle, 6, "joins")
    yield from _words(label, x, middle + 16, _THEME)


def _apart(drawn: Picture, top: float) -> Iterator[str]:
    for lane in drawn.lanes:
        x, shown = _LANES[lane.principle], min(lane.apart, _MOST_APART)
        for number in range(shown):
            yield shape(lane.principle, x + (number - (shown - 1) / 2) * 10, top + 8, 2.8, "joins")
        if lane.apart:
            yield from _words([f"{lane.apart} joining nothing"], x, top + 21, _SMALL)


def _words(
    lines: list[str], x: float, y: float, size: float, *, bold: bool = False, left: bool = False
) -> Iterator[str]:
    """Each line its own element: SVG breaks no lines by itself."""
    weight = ' font-weight="bold"' if bold or left else ""
    anchor = "" if left else ' text-anchor="middle"'
    for number, line in enumerate(lines):
        at = f'x="{x:g}" y="{y + number * size * _LEADING:.2f}"'
        yield f'<text {at} font-size="{size:g}"{anchor}{weight}>{escape(line)}</text>'


def _wrapped(text: str, size: float, width: float, most: int) -> list[str]:
    letters = int(width / (size * _LETTER))
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if len(longer) <= letters or not line:
            line = longer
        else:
            lines.append(line)
            line = word
    lines = [_cut(one, letters) for one in (*lines, line) if one]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(f"{lines[most - 1]} …", letters)]


def _cut(line: str, letters: int) -> str:
    return line if len(line) <= letters else line[: letters - 1].rstrip() + "…"
