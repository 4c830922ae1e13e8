"""Thousands of replies to one question: a sample is grouped, and the rest find their place."""

from bot.core.themes.crowd import crowd_places
from bot.core.themes.decisions import OffTopic, Together
from bot.core.themes.placing import Places
from bot.core.themes.sheet import Sheet
from tests.core.themes.saying import ALONE, BUS, FORMS, said, vectors

MANY = said(
    *(f"{text} Point {at}." for at in range(12) for text in (*BUS, *FORMS)),
    ALONE,
    "🙂",
    "Thanks all",
)
SHEET = Sheet(MANY, vectors(MANY))


def every(placed: Places) -> list[int]:
    shared = [place for cluster in placed.clusters for place in cluster]
    return sorted([*shared, *placed.alone, *placed.unreadable, *placed.off_topic])


def test_a_crowd_is_in_exactly_one_place_and_kinds_stay_together() -> None:
    placed = crowd_places(SHEET, (), most=40)
    assert every(placed) == list(range(len(MANY)))
    assert sum(len(cluster) for cluster in placed.clusters) > 70
    for cluster, parts in zip(placed.clusters, placed.parts, strict=True):
        assert len({"form" in MANY[place].text for place in cluster}) == 1
        inside = [place for part in parts for place in part]
        assert len(inside) == len(set(inside))
        assert set(inside) <= set(cluster)
    assert placed.unreadable == (len(MANY) - 2,)
    assert placed.off_topic == (len(MANY) - 1,)


def test_decisions_hold_in_a_crowd() -> None:
    tie = Together(replies=(MANY[0].id, MANY[4].id))
    placed = crowd_places(SHEET, [tie, OffTopic(reply=MANY[9].id)], most=40)
    assert any({0, 4} <= set(cluster) for cluster in placed.clusters)
    assert 9 in placed.off_topic
    assert every(placed) == list(range(len(MANY)))


def test_without_an_encoder_a_crowd_stands_alone() -> None:
    placed = crowd_places(Sheet(MANY, None), (), most=40)
    assert placed.clusters == ()
    assert every(placed) == list(range(len(MANY)))
