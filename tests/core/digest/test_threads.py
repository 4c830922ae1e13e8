"""Where the dots join: threads across principles, with words of each side and nobody's name."""

from bot.core.digest.digest import Digest
from bot.core.digest.edits import Action, Edit, Edits, thread
from bot.core.digest.heard import Thread as Printed
from bot.core.framework import Principle
from bot.core.replies import Choice
from bot.core.themes.grouping import Side, Thread
from tests.core.digest.invented_cycle import (
    JOINING,
    PURPOSE,
    REPLIES,
    SHARED_POWER,
    SLOWER,
    grouping,
    invented_digest,
    together,
)

PLAN = Thread(
    id="R00",
    label=("plan",),
    sides=(
        Side(group=SHARED_POWER.id, replies=("R00", "R03")),
        Side(group=SLOWER.id, replies=("R15",)),
    ),
    likeness=0.5,
)
PEOPLE = Thread(
    id="R07",
    label=("people",),
    sides=(
        Side(group=JOINING.id, replies=("R18",)),
        Side(group=PURPOSE.id, replies=("R07", "R06")),
    ),
    likeness=0.4,
)
MOVED = together("R00", "R03", group=SHARED_POWER.id)


def printed(*found: Thread, **changes: object) -> tuple[Printed, ...]:
    return digest(*found, **changes).threads


def digest(*found: Thread, **changes: object) -> Digest:
    return invented_digest(grouping=grouping(MOVED, threads=found), **changes)


def test_a_thread_shows_the_words_of_each_principle_and_no_sector() -> None:
    (thread_,) = printed(PLAN)
    assert thread_.label == "plan"
    assert [side.principle for side in thread_.sides] == [Principle("BB"), Principle("CU")]
    assert [side.theme_ids for side in thread_.sides] == [("R00",), ()]
    lines = [side.line for side in thread_.sides]
    assert all(line is not None and line.words and line.sector is None for line in lines)


def test_a_question_that_ties_two_principles_stands_for_the_one_not_heard_yet() -> None:
    (thread_,) = printed(PEOPLE)
    assert {side.principle: side.reply_ids for side in thread_.sides} == {
        Principle("BB"): ("R07", "R06"),
        Principle("LC"): ("R18",),
    }


def test_a_side_without_a_yes_has_no_line_and_is_counted() -> None:
    quiet = [one.model_copy(update={"choice": None}) for one in REPLIES]
    (thread_,) = printed(PLAN, replies=tuple(quiet))
    assert [side.line for side in thread_.sides] == [None, None]


def test_a_thread_goes_with_the_reply_that_made_it_one() -> None:
    left = [
        one.model_copy(update={"choice": Choice.LEAVE_OUT}) if one.id == "R15" else one
        for one in REPLIES
    ]
    assert printed(PLAN, replies=tuple(left)) == ()


def test_within_one_principle_nothing_runs_across() -> None:
    inside = PEOPLE.model_copy(update={"sides": (PEOPLE.sides[1], PLAN.sides[0])})
    assert printed(inside) == ()


def test_a_coordinator_may_name_a_thread() -> None:
    edit = Edit(target=thread("R00"), action=Action.REWORD, words="Time to plan")
    (thread_,) = printed(PLAN, edits=Edits(edits=(edit,)))
    assert (thread_.label, thread_.named) == ("Time to plan", True)


def test_too_few_people_share_no_thread() -> None:
    assert digest(PLAN, replies=REPLIES[:1]).threads == ()
