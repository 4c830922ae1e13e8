"""How likely two replies to one question say about the same thing, as calibrated log-odds."""

import math
from collections.abc import Sequence

import numpy as np

from bot.core.themes.clustering.likeness import Spread, Square

# A logistic model of pairs, fitted once: on random parts (20, 40 and all texts) of the 24 topics of
# ArgKP-2021's training part (CDLA-Sharing 1.0, IBM), and on benchmarks/quarters/plain.jsonl,
# which was invented for it. The same cosine says more in long replies than in short ones. Other
# evidence (letters, rare shared stems, deviation from the question's mean, neighbours' ranks, best
# sentences, best words) did not find more right pairs on text that the fit had not seen.
INTERCEPT = -0.406
PER_LIKENESS = -2.518
"""For the cosine of the two, after centring."""
PER_LOG_WORD = -0.349
"""For the mean logarithm of their lengths in words."""
PER_LIKENESS_AND_LOG_WORD = 3.050
"""For the product of the two."""

FEWEST_WORDS = 3
"""Words a length counts as, at least: below it the logarithm would run away."""

PAIRS_TO_COMPARE = 10
"""Pairs (five replies) before their mean is worth taking away, and a cosine says anything."""

TINY = 1e-4
"""A deviation below which all pairs are equally alike, and differ by rounding."""

NOTHING_KNOWN = -4.0
"""Log-odds of every pair where nothing can be compared."""


def log_odds(meaning: Square, lengths: Sequence[int], usual: Spread) -> Square:
    """For each two replies of some. `lengths` are in words, `usual` is of all to the question."""
    if usual.pairs < PAIRS_TO_COMPARE or usual.deviation < TINY:
        return np.full_like(meaning, NOTHING_KNOWN)
    logs = np.array([math.log(max(FEWEST_WORDS, length)) for length in lengths], np.float32)
    length = (logs[:, None] + logs[None, :]) / 2
    per_likeness = PER_LIKENESS + PER_LIKENESS_AND_LOG_WORD * length
    return np.asarray(INTERCEPT + PER_LOG_WORD * length + per_likeness * meaning, dtype=np.float32)


def likelihood(odds: Square) -> Square:
    """Probabilities, from log-odds."""
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
