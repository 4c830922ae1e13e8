"""/dots understands plain words, and suggests what a misspelt one may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.steering.commands import WORDS, understood


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", ""),
        ("   ", ""),
        ("next", "next"),
        ("  NEXT ", "next"),
        ("pause until 5 January", "pause"),
        ("set up", "setup"),
        ("who sees this", "privacy"),
        ("PAUSE!", "pause"),
        ("next.", "next"),
        ("?", "help"),
        ("propose What helps us?", "propose"),
    ],
)
def test_plain_words_are_understood(typed: str, asked: str) -> None:
    assert understood(typed).asked == asked


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pasue", "pause"),
        ("nxet", "next"),
        ("hlep", "help"),
        ("privcy", "privacy"),
        ("pub", ""),
        ("what next", "next"),
        ("please puase it", "pause"),
        ("what on earth", ""),
        ("calender", "plan"),
        ("show me the plan, please", "plan"),
    ],
)
def test_a_misspelt_word_is_not_acted_upon_but_answered(typed: str, meant: str) -> None:
    assert understood(typed).asked is None
    assert understood(typed).meant == meant


@given(st.text(max_size=300))
def test_anything_can_be_typed(typed: str) -> None:
    assert understood(typed).asked in {None, "", *WORDS}
