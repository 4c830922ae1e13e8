"""Prints a digest as plain text, whole. Decides nothing and leaves nothing out."""

from bot.core.digest.digest import Digest
from bot.core.digest.parts import Heading, ListItem, Part, plain
from bot.core.digest.reading import parts, title


def digest_text(digest: Digest) -> str:
    """The digest as lines of text, ending in a newline."""
    heading = title(digest)
    lines = [heading, "=" * len(heading)]
    previous: Part | None = None
    for part in parts(digest):
        if not (isinstance(part, ListItem) and isinstance(previous, ListItem)):
            lines.append("")
        lines.extend(_printed(part))
        previous = part
    return "\n".join(lines) + "\n"


def _printed(part: Part) -> list[str]:
    if isinstance(part, Heading) and part.level == 2:
        return [part.text, "-" * len(part.text)]
    return [plain(part)]
