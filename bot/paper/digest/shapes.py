"""Three shapes and three patterns, one for each principle, so that nothing hangs on colour. SVG."""

from bot.core.framework import Principle

# Inks of 6:1 and more on white (WCAG 2.2, 1.4.3); in black and white the shapes and patterns tell.
INKS = {Principle.BB: "#0b5159", Principle.LC: "#6d2f5b", Principle.CU: "#7a4a00"}

SHAPES = {Principle.BB: "circle", Principle.LC: "square", Principle.CU: "triangle"}
"""What a principle's shape is called, for those who do not see it."""

GLYPHS = {Principle.BB: "●", Principle.LC: "▨", Principle.CU: "△"}
"""The same as letters, where nothing can be drawn."""


def patterns(prefix: str) -> str:
    """Definitions for one drawing: full, striped, and dotted. `prefix` keeps ids apart."""
    striped, dotted = INKS[Principle.LC], INKS[Principle.CU]
    return (
        f'<pattern id="{prefix}-LC" width="4" height="4" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="4" height="4" fill="#fff"/>'
        f'<rect width="2" height="4" fill="{striped}"/></pattern>'
        f'<pattern id="{prefix}-CU" width="4" height="4" patternUnits="userSpaceOnUse">'
        f'<rect width="4" height="4" fill="#fff"/>'
        f'<circle cx="2" cy="2" r="1.1" fill="{dotted}"/></pattern>'
    )


def shape(principle: Principle, x: float, y: float, r: float, prefix: str) -> str:
    """The principle's shape around a point, about `r` in radius, in its pattern."""
    ink = INKS[principle]
    style = f'stroke="{ink}" stroke-width="{_n(max(r / 5, 1))}"'
    if principle is Principle.BB:
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" fill="{ink}" {style}/>'
    fill = f'fill="url(#{prefix}-{principle})"'
    if principle is Principle.LC:
        side = r * 1.8
        corner = f'x="{_n(x - side / 2)}" y="{_n(y - side / 2)}"'
        return f'<rect {corner} width="{_n(side)}" height="{_n(side)}" {fill} {style}/>'
    points = ((x, y - r * 1.15), (x + r * 1.15, y + r * 0.85), (x - r * 1.15, y + r * 0.85))
    told = " ".join(f"{_n(left)},{_n(top)}" for left, top in points)
    return f'<polygon points="{told}" stroke-linejoin="round" {fill} {style}/>'


def mark_svg(principle: Principle, prefix: str = "mark") -> str:
    """The shape alone, as a picture of 20 by 20. `prefix` keeps ids apart on one page."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20">'
        f"<defs>{patterns(prefix)}</defs>{shape(principle, 10, 10, 7.5, prefix)}</svg>"
    )


def _n(number: float) -> str:
    """A coordinate, the same on every machine."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
