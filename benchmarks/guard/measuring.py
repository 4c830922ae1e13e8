"""Asks the detectors about every sample, counts and times. Tunes nothing."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from statistics import median
from time import process_time
from typing import Any, NamedTuple

from phonenumbers import PhoneNumberMatcher

from benchmarks.ground import ground, percentile
from benchmarks.guard.sets import LISTS, PARTS, Sample, samples
from bot.content.detectors import detectors
from bot.core.guard.examine import Detect
from bot.core.guard.finding import Detector, Finding

BASELINE = "phonenumbers' own matcher, which looks for telephone numbers only"
"""What a reply's time is compared with, in the same run and over the same replies."""

ROUNDS = 3
"""Each reply is timed so often, and its best time counts. It is the processor's time: what else the
machine does is not in it."""

MAY_BE_SHOWN = "tuned"
"""The part whose single replies may be looked at. To look at the other would spoil it."""


LONGEST = 40_000
"""Characters: the longest message that Slack lets somebody send (chat.postMessage)."""

PIECES = (
    "a",
    "A-",
    "O'",
    "0",
    "@a",
    "Aa ",
    "1 Aa ",
    "son Kayden, ",
    "the only girl in ",
    "a|",
    "é",
)
"""What long texts are made of, by repetition: where a regular expression would go astray."""


class Judged(NamedTuple):
    """A sample, what was found in it, and which of its marks a finding touches."""

    sample: Sample
    findings: tuple[Finding, ...]
    touched: tuple[str, ...]

    @property
    def is_flagged(self) -> bool:
        return bool(self.touched if self.sample.marks else self.findings)

    @property
    def is_right(self) -> bool:
        return self.is_flagged == (self.sample.list == "to_find")


def measure() -> dict[str, Any]:
    """For every detector that has a set: what it found by part and list, and its time."""
    return {
        "ground": ground(rounds=ROUNDS),
        "baseline": BASELINE,
        "detectors": {name.value: _measured(name, detect) for name, detect in detectors().items()},
    }


def misses() -> Iterable[str]:
    """Every reply of the tuned part that was judged wrongly, and what was found in it."""
    for name, detect in detectors().items():
        for each in (judge(sample, detect) for sample in samples(name, MAY_BE_SHOWN)):
            if not each.is_right:
                text = each.sample.text
                said = "; ".join(f"{f.kind} “{text[f.start : f.end]}”" for f in each.findings)
                yield f"{name} {each.sample.file} {each.sample.list}: {text!r}: {said or 'nothing'}"


def _measured(name: Detector, detect: Detect) -> dict[str, Any]:
    parts = {part: samples(name, part) for part in PARTS}
    everything = [sample for part in parts.values() for sample in part]
    figures = {
        part: _counted([judge(sample, detect) for sample in listed])
        for part, listed in parts.items()
        if listed
    }
    return figures | ({"time": _timed(everything, detect)} if everything else {})


def judge(sample: Sample, detect: Detect) -> Judged:
    """What the detector finds in a sample, beside what is marked in it."""
    findings = tuple(detect(sample.text))
    touched = (
        mark.kind
        for mark in sample.marks
        if any(each.start < mark.end and mark.start < each.end for each in findings)
    )
    return Judged(sample, findings, tuple(touched))


def _counted(judged: list[Judged]) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for name in LISTS:
        listed = [each for each in judged if each.sample.list == name]
        flagged = sum(each.is_flagged for each in listed)
        if listed:
            share = round(flagged / len(listed), 4)
            figures[name] = {"replies": len(listed), "flagged": flagged, "share": share}
    marked = Counter(mark.kind for each in judged for mark in each.sample.marks)
    touched = Counter(kind for each in judged for kind in each.touched)
    kinds = {kind: {"marked": marked[kind], "found": touched[kind]} for kind in sorted(marked)}
    return figures | ({"by_kind": kinds} if kinds else {})


def _timed(listed: list[Sample], detect: Detect) -> dict[str, float]:
    ours = [_seconds(partial(detect, sample.text)) for sample in listed]
    theirs = [_seconds(partial(PhoneNumberMatcher, sample.text, "GB")) for sample in listed]
    return {
        "median_ms": round(median(ours) * 1000, 3),
        "p99_ms": round(percentile(ours, 0.99) * 1000, 3),
        "times_the_baseline": round(sum(ours) / sum(theirs), 2),
        "growth": round(max(_growth(piece, detect) for piece in PIECES), 1),
    }


def _growth(piece: str, detect: Detect) -> float:
    """How many times as long the longest text takes as one a tenth as long: about ten, or the
    time grows faster than the text."""
    tenth, whole = (piece * (length // len(piece)) for length in (LONGEST // 10, LONGEST))
    return _seconds(partial(detect, whole), 1) / _seconds(partial(detect, tenth), 2)


def _seconds(work: Callable[[], Iterable[object]], rounds: int = ROUNDS) -> float:
    best = float("inf")
    for _ in range(rounds):
        began = process_time()
        list(work())
        best = min(best, process_time() - began)
    return best
