"""What follows what was noticed: which replies are held, and whose words get a private line.
Notices nothing itself, and tells nobody."""

from collections.abc import Callable, Collection, Mapping

from bot.core.guard.examine import Detect, Examined, examine
from bot.core.guard.finding import Detector, Finding
from bot.core.partnership import Partnership
from bot.core.prompts import PracticeId

DetectorsFor = Callable[[Partnership], Mapping[Detector, Detect]]
"""The detectors for one partnership: its own telephone numbers are no identifiers there."""

ABOUT_WORDING: frozenset[PracticeId] = frozenset({"LC3", "LC4"})
"""Practices whose prompts ask about wording: whoever answers them names the words on purpose, and
must not be scolded for it (product rule)."""

_HOLDING = frozenset({Detector.IDENTIFIER, Detector.CONCERN})


def look(
    text: str,
    detectors_for: DetectorsFor,
    partnership: Partnership,
    practices: Collection[PracticeId] = (),
) -> Examined:
    """What is noticed in words said in answer to a prompt about these practices."""
    examined = examine(text, detectors_for(partnership))
    muted = partnership.care.language == "off" or not ABOUT_WORDING.isdisjoint(practices)
    if not muted:
        return examined
    kept = tuple(each for each in examined.findings if each.detector is not Detector.LANGUAGE)
    return examined._replace(findings=kept)


def holding(examined: Examined) -> tuple[Finding, ...]:
    """What keeps these words out of a digest until somebody decides."""
    return tuple(each for each in examined.findings if each.detector in _HOLDING)


def is_held(examined: Examined) -> bool:
    """True when these words wait for somebody. So they do when a detector could not look."""
    return bool(holding(examined) or examined.failed)


def is_concern(examined: Examined) -> bool:
    """True when these words may be about somebody at risk now."""
    return any(each.detector is Detector.CONCERN for each in examined.findings)


def wordings(examined: Examined) -> tuple[Finding, ...]:
    """Words that blame or label: for a private, optional line, and nothing else."""
    return tuple(each for each in examined.findings if each.detector is Detector.LANGUAGE)


SHORT = 80
"""Characters of a text that one sees at a glance: no place in it needs naming. A judgement."""


def whereabouts(finding: Finding, length: int) -> str:
    """Where in a text of this length something stands, in words; "" in a short one."""
    if length <= SHORT:
        return ""
    middle = (finding.start + finding.end) / 2 / length
    if middle < 1 / 3:
        return "near the beginning"
    return "near the end" if middle > 2 / 3 else "about the middle"
