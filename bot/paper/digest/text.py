"""Prints a digest as plain text, whole. Decides nothing and leaves nothing out."""

from bot.core.digest.digest import Digest
from bot.core.digest.reading.opening import title
from bot.core.digest.reading.parts import Heading, Part, plain_flow
from bot.core.digest.reading.whole import parts


def digest_text(digest: Digest) -> str:
    """The digest as lines of text with underlined headings, ending in a newline."""
    flow = plain_flow(map(_underlined, parts(digest)))
    return f"{title(digest)}\n{'=' * len(title(digest))}\n\n{flow}\n"


def _underlined(part: Part) -> Part:
    if isinstance(part, Heading) and part.level == 2:
        return part.model_copy(update={"text": f"{part.text}\n{'-' * len(part.text)}"})
    return part
