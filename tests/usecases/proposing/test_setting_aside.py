"""Two members may have a planned question set aside before it goes out."""

from threading import Thread

from sqlalchemy import text

from bot.core.partnership import Partnership
from bot.core.prompts import PromptBank
from bot.store.asides import asides_of
from bot.usecases.asking.plan import plan_all
from bot.usecases.forget import forget_due
from bot.usecases.shelf import Shelf
from tests.core.asking.anytown import anytown, bank
from tests.usecases.proposing.house import ANNA, BRYN, CATO, House


def wishes(house: House) -> list[str]:
    with house.store.read() as tx:
        return list(tx.execute(text("SELECT member FROM aside_wishes")).scalars())


def test_one_member_alone_is_noted_and_changes_nothing(house: House) -> None:
    before = house.planned
    assert house.aside(ANNA) == "noted"
    assert house.aside(ANNA) == "noted"
    assert house.planned == before
    asked = house.form(ANNA).next_asked
    assert asked is not None
    assert asked.wished
    others = house.form(BRYN).next_asked
    assert others is not None
    assert not others.wished


def test_two_members_together_set_it_aside_and_another_takes_its_place(house: House) -> None:
    first = house.planned[0]
    house.aside(ANNA)
    assert house.aside(BRYN, first) == "set-aside"
    instead = next(each for each in house.planned if each.id == first.id)
    assert instead.prompt_id != first.prompt_id
    assert instead.practices == first.practices
    house.post()
    told = "\n".join(house.notes())
    assert f"“{first.question}”" in told
    assert f"the question is “{instead.question}”" in told
    assert ANNA not in told
    assert BRYN not in told


def test_who_asked_is_never_stored_as_an_id_and_gone_once_it_is_decided(house: House) -> None:
    house.aside(ANNA)
    (member,) = wishes(house)
    assert ANNA not in member
    house.aside(BRYN)
    assert wishes(house) == []


def test_what_was_set_aside_stays_aside_when_planning_again_and_for_four_cycles(
    house: House,
) -> None:
    first = house.planned[0]
    house.aside(ANNA)
    house.aside(BRYN)
    plan_all(house.store, house.shelf(), house.now)
    assert first.prompt_id not in {each.prompt_id for each in house.planned}


def test_two_members_at_the_same_moment_are_two(house: House) -> None:
    first = house.planned[0]
    outcomes: list[str] = []
    both = [
        Thread(target=lambda who=who: outcomes.append(house.aside(who, first)))
        for who in (ANNA, BRYN)
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(outcomes) == ["noted", "set-aside"]


def test_a_question_that_went_out_cannot_be_set_aside(house: House) -> None:
    first = house.planned[0]
    house.now = first.due_at
    assert house.aside(ANNA, first) == "gone"


def test_wishes_about_a_question_that_went_out_are_forgotten(house: House) -> None:
    first = house.planned[0]
    house.aside(ANNA)
    house.now = first.due_at
    forget_due(house.store, house.shelf(), house.now)
    assert wishes(house) == []


def test_a_third_wish_finds_that_another_question_stands_there(house: House) -> None:
    first = house.planned[0]
    house.aside(ANNA)
    house.aside(BRYN)
    assert house.aside(CATO, first) == "gone"


def with_partnership(house: House, partnership: Partnership, questions: PromptBank) -> None:
    house.files = house.files.model_copy(update={"partnerships": (partnership,), "bank": questions})
    house.shelf = Shelf(house.store, house.files)
    plan_all(house.store, house.shelf(), house.now)


def test_words_and_a_choice_of_the_coordinators_can_be_set_aside_too(house: House) -> None:
    first = house.planned[0]
    other = next(
        p for p in bank().prompts if p.practices == first.practices[:1] and p.id != first.prompt_id
    )
    changed = anytown(
        "2027-01-20", "2027-04-21",
        pin=[{"on": first.on, "prompt": other.id}],
        reword=[{"on": first.on, "text": "What would we ask in other words?"}],
    )  # fmt: skip
    with_partnership(house, changed, bank())
    chosen = house.planned[0]
    assert (chosen.prompt_id, chosen.question) == (other.id, "What would we ask in other words?")
    house.aside(ANNA, chosen)
    house.aside(BRYN, chosen)
    instead = house.planned[0]
    assert instead.prompt_id != other.id
    assert instead.question != "What would we ask in other words?"
    house.post()
    assert any(f"Members set {other.id} aside" in note for note in house.notes())


def test_the_last_question_of_a_bank_stays_and_the_coordinators_are_told_why(
    house: House,
) -> None:
    small = bank(per_practice=1, per_pair=1)
    only_one = PromptBank(
        prompts=tuple(
            p for p in small.prompts if p.joins or p.practices[0] in ("BB1", "LC1", "CU1")
        )
    )
    with_partnership(house, anytown("2027-01-20", "2027-04-21"), only_one)
    first = house.planned[0]
    house.aside(ANNA)
    house.aside(BRYN)
    assert house.planned[0].prompt_id == first.prompt_id
    house.post()
    assert any("No other question can take its place" in note for note in house.notes())
    with house.store.read() as tx:
        assert len(asides_of(tx, "anytown")) == 1
