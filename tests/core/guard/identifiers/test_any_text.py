"""Whatever somebody writes, the detector answers, soon, and points into the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.lexicon import lexicon
from bot.content.names import name_weights
from bot.core.guard.identifiers import Allowed, identifiers
from bot.core.guard.reading import read

DETECT = identifiers(Allowed(), lexicon(), name_weights())

PIECES = [
    "Kayden", " (14)", "'s mum", "her son ", "Mrs ", "NHS ", "999 000 0018", "07700 900123", "\t",
    "\n", "|", "<tel:", ">", "&amp;", "\u200b", "e\u0301", "the ", " family", "@", ".com", "DOB ",
    "12/03/2011", "JT", ", 15", "Name\tDOB\n", "https://", "insta ", "12 Acacia Avenue", "ZZ99 3VZ",
    "the only ", "girl in Year 9", "stabbed outside the Spar on Friday",
    "\ud83d", "ﷺ", "ß", "İ",
]  # fmt: skip
"""Parts of what detectors look for, to be put together in every way."""

MIXED = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join)


@given(st.text(max_size=200) | MIXED)
@settings(max_examples=300, deadline=None)
def test_every_finding_lies_inside_the_text_and_repeats_nothing_of_it(text: str) -> None:
    findings = list(DETECT(text))
    ends = [0]
    for finding in findings:
        assert ends[-1] <= finding.start < finding.end <= len(text)
        ends.append(finding.end)
        found = text[finding.start : finding.end]
        assert len(found) < 4 or found not in finding.reason
    assert list(DETECT(text)) == findings


@given(st.text(max_size=200) | MIXED)
@settings(max_examples=300, deadline=None)
def test_every_character_as_it_reads_has_its_place_in_the_text(text: str) -> None:
    reading = read(text)
    spans = [reading.span(index, index + 1) for index in range(len(reading.words))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "piece", ["a", "A-", "O'", "0", "@a", "Aa ", "1 Aa ", "son Kayden, ", "é|"]
)
def test_a_reply_as_long_as_slack_lets_one_be_is_answered(piece: str) -> None:
    """A regular expression that goes astray would take minutes; the benchmark measures how long."""
    text = piece * (40_000 // len(piece))
    assert all(finding.end <= len(text) for finding in DETECT(text))
