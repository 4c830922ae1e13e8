"""A partnership's own numbers and names are no identifiers, however they are written."""

import pytest

from bot.content.lexicon import lexicon
from bot.content.names import name_weights
from bot.core.guard.identifiers import Allowed, identifiers
from bot.core.guard.identifiers.allowed import national


@pytest.mark.parametrize(
    "written", ["01632 960444", "+44 1632 960444", "0044 (0)1632 960 444", "(01632) 960-444"]
)
def test_a_number_is_the_same_in_every_spelling(written: str) -> None:
    assert national(written) == "01632960444"


def test_only_the_partnerships_own_numbers_pass() -> None:
    detect = identifiers(Allowed(numbers=frozenset({"01632960444"})), lexicon(), name_weights())
    assert list(detect("ring mum on 01632 960444")) == []
    assert [each.kind for each in detect("ring mum on 01632 960445")] == ["phone"]


def test_a_name_that_the_partnership_gave_passes_in_any_case() -> None:
    detect = identifiers(Allowed(names=frozenset({"oyelaran"})), lexicon(), name_weights())
    assert list(detect("the OYELARAN family")) == []
    assert [each.kind for each in detect("the Kowalczyk family")] == ["name"]
