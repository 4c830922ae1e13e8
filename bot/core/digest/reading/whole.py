"""The whole digest in reading order, as neutral parts. Decides nothing and leaves nothing out.

British spelling; short, plain, calm. It offers questions: no ranking, no verdict, no advice.
"""

from bot.core.digest.digest import Digest
from bot.core.digest.reading.around import board_questions, changed, invitation, last_time
from bot.core.digest.reading.heard import section
from bot.core.digest.reading.joins import joins
from bot.core.digest.reading.making import making
from bot.core.digest.reading.opening import opening
from bot.core.digest.reading.parts import Heading, ListItem, Part, Role


def parts(digest: Digest) -> tuple[Part, ...]:
    """The whole digest, under its title."""
    told = digest.kind == "digest"
    return (
        *opening(digest),
        *last_time(digest),
        *(part for one in digest.sections for part in section(digest, one)),
        *joins(digest),
        *(changed(digest) if told else ()),
        *(invitation(digest) if told else ()),
        *board_questions(digest),
        Heading(level=2, text="How this was made", role=Role.MADE),
        *(ListItem(text=line) for line in making(digest)),
    )
