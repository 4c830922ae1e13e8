"""All detectors are asked, and one that fails is said to have failed."""

from collections.abc import Iterable

import pytest
from pydantic import ValidationError

from bot.core.guard.examine import examine
from bot.core.guard.finding import Certainty, Detector, Finding


def found(start: int, end: int, detector: Detector = Detector.IDENTIFIER) -> Finding:
    return Finding(
        detector=detector,
        kind="postcode",
        start=start,
        end=end,
        certainty=Certainty.LIKELY,
        reason="it has the form of a postcode",
    )


def breaks(_text: str) -> Iterable[Finding]:
    raise RuntimeError


def test_findings_come_in_the_order_of_the_text() -> None:
    later, sooner = found(9, 12), found(2, 4, Detector.CONCERN)
    examined = examine(
        "any text here",
        {Detector.IDENTIFIER: lambda _: [later], Detector.CONCERN: lambda _: [sooner]},
    )
    assert examined.findings == (sooner, later)
    assert examined.failed == ()


def test_a_detector_that_fails_is_named_and_the_others_still_look() -> None:
    examined = examine(
        "any text here", {Detector.CONCERN: breaks, Detector.IDENTIFIER: lambda _: [found(0, 3)]}
    )
    assert examined.findings == (found(0, 3),)
    assert examined.failed == (Detector.CONCERN,)


def test_a_finding_covers_something() -> None:
    with pytest.raises(ValidationError, match="at least one character"):
        found(3, 3)
