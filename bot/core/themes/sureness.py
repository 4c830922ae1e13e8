"""How likely two replies to one question say about the same thing, as calibrated log-odds."""

import math
from collections.abc import Sequence

import numpy as np

from bot.core.themes.clustering.likeness import Spread, Square

# A logistic model of pairs, fitted once: on random parts (20, 40 and all texts) of the 24 topics of
# ArgKP-2021's training part (CDLA-Sharing 1.0, IBM), and on benchmarks/quarters/plain.jsonl,
# which was invented for it. More features (letters, rare shared stems, nearest-neighbour ranks,
# best sentences) did not find more right pairs on text that the fit had not seen.
INTERCEPT = -0.233
PER_LIKENESS = 2.569
"""For the cosine of the two, after centring."""
PER_DEVIATION = 0.603
"""For how many standard deviations above the question's mean that cosine is."""
PER_LOG_WORD = -0.466
"""For the mean logarithm of their lengths in words: long replies say several things."""

FEWEST_WORDS = 3
"""Words a length counts as, at least: below it the logarithm would run away."""

PAIRS_TO_COMPARE = 10
"""Pairs (five replies) before a deviation from their mean says anything."""

TINY = 1e-4
"""A deviation below which all pairs are equally alike, and differ by rounding."""

NOTHING_KNOWN = -4.0
"""Log-odds of every pair where nothing can be compared."""


def log_odds(meaning: Square, lengths: Sequence[int], usual: Spread) -> Square:
    """For each two replies of some. `lengths` are in words, `usual` is of all to the question."""
    if usual.pairs < PAIRS_TO_COMPARE or usual.deviation < TINY:
        return np.full_like(meaning, NOTHING_KNOWN)
    deviation = (meaning - usual.mean) / usual.deviation
    logs = np.array([math.log(max(FEWEST_WORDS, length)) for length in lengths], np.float32)
    length = (logs[:, None] + logs[None, :]) / 2
    odds = INTERCEPT + PER_LIKENESS * meaning + PER_DEVIATION * deviation + PER_LOG_WORD * length
    return np.asarray(odds, dtype=np.float32)


def likelihood(odds: Square) -> Square:
    """Probabilities, from log-odds."""
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
