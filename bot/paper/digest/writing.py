"""Says how words are written. Changes none."""

import unicodedata


def is_from_right(words: str) -> bool:
    """Whether the first letter that has a direction is written from the right."""
    strong = (unicodedata.bidirectional(one) for one in words)
    return next((one for one in strong if one in ("L", "R", "AL")), "L") != "L"
