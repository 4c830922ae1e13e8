"""Coordinators sort a draft: what they decide holds, for two of them and for later replies."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.core.digest.signoff import DigestState
from bot.core.guard.finding import Certainty, Detector, Finding
from bot.core.replies import Heard
from bot.core.themes.decisions import Apart, Decision, OffTopic, Rename, Together
from bot.core.themes.drafting import drafted
from bot.core.themes.grouping import Card, Grouping
from bot.core.themes.said import Said
from bot.store import sorting
from bot.usecases.board.sort import CardForm, SortingCalls
from tests.usecases.alike import ByHand
from tests.usecases.anytown import (
    COORDINATOR,
    CYCLE,
    MEMBERS,
    OTHER_COORDINATOR,
    OUTSIDER,
    Town,
)

MINUTE = timedelta(minutes=1)


def by_decisions(said: Sequence[Said], decisions: Sequence[Decision]) -> Grouping:
    """What is decided is all that is together: no table is read."""
    return drafted(said, None, decisions, "")


def one_card(said: Sequence[Said], decisions: Sequence[Decision]) -> tuple[Card, ...]:
    """The first reply beside all the others, until somebody decided anything."""
    if decisions or len(said) < 2:
        return ()
    first, *others = said
    return (Card(reply=first.id, candidates=tuple(o.id for o in others), group=first.group),)


def calls(town: Town) -> SortingCalls:
    return SortingCalls(
        town.store, lambda: town.book, town.clock, lambda: None, town.detectors_for, one_card
    )


@pytest.fixture
def sorting_town(town: Town) -> Town:
    town.group = ByHand(by_decisions)
    town.drafted(*MEMBERS[:4])
    return town


def card(town: Town, who: str = COORDINATOR) -> CardForm:
    found = calls(town).card(CYCLE, who)
    assert isinstance(found, CardForm)
    return found


def decide(town: Town, *decisions: Decision, who: str = COORDINATOR, form: str = "") -> str:
    town.now += MINUTE
    outcome = calls(town).decide(CYCLE, who, decisions, form or f"form {town.now} {who}")
    town.go_to(town.now)
    return outcome


def themes(town: Town) -> list[set[str]]:
    return [set(theme.reply_ids) for asked in town.digest().questions for theme in asked.themes]


def ids(town: Town) -> list[str]:
    form = card(town)
    return [form.card.reply, *form.card.candidates]


def said_by_the_second(town: Town) -> Heard:
    return next(w for said in town.slack.threads.values() for w in said if "person 1" in w.text)


def test_a_card_shows_the_question_and_the_words_and_only_those_who_may_see_it(
    sorting_town: Town,
) -> None:
    form = card(sorting_town)
    assert form.question
    assert form.words == "Words of person 0."
    assert [words for _, words in form.candidates] == [f"Words of person {n}." for n in (1, 2, 3)]
    assert calls(sorting_town).card(CYCLE, OUTSIDER) == "not-yours"
    assert calls(sorting_town).card("nowhere", COORDINATOR) == "gone"


def test_what_is_decided_is_in_the_draft_at_once_and_can_be_taken_back(sorting_town: Town) -> None:
    first, second, third, _ = ids(sorting_town)
    answered = (
        Together(replies=(first, second), but_not=(third,)),
        Rename(replies=(first, second), words="Words"),
    )
    assert decide(sorting_town, *answered) == "kept"
    assert themes(sorting_town) == [{first, second}]
    (theme,) = (theme for asked in sorting_town.digest().questions for theme in asked.themes)
    assert (theme.label, theme.named) == ("Words", True)
    assert sorting_town.digest().made.method.decisions == 2
    assert calls(sorting_town).card(CYCLE, COORDINATOR) == "sorted"
    sorting_town.now += MINUTE
    assert calls(sorting_town).undo(CYCLE, COORDINATOR) == "undone"
    sorting_town.go_to(sorting_town.now)
    assert themes(sorting_town) == []
    assert calls(sorting_town).undo(CYCLE, COORDINATOR) == "nothing"


def test_a_reply_is_moved_into_a_theme_and_away_from_its_own(sorting_town: Town) -> None:
    first, second, third, fourth = ids(sorting_town)
    decide(sorting_town, Together(replies=(first, second)))
    decide(sorting_town, Together(replies=(third, fourth)))
    sorting_town.now += MINUTE
    assert calls(sorting_town).move(CYCLE, COORDINATOR, second, third, "V2:1") == "kept"
    sorting_town.go_to(sorting_town.now)
    assert themes(sorting_town) == [{second, third, fourth}]
    assert calls(sorting_town).move(CYCLE, COORDINATOR, second, "gone", "V2:2") == "gone"


def test_a_card_offers_the_other_themes_of_its_question_by_their_words(sorting_town: Town) -> None:
    first, second, third, fourth = ids(sorting_town)
    decide(sorting_town, Together(replies=(third, fourth)))

    def cards(said: Sequence[Said], _: Sequence[Decision]) -> tuple[Card, ...]:
        return (Card(reply=first, candidates=(second,), group=said[0].group),)

    with_cards = SortingCalls(
        sorting_town.store, lambda: sorting_town.book, sorting_town.clock, lambda: None,
        sorting_town.detectors_for, cards,
    )  # fmt: skip
    form = with_cards.card(CYCLE, COORDINATOR)
    assert isinstance(form, CardForm)
    assert [each for each, _ in form.themes] == [third]


def test_an_answer_that_comes_twice_is_one_answer(sorting_town: Town) -> None:
    first, second, *_ = ids(sorting_town)
    for _ in range(2):
        assert decide(sorting_town, Together(replies=(first, second)), form="V1:1") == "kept"
    with sorting_town.store.read() as tx:
        assert len(sorting.of_cycle(tx, CYCLE)) == 1


def test_two_coordinators_sort_and_each_takes_back_their_own(sorting_town: Town) -> None:
    first, second, third, fourth = ids(sorting_town)
    decide(sorting_town, Together(replies=(first, second)))
    decide(sorting_town, Together(replies=(third, fourth)), who=OTHER_COORDINATOR)
    assert themes(sorting_town) in (
        [{first, second}, {third, fourth}],
        [{third, fourth}, {first, second}],
    )
    sorting_town.now += MINUTE
    calls(sorting_town).undo(CYCLE, COORDINATOR)
    sorting_town.go_to(sorting_town.now)
    assert themes(sorting_town) == [{third, fourth}]


def test_who_merges_last_is_heard_while_another_splits(sorting_town: Town) -> None:
    first, second, *_ = ids(sorting_town)
    decide(sorting_town, Apart(reply=first, others=(second,)))
    decide(sorting_town, Together(replies=(first, second)), who=OTHER_COORDINATOR)
    assert themes(sorting_town) == [{first, second}]


def test_nothing_is_decided_about_words_that_are_others_now(sorting_town: Town) -> None:
    town = sorting_town
    first, second, third, _ = ids(town)
    decide(town, Together(replies=(first, second, third)))
    words = next(
        w for thread in town.slack.threads.values() for w in thread if "person 1" in w.text
    )
    town.now += MINUTE
    town.edit(words, "Something else altogether.")
    town.go_to(town.now + MINUTE)
    assert themes(town) == [{first, third}]


def test_a_reply_taken_back_leaves_its_theme_and_the_rest_stays(sorting_town: Town) -> None:
    town = sorting_town
    first, second, third, _ = ids(town)
    decide(town, Together(replies=(first, second, third)))
    words = next(
        w for thread in town.slack.threads.values() for w in thread if "person 1" in w.text
    )
    town.now += MINUTE
    town.withdraw(words)
    town.go_to(town.now + MINUTE)
    assert themes(town) == [{first, third}]
    assert decide(town, OffTopic(reply=second)) == "gone"


def test_a_reply_off_topic_is_left_out_and_counted(sorting_town: Town) -> None:
    first, *_ = ids(sorting_town)
    decide(sorting_town, OffTopic(reply=first))
    counts = sorting_town.digest().counts
    assert counts is not None
    assert (counts.replies, counts.off_topic) == (3, 1)


def test_an_approved_digest_is_not_sorted(sorting_town: Town) -> None:
    first, second, *_ = ids(sorting_town)
    sorting_town.decide(DigestState.APPROVED)
    assert decide(sorting_town, Together(replies=(first, second))) == "approved"
    assert themes(sorting_town) == []


def test_a_name_in_which_the_guard_notices_something_is_not_kept(sorting_town: Town) -> None:
    first, second, *_ = ids(sorting_town)
    found = Finding(
        detector=Detector.IDENTIFIER,
        kind="name",
        start=0,
        end=1,
        certainty=Certainty.LIKELY,
        reason="A name.",
    )
    sorting_town.detectors = {Detector.IDENTIFIER: lambda _: [found]}
    named = Rename(replies=(first, second), words="Jordan")
    assert decide(sorting_town, Together(replies=(first, second)), named) == "noticed"
    assert themes(sorting_town) == []
