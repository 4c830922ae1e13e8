"""Reads how much each sign round a name, and each word beside it, counts. Weighs no text itself."""

from functools import lru_cache
from pathlib import Path

from bot.core.guard.identifiers import Beside, NameWeights

WEIGHTS_FILE = Path(__file__).parent / "name_weights.tsv"
"""Written by `python -m benchmarks.guard.fitting_names`. A line: sign, its name and what it adds;
word, and what it adds before a name and after one; or base, and where the sum begins."""


@lru_cache(maxsize=1)
def name_weights() -> NameWeights:
    """The weights as shipped. The file is part of the package and never changes.

    Raises ValueError, with the line, for a file that is not as it was written.
    """
    base, signs, words = 0.0, dict[str, float](), dict[str, Beside]()
    lines = WEIGHTS_FILE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        match line.split("\t"):
            case ["sign", name, weight]:
                signs[name] = float(weight)
            case ["word", name, before, after]:
                words[name] = Beside(float(before), float(after))
            case ["base", weight]:
                base = float(weight)
            case _ if not line.startswith("# "):
                raise ValueError(f"{WEIGHTS_FILE.name}:{number} cannot be read: {line!r}")
    return NameWeights(base, signs, words)
