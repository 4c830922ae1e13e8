"""Where every reply to a question stands, and which of them stand elsewhere than before. Knows ids
only, no words."""

from collections import Counter

from bot.core.digest.comparing.kin import Kin
from bot.core.digest.digest import Digest
from bot.core.digest.heard import AskedQuestion

ALONE, LOOSE = "alone", "loose"
"""In no theme: a single view, and what is not easily grouped."""

_THEME = "theme:"


def places(asked: AskedQuestion) -> dict[str, str]:
    """The place of every reply to a question: ALONE, LOOSE or `in_theme` of one."""
    return {
        **{one: ALONE for line in asked.views for one in line.reply_ids},
        **{one: LOOSE for line in asked.loose for one in line.reply_ids},
        **{one: in_theme(theme.id) for theme in asked.themes for one in theme.reply_ids},
    }


def in_theme(theme_id: str) -> str:
    """The place of what stands in this theme."""
    return f"{_THEME}{theme_id}"


def replies_of(digest: Digest) -> frozenset[str]:
    """The ids of every reply that a digest rests on."""
    return frozenset(one for asked in digest.questions for one in places(asked))


def moved(before: AskedQuestion, after: AskedQuestion, themes: Kin) -> Counter[tuple[bool, str]]:
    """How many replies stand elsewhere than before, by whether they stood in a theme then and
    where they stand now. A theme that goes on, became one with others or came apart moves none."""
    was, now = places(before), places(after)
    same = {(in_theme(old), in_theme(new)) for old, new in themes.pairs} | {
        (place, place) for place in (ALONE, LOOSE)
    }
    return Counter(
        (was[reply].startswith(_THEME), now[reply])
        for reply in was.keys() & now.keys()
        if (was[reply], now[reply]) not in same
    )


def come_and_gone(before: Digest, after: Digest) -> tuple[int, int]:
    """How many replies one rests on that the other did not, and the other way round."""
    old, new = replies_of(before), replies_of(after)
    return len(new - old), len(old - new)
