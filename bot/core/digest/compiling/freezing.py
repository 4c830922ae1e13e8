"""What a digest was made of, kept without a word of anybody's, and put together again later."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from bot.core.digest.compiling.material import Material
from bot.core.digest.compiling.pruning import Spoken, pruned_grouping
from bot.core.digest.edits import fingerprint


class Thawed(NamedTuple):
    """Material as it was, less the replies whose words are gone or others now: `missing`."""

    material: Material
    missing: tuple[str, ...]


def frozen(material: Material, in_confidence: Collection[str] = ()) -> Material:
    """The material with a fingerprint in the place of each reply's words, and a number in the
    place of its author; of the digest before, what the next one prints of it.

    Whoever answered both in a thread and `in_confidence` (ids of replies) has two numbers: one
    would lead from their name, which the thread shows, to what they said in confidence.
    """
    numbers: dict[tuple[str, bool], str] = {}
    whose = {one.id: (one.author, one.id in in_confidence) for one in material.replies}
    for reply in sorted(whose):
        numbers.setdefault(whose[reply], str(len(numbers) + 1))
    replies = tuple(
        one.model_copy(update={"text": fingerprint(one.text), "author": numbers[whose[one.id]]})
        for one in material.replies
    )
    earlier = material.earlier and material.earlier.model_copy(update={"themes": ()})
    return material.model_copy(update={"replies": replies, "earlier": earlier})


def without(kept: Material, live: Iterable[Spoken]) -> Material:
    """Of a reply that is gone only that there was one: no id, sector, choice or fingerprint, and no
    name of a theme that was made of its words."""
    here = {one.id: one for one in live}
    gone = {
        one.id: one.model_copy(
            update={"id": f"gone/{number}", "text": "", "sector": None, "choice": None}
        )
        for number, one in enumerate(kept.replies)
        if one.id not in here
    }
    if not gone:
        return kept
    replies = tuple(gone.get(one.id, one) for one in kept.replies)
    grouping = kept.grouping and pruned_grouping(kept.grouping, here)
    return kept.model_copy(update={"replies": replies, "grouping": grouping})


def thawed(kept: Material, texts: Mapping[str, str]) -> Thawed:
    """The material with its words again; `texts` are those of live replies, by id."""
    here = {
        one.id: texts[one.id]
        for one in kept.replies
        if one.id in texts and fingerprint(texts[one.id]) == one.text
    }
    replies = tuple(
        one.model_copy(update={"text": here[one.id]}) for one in kept.replies if one.id in here
    )
    missing = tuple(one.id for one in kept.replies if one.id not in here)
    return Thawed(kept.model_copy(update={"replies": replies}), missing)
