"""A thread when replies of it are gone: it joins what is left, in words that are still shared."""

from bot.core.digest.compiling.grouped import Grouped, wordings
from bot.core.themes.grouping import Grouping, Method, Side, Thread
from bot.core.themes.said import Said

SAID = (
    Said(id="a1", text="The bus is late.", author="one", group="a"),
    Said(id="a2", text="No late bus.", author="two", group="a"),
    Said(id="b1", text="A bus home.", author="three", group="b"),
    Said(id="b2", text="Warm rooms.", author="one", group="b"),
)
THREAD = Thread(
    id="a1",
    label=("bus", "late"),
    sides=(Side(group="a", replies=("a1", "a2")), Side(group="b", replies=("b1", "b2"))),
    likeness=0.5,
)
GROUPED = Grouped(
    grouping=Grouping(
        singles=("a1", "a2", "b1", "b2"),
        threads=(THREAD.model_copy(update={"label": ("bus",)}),),
        method=Method(name="sure", version="1"),
    ),
    wordings=wordings(SAID),
)


def left(*ids: str) -> tuple[Thread, ...]:
    grouping = GROUPED.holding([each for each in SAID if each.id in ids])
    assert grouping is not None
    return grouping.threads


def test_a_thread_loses_the_replies_that_are_gone() -> None:
    (thread,) = left("a1", "b1", "b2")
    assert [side.replies for side in thread.sides] == [("a1",), ("b1", "b2")]
    assert len(left("a1", "a2", "b1", "b2")) == 1


def test_a_thread_is_gone_with_its_last_shared_words_or_its_second_side() -> None:
    assert left("a1", "a2", "b2") == ()
    assert left("a1", "a2") == ()


def test_a_thread_of_one_persons_words_is_none() -> None:
    said = [each.model_copy(update={"author": "one"}) for each in SAID]
    grouping = GROUPED.holding(said)
    assert grouping is not None
    assert grouping.threads == ()
