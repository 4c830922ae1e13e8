"""Whether a place is where an organisation works or meets, or where somebody lives."""

import re

from bot.core.guard.identifiers.around import sentence

_PUBLIC = re.compile(
    r"\b(?:civic|town hall|guildhall|institute|museum|theatre|city hall"
    r"|county hall|council|offices?|office|venue|room|meeting|meet"
    r"|hq|headquarters"
    r"|police|library|hub|centre|church|hall|closed|open(?:s|ed)?|hospital"
    r"|surgery|clinic|station|headquarters|based at|conference|training|agenda|hotspots?|campus"
    r"|university|court|parking|drop-?in|sessions?|bus|retail|walked|walkabout|market place"
    r"|takeaways?)\b",
    re.I,
)
_OURS = re.compile(
    r"\bour (?:\w+ )?(?:address|office|base|building|hub|room)\b|\bfood bank\b", re.I
)
_LIVED_IN = re.compile(
    r"\b(?:lives?|living|lived|stays?|staying|home|address|sleeps?|sleeping|family|mum|mam"
    r"|dad|nan|gran\w*"
    r"|aunt\w*|uncle|child|kids|girls?|boys?|lads?|his|her|she|he|they|flat|refuge|placed|dropped"
    r"|found|visited"
    r"|house|neighbour|police attended|officers attended|picked|picking|pick-?up)\b",
    re.I,
)

_DWELLING = re.compile(r"\b(?:flat|apartment|apt|caravan|refuge|cottage|bungalow)\b", re.I)
"""What in an address says that somebody lives there. Offices, too, are called Something House."""


def is_a_venue(words: str, start: int, end: int) -> bool:
    """True where the sentence speaks of an office or a meeting, and of nobody's home."""
    said = sentence(words, start, end)
    if _OURS.search(said):
        return True
    address = words[start:end]
    beside = said if _DWELLING.search(address) else said.replace(address, " ")
    return bool(_PUBLIC.search(said)) and not _LIVED_IN.search(beside)
