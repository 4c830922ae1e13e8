"""Cards for whoever sorts, the simulated sorter, and the figures."""

import pytest

from bot.core.themes.decisions import Apart, Decision, Together
from bot.core.themes.group import grouped, sheets_of
from bot.core.themes.measuring.agreement import Pairs, adjusted_rand_index, shared_pairs
from bot.core.themes.measuring.figures import figures
from bot.core.themes.sorting.answers import answer
from bot.core.themes.sorting.cards import SHOWN, next_to_ask
from tests.core.themes.saying import ALONE, BUS, FORMS, said, vectors

ALL = said(*BUS, *FORMS, ALONE)
LABELS = {each.id: "bus" if each.text in BUS else "form" for each in ALL[:-1]} | {ALL[-1].id: "x"}
SHEETS = sheets_of(ALL, vectors(ALL))


def test_cards_end_when_every_reply_is_sorted_and_then_everything_is_right() -> None:
    decisions: list[Decision] = []
    while cards := next_to_ask(SHEETS, decisions):
        ticked = [each for each in cards[0].candidates if LABELS[each] == LABELS[cards[0].reply]]
        decisions.append(answer(cards[0].reply, cards[0].candidates, ticked))
        assert len(decisions) < 20
    grouping = grouped(SHEETS, decisions)
    assert {frozenset(theme.members) for theme in grouping.themes} == {
        frozenset(each.id for each in ALL[:4]),
        frozenset(each.id for each in ALL[4:7]),
    }
    assert grouping.singles == (ALL[-1].id,)


def test_a_card_shows_few_replies_the_likeliest_first_and_none_twice() -> None:
    more = ("Kettles.", "Lighting at dusk.", "Somebody who listens.", "Fewer meetings.")
    many = said(*BUS, *FORMS, ALONE, *more)
    (card,) = next_to_ask(sheets_of(many, vectors(many)), ())
    assert len(card.candidates) == SHOWN
    assert card.reply not in card.candidates
    assert len(set(card.candidates)) == SHOWN


def test_the_question_with_most_to_gain_comes_first_and_one_may_be_asked_for() -> None:
    both = (*ALL, *said("One thing.", "Another matter altogether.", group="z"))
    sheets = sheets_of(both, vectors(both))
    assert [card.group for card in next_to_ask(sheets, ())] == ["q", "z"]
    assert [card.group for card in next_to_ask(sheets, (), "z")] == ["z"]


def test_what_is_off_topic_is_not_asked_about() -> None:
    (card,) = next_to_ask(sheets_of(said("Thanks all", *BUS), vectors(said("x", *BUS))), ())
    assert "q000" not in (card.reply, *card.candidates)


def test_an_answer_is_one_decision() -> None:
    assert answer("a", "bc", ["c"]) == Together(replies=("a", "c"), but_not=("b",))
    assert answer("a", "bc", []) == Apart(reply="a", others=("b", "c"))


@pytest.mark.parametrize(
    ("ours", "theirs", "index"),
    [
        ("aabb", "xxyy", 1.0),
        ("aabb", "xyxy", -0.5),
        ("aaaa", "xxxx", 1.0),
        ("abcd", "wxyz", 1.0),
        ("aaaa", "xyzw", 0.0),
        ("", "", 1.0),
        ("aabbcc", "xxxyyy", 4 / 19 + 0.0322),
    ],
)
def test_the_adjusted_rand_index_of_known_partitions(ours: str, theirs: str, index: float) -> None:
    assert adjusted_rand_index(ours, theirs) == pytest.approx(index, abs=1e-3)


def test_pairs_are_counted_in_each_and_in_both() -> None:
    assert shared_pairs("aab", "xxx") == Pairs(ours=1, theirs=3, both=1)
    assert shared_pairs("abc", "xyz").precision is None


def test_the_figures_tell_unsorted_from_sorted_and_leave_unlabelled_replies_unscored() -> None:
    found = figures(ALL, vectors(ALL), {**LABELS, ALL[0].id: None})
    assert found.replies == 8
    assert found.single_views.replies == 1
    assert found.single_views.standing_alone == 1
    assert found.ari["80"] == 1.0
    assert found.ari["80"] >= found.ari["0"]
    assert found.decisions_until_sorted in range(2, 12)
