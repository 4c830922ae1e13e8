"""Where every reply goes: in exactly one place, whatever was said and decided, and always there."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.themes.decisions import DECISIONS, Apart, Decision, Move, OffTopic, Rename, Together
from bot.core.themes.group import group, sheets_of
from bot.core.themes.grouping import Grouping, Language
from bot.core.themes.placing import STANDS_OUT, readable_odds, standing_out, zoom
from bot.core.themes.said import Said
from tests.core.themes.saying import ALONE, BUS, FORMS, said, vectors

ALL = said(*BUS, *FORMS, ALONE)
IDS = [each.id for each in ALL]

WORDS = st.sampled_from(
    ["bus", "form", "village", "not", "the", "yn", "mae", "thanks", "🙂", "чай", "123", "Bus.", ""]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@st.composite
def replies(draw: st.DrawFn) -> tuple[Said, ...]:
    texts = draw(st.lists(TEXTS, max_size=14))
    return tuple(
        Said(
            id=f"r{at:02}",
            text=text,
            author=f"a{draw(st.integers(0, 4))}",
            group=draw(st.sampled_from(["", "one", "two"])),
        )
        for at, text in enumerate(texts)
    )


NAMES = st.integers(0, 16).map(lambda at: f"r{at:02}")  # some name no reply
SEVERAL = st.lists(NAMES, max_size=4).map(tuple)
DECIDED: st.SearchStrategy[Decision] = st.one_of(
    st.builds(Together, replies=SEVERAL, but_not=SEVERAL),
    st.builds(Apart, reply=NAMES, others=SEVERAL),
    st.builds(Move, reply=NAMES, to=SEVERAL, away_from=SEVERAL),
    st.builds(Rename, replies=SEVERAL, words=st.text(max_size=5)),
    st.builds(OffTopic, reply=NAMES),
)
DECISIONS_MADE = st.lists(DECIDED, max_size=8)


def made(several: tuple[Said, ...], *decisions: Decision, draft: bool = False) -> Grouping:
    return group(several, vectors(several), decisions, table="words", to_be_sorted=draft)


def together(grouping: Grouping, one: str, other: str) -> bool:
    return any(one in theme.members and other in theme.members for theme in grouping.themes)


@given(replies(), DECISIONS_MADE, st.booleans(), st.booleans())
def test_every_reply_is_in_exactly_one_place_and_the_counts_add_up(
    several: tuple[Said, ...], decisions: list[Decision], draft: bool, encoder: bool
) -> None:
    rows = vectors(several) if encoder else None
    grouping = group(several, rows, decisions, to_be_sorted=draft)
    assert sorted(grouping.replies) == sorted(each.id for each in several)
    questions = {each.id: each.group for each in several}
    for theme in grouping.themes:
        assert len(theme.members) > 1
        assert theme.id == min(theme.members)
        assert {questions[member] for member in theme.members} == {theme.group}
        assert 0 <= theme.sureness <= 1
        parts = [reply for part in theme.subthemes for reply in part]
        assert len(parts) == len(set(parts))
        assert set(parts) <= set(theme.members)
        if theme.readings:
            assert sorted(sum(theme.readings, ())) == sorted(theme.members)


@given(replies(), DECISIONS_MADE, st.randoms(use_true_random=False))
def test_the_order_of_replies_changes_nothing(
    several: tuple[Said, ...], decisions: list[Decision], chance: random.Random
) -> None:
    shuffled = list(several)
    chance.shuffle(shuffled)
    one = group(several, vectors(several), decisions)
    other = group(tuple(shuffled), vectors(shuffled), decisions)
    assert one.model_dump_json() == other.model_dump_json()


@given(replies(), DECISIONS_MADE)
def test_a_label_is_made_only_of_words_that_two_people_used(
    several: tuple[Said, ...], decisions: list[Decision]
) -> None:
    of = {each.id: each for each in several}
    for theme in group(several, vectors(several), decisions).themes:
        for phrase in theme.label:
            users = {
                of[member].author
                for member in theme.members
                if phrase.lower() in " ".join(of[member].text.lower().split())
            }
            assert len(users) > 1


@given(DECISIONS_MADE)
def test_decisions_survive_being_kept_as_json(decisions: list[Decision]) -> None:
    kept = DECISIONS.dump_json(tuple(decisions))
    assert DECISIONS.validate_json(kept) == tuple(decisions)


def test_replies_that_say_the_same_are_a_theme_and_a_single_view_stays_single() -> None:
    grouping = made(ALL)
    assert [set(theme.members) for theme in grouping.themes] == [set(IDS[:4]), set(IDS[4:7])]
    assert grouping.singles == (IDS[7],)
    assert not grouping.decisions


def test_a_theme_keeps_its_id_when_replies_are_added() -> None:
    before = made(ALL)
    many = said(*(f"No bus to the village at {at}." for at in range(60)), group="z")
    after = made((*ALL, *many))
    assert [t.id for t in before.themes] == [t.id for t in after.themes if t.group == "q"]
    more = (*ALL, Said(id="q9", text="The evening bus to the village.", author="x", group="q"))
    assert {t.id for t in before.themes} <= {t.id for t in made(more).themes}


def test_each_question_is_grouped_by_itself() -> None:
    other = said("How warm the hall is matters more than people think it does.", group="z")
    assert made(ALL, draft=True).themes == made((*ALL, *other), draft=True).themes


def test_what_was_decided_holds_and_the_later_decision_wins() -> None:
    tie = Together(replies=(IDS[0], IDS[7]), but_not=(IDS[4],))
    assert together(made(ALL, tie), IDS[0], IDS[7])
    assert not together(made(ALL, tie), IDS[0], IDS[4])
    split = Apart(reply=IDS[7], others=(IDS[0],))
    assert not together(made(ALL, tie, split), IDS[0], IDS[7])
    assert together(made(ALL, split, tie), IDS[0], IDS[7])


def test_taking_back_the_last_decision_is_as_if_it_had_not_been_made() -> None:
    decisions: list[Decision] = [
        Together(replies=(IDS[0], IDS[7])),
        Move(reply=IDS[4], to=(IDS[0],), away_from=(IDS[5], IDS[6])),
    ]
    assert made(ALL, *decisions[:-1]) == made(ALL, decisions[0])
    moved = made(ALL, *decisions)
    assert together(moved, IDS[4], IDS[7])
    assert not together(moved, IDS[4], IDS[5])


def test_a_decided_theme_is_sure_and_says_so() -> None:
    (theme,) = made(said(*BUS[:2], ALONE), Together(replies=("q000", "q002"))).themes
    assert set(theme.members) == {"q000", "q002"}
    assert theme.decided
    assert theme.sureness == 1


def test_a_coordinators_name_wins_follows_most_of_the_replies_and_can_be_taken_back() -> None:
    name = Rename(replies=tuple(IDS[:4]), words=" Getting home ")
    away = Move(reply=IDS[0], to=(IDS[4],), away_from=(IDS[1], IDS[2], IDS[3]))
    theme = next(t for t in made(ALL, name, away).themes if IDS[1] in t.members)
    assert theme.name == "Getting home"
    back = Rename(replies=tuple(IDS[:4]), words="")
    assert all(not t.given_label for t in made(ALL, name, back).themes)


def test_a_reply_off_topic_is_left_out_and_counted_until_it_is_put_with_others() -> None:
    off = OffTopic(reply=IDS[7])
    assert made(ALL, off).off_topic == (IDS[7],)
    assert made(ALL, off, Together(replies=(IDS[0], IDS[7]))).off_topic == ()


def test_a_reply_that_answers_nothing_is_left_out_and_a_short_answer_is_not() -> None:
    grouping = made(said("Thank you all", "More time", "no", "Ok thanks"))
    assert grouping.off_topic == ("q000", "q003")
    assert grouping.singles == ("q001", "q002")


def test_without_an_encoder_everything_stands_alone_but_what_was_decided_or_said_twice() -> None:
    several = said(*BUS, BUS[0].upper())
    grouping = group(several, None, [Together(replies=("q001", "q002"))], table="words")
    assert [theme.members for theme in grouping.themes] == [("q000", "q004"), ("q001", "q002")]
    assert grouping.singles == ("q003",)
    assert grouping.method.table == ""


def test_only_emoji_or_another_language_is_not_easily_grouped_and_is_marked() -> None:
    welsh = "Mae angen mwy o amser ar y bobl ifanc, ac nid oes neb yn gwrando ar eu llais nhw."
    mixed = "Mae'r staff yn brilliant but we never have enough of them in the evening clubs."
    grouping = made(said(*BUS, "👍🙂", welsh, mixed, "Нам нужен более ранний автобус"))
    assert grouping.not_easily_grouped == ("q004", "q005", "q007")
    assert {each.reply: each.language for each in grouping.marked} == {
        "q005": Language.WELSH,
        "q006": Language.MIXED,
        "q007": Language.OTHER,
    }
    assert together(made(said(*BUS, welsh), Together(replies=("q000", "q004"))), "q000", "q004")


def test_all_the_same_is_one_theme_with_one_reply_that_stands_for_the_rest() -> None:
    (theme,) = made(said(*[BUS[0]] * 5)).themes
    assert theme.members == ("q000", "q001", "q002", "q003", "q004")
    assert theme.folded == (theme.members,)


@pytest.mark.parametrize("draft", [True, False])
def test_three_replies_are_too_few_to_propose_anything(draft: bool) -> None:
    assert made(said(BUS[0], FORMS[0], ALONE), draft=draft).themes == ()


def test_only_the_sure_part_stands_where_somebody_will_sort_or_where_replies_are_long() -> None:
    assert made(ALL).method.name == "whole"
    assert made(ALL, draft=True).method.name == "sure"
    long = said(*(" ".join([text] * 3) for text in (*BUS, *FORMS)))
    assert made(long).method.name == "sure"
    assert (
        made(
            said(*(f"{text} {at}" for at in range(6) for text in (*BUS, *FORMS))), draft=True
        ).method.name
        == "whole"
    )


def test_no_pair_is_joined_unsorted_that_does_not_stand_out_from_its_question() -> None:
    several = said(*(f"{text} {at}" for at in range(4) for text in (*BUS, *FORMS)))
    sheet = sheets_of(several, vectors(several))["q"]
    alike, floor = standing_out(sheet)
    beyond = (sheet.meanings @ sheet.meanings.T - sheet.usual.mean) / sheet.usual.deviation
    ordinary = beyond < STANDS_OUT - 1e-3
    assert ordinary.any()
    assert (alike[ordinary] < floor).all()
    assert (alike <= readable_odds(sheet)).all()


@pytest.mark.parametrize(("skewness", "height"), [(-1, 0.3), (0, 0.3), (1, 0.7), (9, 1.5)])
def test_a_whole_grouping_is_cut_higher_the_more_few_pairs_stand_out(
    skewness: float, height: float
) -> None:
    assert zoom(skewness) == pytest.approx(height)


def test_many_clearly_different_things_are_not_put_together() -> None:
    """Ten things, each said in three ways, and every two of them somewhat related."""
    things = (
        "bins",
        "buses",
        "lamps",
        "swings",
        "books",
        "floods",
        "holes",
        "paint",
        "noise",
        "ice",
    )
    ways = ("money for {} now", "clean the {} first", "who mends {} here")
    rows = np.zeros((len(things), len(ways), 18), np.float32)
    for thing in range(len(things)):
        for way in range(len(ways)):
            rows[thing, way, [thing, 10 + thing // 2, 15 + way]] = 1, 0.6, 0.3
    several = said(*(way.format(thing) for thing in things for way in ways))
    grouping = group(several, rows.reshape(len(several), -1))
    assert [len(theme.members) for theme in grouping.themes] == [len(ways)] * len(things)


@pytest.mark.parametrize(("others", "joined"), [(10, True), (38, False)])
def test_one_pair_that_stands_out_of_hundreds_is_chance_and_is_not_joined(
    others: int, joined: bool
) -> None:
    """Two replies with one meaning, beside so many that have nothing in common."""
    rows = np.random.default_rng(1).normal(size=(others + 2, 600)).astype(np.float32)
    rows[1] = rows[0]
    several = said(*(f"{at}a {at}b {at}c {at}d {at}e {at}f" for at in range(others + 2)))
    assert bool(group(several, rows, to_be_sorted=True).themes) is joined


def test_several_questions_with_few_replies_each_are_a_quarter_for_a_person_to_sort() -> None:
    other = said(*BUS, group="z")
    assert made((*ALL, *other)).method.name == "sure"
    many = said(*(f"{text} {at}" for at in range(12) for text in BUS), group="z")
    assert made((*ALL, *many)).method.name == "whole"


def test_a_very_long_reply_and_no_reply_are_borne() -> None:
    assert made(()).replies == ()
    grouping = made(said(*BUS, "bus " * 5000))
    assert len(grouping.replies) == 5


def test_an_id_given_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="same id"):
        made((*said(BUS[0]), *said(BUS[1])))
