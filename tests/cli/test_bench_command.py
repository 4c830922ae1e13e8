"""`dots bench guard`: how the sets are written, and how the figures read. Nothing is timed here."""

from pathlib import Path

import pytest

from benchmarks.guard.measuring import Judged
from benchmarks.guard.sets import Mark, Sample, samples_in
from benchmarks.guard.telling import in_words
from bot.cli import main
from bot.cli.words import OK
from bot.core.guard.finding import Certainty, Detector, Finding


def finding(start: int, end: int) -> Finding:
    return Finding(
        detector=Detector.IDENTIFIER,
        kind="name",
        start=start,
        end=end,
        certainty=Certainty.LIKELY,
        reason="it is a name",
    )


def test_a_set_is_read_with_its_marks_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "voice.txt"
    path.write_text(
        "# for the reader\n[to_find]\na\\tb [[name: Kay\\u200b]] c\n\n[clean]  # fine\nd\n"
    )
    first, second = samples_in(path)
    assert first == Sample("a\tb Kay\u200b c", "to_find", (Mark("name", 4, 8),), "voice")
    assert (second.text, second.list, second.marks) == ("d", "clean", ())


def test_a_reply_under_no_list_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "voice.txt"
    path.write_text("\na reply\n")
    with pytest.raises(ValueError, match=r"voice.txt:2: expected \[to_find\]"):
        list(samples_in(path))


@pytest.mark.parametrize(
    ("marks", "found", "is_flagged"),
    [
        ((Mark("name", 4, 7),), (finding(4, 7),), ("name",)),
        ((Mark("name", 4, 7),), (finding(8, 9),), ()),
    ],
)
def test_a_marked_reply_is_found_by_what_touches_the_mark(
    marks: tuple[Mark, ...], found: tuple[Finding, ...], is_flagged: tuple[str, ...]
) -> None:
    judged = Judged(Sample("her Kay is", "to_find", marks, "voice"), found, is_flagged)
    assert judged.is_right is bool(is_flagged)


def test_figures_are_told_in_words() -> None:
    measured = {
        "ground": "Python",
        "baseline": "another",
        "detectors": {
            "identifier": {
                "aside": {
                    "to_find": {"replies": 4, "flagged": 3, "share": 0.75},
                    "clean": {"replies": 2, "flagged": 0, "share": 0.0},
                    "by_kind": {"name": {"marked": 4, "found": 3}},
                },
                "time": {"median_ms": 1, "p99_ms": 2, "times_the_baseline": 3, "growth": 10},
            },
            "concern": {},
        },
    }
    told = in_words(measured)
    assert "aside  found                    75.0%  (3 of 4)" in told
    assert "aside  kinds not always found: name 3/4" in told
    assert "3 times another" in told
    assert "concern" not in told


def test_misses_are_shown_of_the_part_that_may_be_looked_at(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["bench", "guard", "--misses"]) == OK
    assert "aside" not in capsys.readouterr().out
