"""Threads across questions, and what changed since earlier digests."""

from collections.abc import Mapping, Sequence

import numpy as np

from bot.core.themes.across.lately import Changes, Persisting, Told, changes
from bot.core.themes.across.threads import threads
from bot.core.themes.decisions import Decision, Together
from bot.core.themes.drafting import drafted
from bot.core.themes.group import grouped, sheets_of
from bot.core.themes.grouping import Thread
from bot.core.themes.plainest import MOST, across_principles
from bot.core.themes.said import Said
from bot.core.themes.vectors import Vectors
from tests.core.themes.saying import said, vectors

FIRST = said(
    "The bus to the village stops at six.",
    "Without a bus the village is cut off.",
    "The form is too long.",
    "Nobody reads the form.",
    group="a",
)
SECOND = said(
    "A bus from the village would bring them in.",
    "There is no bus from that village on Sundays.",
    "The market is where they meet.",
    "Ask the market traders.",
    group="b",
)
ABOUT = {"a": ("bridging",), "b": ("curiosity",)}
SORTED: tuple[Decision, ...] = (
    Together(replies=("a000", "a001"), but_not=("a002", "a003")),
    Together(replies=("a002", "a003")),
    Together(replies=("b000", "b001"), but_not=("b002", "b003")),
    Together(replies=("b002", "b003")),
)


def found(several: tuple[Said, ...], about: Mapping[str, Sequence[str]]) -> tuple[Thread, ...]:
    grouping = drafted(several, vectors(several), SORTED, "words")
    return across_principles(grouping.threads, about)


def test_a_thread_runs_across_principles_with_the_words_of_both_sides() -> None:
    (thread,) = found((*FIRST, *SECOND), ABOUT)
    assert [(side.group, set(side.replies)) for side in thread.sides] == [
        ("a", {"a000", "a001"}),
        ("b", {"b000", "b001"}),
    ]
    assert set(thread.label) <= {"bus", "village"}
    assert thread.label


def test_what_is_said_under_one_principle_only_is_no_thread() -> None:
    assert found((*FIRST, *SECOND), {"a": ("bridging",), "b": ("bridging",)}) == ()
    assert found(FIRST, ABOUT) == ()


def test_one_persons_words_on_both_sides_are_no_thread() -> None:
    same = tuple(each.model_copy(update={"author": "one"}) for each in (*FIRST, *SECOND))
    assert found(same, ABOUT) == ()


def test_without_an_encoder_there_are_no_threads_and_a_board_reads_few() -> None:
    sheets = sheets_of((*FIRST, *SECOND), None)
    assert threads(sheets, grouped(sheets, SORTED)) == ()
    several = [
        Thread(id=str(at), label=("bus",), likeness=at / 10, sides=thread.sides)
        for thread in found((*FIRST, *SECOND), ABOUT)
        for at in range(MOST + 2)
    ]
    assert [each.id for each in across_principles(several, ABOUT)] == list("234567")


def rows(*angles: float) -> Vectors:
    return np.array([[np.cos(a), np.sin(a)] for a in angles], dtype=np.float32)


def told(*ids: str) -> list[Told]:
    return [Told(id=each, text=f"about {each}") for each in ids]


def test_what_is_like_an_earlier_theme_persists_and_the_rest_is_new_or_faded() -> None:
    right, up, left, down = 0.0, np.pi / 2, np.pi, -np.pi / 2
    now, earlier = told("bus", "form"), told("buses", "rooms", "food")
    assert changes(now, earlier, rows(right, up, right, left, down)) == Changes(
        new=("form",),
        persisting=(Persisting(now="bus", earlier="buses"),),
        faded=("food", "rooms"),
    )


def test_nothing_is_said_of_changes_where_nothing_can_be_compared() -> None:
    now, earlier = told("bus", "form"), told("buses", "rooms")
    assert changes(now, earlier, None) == Changes()
    assert changes(now, [], rows(0, 1)) == Changes()
    assert changes(now[:1], earlier[:1], rows(0, 1)) == Changes()
