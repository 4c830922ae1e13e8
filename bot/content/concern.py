"""Reads how much each sign, pair and word counts for a live concern. Weighs no text itself."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from bot.core.guard.concern import Weight, Weights

WEIGHTS_FILE = Path(__file__).parent / "concern_weights.tsv"
"""Written by `python -m benchmarks.guard.fitting`. A line: sign, pair, word or base; what it is;
what it adds to "this speaks of harm"; and what it adds to "this speaks of somebody, now"."""


@lru_cache(maxsize=1)
def concern_weights() -> Weights:
    """The weights as shipped. The file is part of the package and never changes.

    Raises ValueError, with the line, for a file that is not as it was written.
    """
    return weights_in(WEIGHTS_FILE.read_text(encoding="utf-8").splitlines())


def weights_in(lines: Iterable[str]) -> Weights:
    """The weights that these lines hold. Raises ValueError, with the line, as above."""
    read: dict[str, dict[str, Weight]] = {"base": {}, "sign": {}, "pair": {}, "word": {}}
    for number, line in enumerate(lines, start=1):
        if line.startswith("# "):
            continue
        try:
            kind, name, harm, someone = line.split("\t")
            read[kind][name] = Weight(float(harm), float(someone))
        except (KeyError, ValueError) as error:
            raise ValueError(f"{WEIGHTS_FILE.name}:{number} cannot be read: {error}") from None
    return Weights(read["base"]["both"], read["sign"], read["pair"], read["word"])
