"""What a digest was made of, kept without a word of anybody's, and put together again later."""

from collections.abc import Mapping
from typing import NamedTuple

from bot.core.digest.compiling.material import Material
from bot.core.digest.edits import fingerprint


class Thawed(NamedTuple):
    """Material as it was, less the replies whose words are gone or others now: `missing`."""

    material: Material
    missing: tuple[str, ...]


def frozen(material: Material) -> Material:
    """The material with a fingerprint in the place of each reply's words, and a number in the
    place of its author."""
    numbers: dict[str, str] = {}
    for one in sorted(material.replies, key=lambda one: one.id):
        numbers.setdefault(one.author, str(len(numbers) + 1))
    replies = tuple(
        one.model_copy(update={"text": fingerprint(one.text), "author": numbers[one.author]})
        for one in material.replies
    )
    return material.model_copy(update={"replies": replies})


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
