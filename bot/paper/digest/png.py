"""Prints the picture of where the dots join as a PNG, for where nothing else can be shown."""

from pathlib import Path

from bot.core.digest.reading.picture import Picture
from bot.paper.digest.glyphs import FONTS, printable
from bot.paper.digest.picture import picture_svg

_TEMPLATE = Path(__file__).with_name("picture.typ")

_PIXELS_PER_INCH = 180
"""Sharp on a screen of twice the usual density, and still well under 200 kB."""


def picture_png(drawn: Picture) -> bytes:
    """The picture on white. The same picture gives the same bytes."""
    import typst  # here and not above: 80 MB that a bot which prints nothing can spare

    printed: bytes = typst.compile(
        _TEMPLATE,
        format="png",
        ppi=_PIXELS_PER_INCH,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"svg": printable(picture_svg(drawn))},
    )
    return printed
