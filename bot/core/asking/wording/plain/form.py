"""Whether a text is one plain text in one language. Does not judge what it asks."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from bot.core.asking.wording.rules import Check, Remark, matching

_MARKUP = re.compile(
    r"<[@#!][^>\s]*>?|<?\bhttps?://\S+|<mailto:|@(?:here|channel|everyone|[a-z][\w.-]+)\b"
    r"|(?<!\w)[*_~](?=\S)[^*_~\n]+(?<=\S)[*_~](?!\w)|`|:[a-z][a-z0-9_+-]*[a-z0-9]:|&(?:amp|lt|gt);"
    r"|^\s*(?:>|[-*•]\s|#+\s)|[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]",
    re.I,
)

# Common small words that the other language does not have; two of them are no accident.
_WELSH = re.compile(
    r"\b(?:yn|yr|ein|sut|beth|pwy|gyda|mae|rydym|rydyn|ydym|ydyn|wedi|pobl|ydy|ydi|ble|pryd|oes"
    r"|eich|nhw|hyn|sydd|neu|ond|rhwng|ifanc|hyd|wrth|ddysgu|dros|byddai|gallwn|gallem|allwn)\b",
    re.I,
)
_ENGLISH = re.compile(
    r"\b(?:the|what|how|where|when|who|which|we|our|do|does|is|are|of|to|and|with|have|has|did"
    r"|know|this|that|us|would|could)\b",
    re.I,
)
_ENOUGH = 2
"""Words of the other language: one may be a name, two are a sentence that changes language."""

Language = Literal["en", "cy"]


def in_one_language(text: str, language: Language = "en") -> Iterator[Remark]:
    """A remark when part of the text is in another language than it should be."""
    other = (_WELSH if language == "en" else _ENGLISH).findall(text)
    strange = [letter for letter in text if letter.isalpha() and not _is_latin(letter)]
    if strange or len(other) >= _ENOUGH:
        found = ", ".join(dict.fromkeys(strange or other))
        advice = "Keep one language in one text: English under `text`, Welsh under `cy`."
        yield Remark(rule="mixed-languages", found=found, advice=advice)


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "LATIN").startswith("LATIN")


def is_empty(text: str) -> bool:
    """True when there is not a single letter or figure to read."""
    return not any(letter.isalnum() for letter in text)


CHECKS: tuple[Check, ...] = (
    in_one_language,
    matching(
        "markup",
        _MARKUP,
        "Write plain words: no mentions, links, emoji codes or formatting in a prompt.",
    ),
)
