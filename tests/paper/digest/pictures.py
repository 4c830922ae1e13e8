"""A picture of joins, invented for tests."""

from bot.core.digest.reading.picture import Lane, Mark, Picture, Row
from bot.core.framework import Principle

BB, LC, CU = Principle

PICTURE = Picture(
    lanes=(Lane(principle=BB, apart=12), Lane(principle=LC), Lane(principle=CU, apart=1)),
    rows=(
        Row(
            label="quiet ones",
            marks=(Mark(principle=BB, label="small groups"), Mark(principle=LC)),
            at_least=4,
        ),
        Row(
            label="<b>words</b> & letters",
            marks=(
                Mark(principle=BB),
                Mark(principle=LC, label="plain"),
                Mark(principle=CU, label="pace " * 30),
            ),
        ),
    ),
)
