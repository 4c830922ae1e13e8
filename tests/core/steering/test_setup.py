"""A partnership is made step by step: what is missing, what is refused, what it becomes."""

from datetime import date
from typing import Any

import pytest

from bot.core.partnership import Partnership
from bot.core.steering.edit import CannotSteerError
from bot.core.steering.setup import (
    STEPS,
    Place,
    SetUp,
    Step,
    case_work,
    first_open,
    mistakes,
    partnership_of,
)

TODAY = date(2026, 10, 1)
PLACES = tuple(
    Place(id=each, name=name, member=True)
    for each, name in (("C01", "strategy"), ("C02", "places"), ("C0B", "board"), ("G0C", "plan"))
)
WHOLE = SetUp(
    name="  Anytown  Safeguarding Partnership ",
    people=("U01", "U02"),
    coordination="G0C",
    board="the Anytown board",
    board_channel="C0B",
    meetings="3 February 2027 at 14:00\n5 May 2027",
    channels=("C01", "C02"),
    front_door="01632 960001",
    out_of_hours="01632 960002",
    lado="01632 960003",
    checked_on=TODAY,
    hold="no",
    places=PLACES,
)


def whole(**changes: Any) -> SetUp:
    return WHOLE.model_copy(update=changes)


def made(**changes: Any) -> Partnership:
    return partnership_of(whole(**changes), ["elsewhere"], TODAY)


def test_a_whole_set_up_becomes_a_live_partnership() -> None:
    one = made()
    assert (one.id, one.name, one.live) == (
        "anytown-safeguarding-partnership",
        "Anytown Safeguarding Partnership",
        True,
    )
    assert [each.name for each in one.channels] == ["strategy", "places"]
    assert [str(each.at) for each in one.board.meetings] == ["14:00:00", "10:00:00"]
    assert one.coordinators.people == ("U01", "U02")
    assert one.cadence.open_for == one.cadence.every - 1


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Anytown", [], "anytown"),
        ("Anytown", ["anytown"], "anytown-2"),
        ("Anytown", ["anytown", "anytown-2"], "anytown-3"),
        ("🧭", [], "partnership"),
        ("Ünïcödé & Co", [], "n-c-d-co"),
        ("x" * 120, [], "x" * 32),
    ],
)
def test_it_gets_a_short_name_of_its_own(name: str, taken: list[str], expected: str) -> None:
    assert partnership_of(whole(name=name), taken, TODAY).id == expected


def test_nothing_filled_in_is_the_first_step_and_a_whole_set_up_has_none_left() -> None:
    assert first_open(SetUp(), TODAY) is Step.WHO
    assert first_open(WHOLE, TODAY) is None


@pytest.mark.parametrize(
    ("step", "field", "changes"),
    [
        (Step.WHO, "name", {"name": " "}),
        (Step.WHO, "people", {"people": ()}),
        (Step.WHO, "coordination", {"coordination": ""}),
        (Step.BOARD, "board", {"board": ""}),
        (Step.BOARD, "board_channel", {"board_channel": ""}),
        (Step.BOARD, "board_channel", {"board_channel": "G0C"}),
        (Step.BOARD, "meetings", {"meetings": "31 February 2027"}),
        (Step.BOARD, "meetings", {"meetings": ""}),
        (Step.ASKING, "channels", {"channels": ()}),
        (Step.ASKING, "channels", {"channels": ("G0C",)}),
        (Step.NUMBERS, "lado", {"lado": "ask Sam"}),
        (Step.NUMBERS, "front_door", {"front_door": ""}),
        (Step.NUMBERS, "checked_on", {"checked_on": None}),
        (Step.NUMBERS, "checked_on", {"checked_on": date(2026, 10, 2)}),
        (Step.KEEPING, "hold", {"hold": ""}),
    ],
)
def test_what_is_wrong_is_said_under_its_field_and_nothing_is_made(
    step: Step, field: str, changes: dict[str, Any]
) -> None:
    assert list(mistakes(whole(**changes), step, TODAY)) == [field]
    assert first_open(whole(**changes), TODAY) is step
    with pytest.raises(CannotSteerError):
        made(**changes)


def test_every_mistake_is_said_at_once() -> None:
    wrong = {field for step in STEPS for field in mistakes(SetUp(board=""), step, TODAY)}
    assert wrong == {
        *("name", "people", "coordination", "board", "board_channel", "meetings", "channels"),
        *("front_door", "out_of_hours", "lado", "checked_on", "hold"),
    }


def test_a_channel_with_a_case_panels_name_needs_a_word() -> None:
    panel = Place(id="C02", name="anytown-mace-panel", member=True)
    places = (*(each for each in PLACES if each.id != "C02"), panel)
    assert case_work(whole(places=places)) == ("anytown-mace-panel",)
    assert case_work(whole(places=places, strategic=" Strategic ")) == ()
    assert case_work(whole(places=places, strategic="yes")) == ("anytown-mace-panel",)
    assert case_work(WHOLE) == ()


def test_a_channel_that_slack_does_not_show_is_named() -> None:
    with pytest.raises(CannotSteerError, match="cannot see the channel C02"):
        made(places=tuple(each for each in PLACES if each.id != "C02"))


def test_a_legal_hold_is_kept() -> None:
    assert made(hold="yes").privacy.legal_hold
    assert not made().privacy.legal_hold
