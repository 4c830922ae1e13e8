"""Hard words through the whole way, in the private form and in a thread, with the detectors that
are shipped. What is clean passes in any language; what singles somebody out waits."""

import time
from datetime import timedelta

import pytest

from bot.content.detectors import detectors
from bot.core.answering.form import Became
from bot.store.answering import held
from tests.usecases.answering.privately import send, words
from tests.usecases.anytown import CYCLE, Town
from tests.usecases.guarding.watched import said, warnings

ANNA, BRYN = "U0ANNA", "U0BRYN"

CLEAN = {
    "only emoji": "\U0001f44d\U0001f3fd \U0001f600",
    "Welsh": "Rydym yn cwrdd bob mis, ond nid ydym yn clywed beth a benderfynwyd wedyn.",
    "Arabic": "نلتقي كل شهر، لكننا لا نعرف ما الذي تقرر بعد ذلك.",
    "turned round": "We meet \u202eyltnatsnoc\u202c and decide little.",
    "zero width": "We meet\u200b often\u2060 and decide\ufeff little.",
}

NUMBER = "999 000 0018"
"""An NHS number that is never given out, with a check digit that fits (domain.md 4)."""

HIDDEN = {
    "zero width inside": "\u200b".join(NUMBER.replace(" ", "")),
    "odd spaces": NUMBER.replace(" ", "\u00a0\u2009"),
    "at the end of a form": "We talk about this a great deal. " * 80 + NUMBER,
}

LONGEST = ("We talk about this a great deal, and decide less. " * 800)[:40_000]


@pytest.fixture(autouse=True)
def looked_at(town: Town) -> None:
    """Replies are looked at as in a real partnership."""
    town.detectors = detectors(town.book.partnerships)
    town.ask()


def waiting(town: Town) -> int:
    with town.store.read() as tx:
        return len(held.held_in(tx, CYCLE))


@pytest.mark.parametrize("mean", CLEAN.values(), ids=CLEAN.keys())
def test_clean_words_in_any_script_pass(town: Town, mean: str) -> None:
    assert send(town, ANNA, mean).became is Became.KEPT
    assert words(town) == [mean]
    said(town, BRYN, mean)
    assert warnings(town, BRYN) == []
    assert waiting(town) == 0


@pytest.mark.parametrize("mean", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_hides_in_them_does_not(town: Town, mean: str) -> None:
    assert send(town, ANNA, f"Her NHS number is {mean}.").became is Became.NOTICED
    assert words(town) == []
    said(town, BRYN, f"Her NHS number is {mean}.")
    (told,) = warnings(town, BRYN)
    assert NUMBER[-4:] not in told
    assert waiting(town) == 1


def test_the_longest_message_that_slack_takes_is_looked_at_to_its_end(town: Town) -> None:
    began = time.monotonic()
    said(town, ANNA, LONGEST)
    assert waiting(town) == 0
    said(town, BRYN, f"{LONGEST[: -len(NUMBER) - 5]} NHS {NUMBER}")
    assert time.monotonic() - began < 30
    assert waiting(town) == 1
    assert len(warnings(town, BRYN)) == 1


def test_a_privately_noticed_concern_that_is_sent_all_the_same_waits(town: Town) -> None:
    mean = "A boy in my class told me he is scared to go home tonight because he gets hit."
    assert send(town, ANNA, mean).became is Became.NOTICED
    assert send(town, ANNA, mean, insists=True).became is Became.KEPT
    town.go_to(town.now + timedelta(minutes=1))
    assert waiting(town) == 1
