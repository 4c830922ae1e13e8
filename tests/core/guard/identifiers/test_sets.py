"""The detector does not fall behind what it has reached on the sets of invented replies."""

import pytest

from benchmarks.guard.measuring import judge
from benchmarks.guard.sets import samples
from bot.content.detectors import detectors
from bot.core.guard.finding import Detector

DETECT = detectors()[Detector.IDENTIFIER]

FLOORS = [("tuned", 0.97, 0.025), ("aside", 0.955, 0.035)]
"""Part, least share found, most share of clean replies flagged: a little short of what was reached.
Failing replies of the aside part are not shown, so that nobody tunes on them."""


@pytest.mark.parametrize(("part", "found", "flagged"), FLOORS)
def test_replies_are_found_and_clean_ones_let_pass(part: str, found: float, flagged: float) -> None:
    judged = [judge(sample, DETECT) for sample in samples(Detector.IDENTIFIER, part)]
    wanted = [each.is_flagged for each in judged if each.sample.list == "to_find"]
    others = [each.is_flagged for each in judged if each.sample.list != "to_find"]
    assert sum(wanted) / len(wanted) >= found
    assert sum(others) / len(others) <= flagged
