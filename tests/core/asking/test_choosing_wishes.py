"""Pins, swaps and prompts left out: a coordinator's wish is kept, and the cycle stays balanced."""

from typing import Any

from bot.core.asking.plan import Plan
from bot.core.asking.planning import plan
from bot.core.framework import Principle
from tests.core.asking.anytown import anytown, at, bank, became

NOW = at("2026-09-21T09:00")
BANK = bank(per_practice=4)


def planned(**wishes: Any) -> Plan:
    return plan(anytown(**wishes), BANK, NOW)


def asked(made: Plan) -> dict[str, str]:
    """The prompt of each day, in the order of asking."""
    return {o.on.isoformat(): o.prompt_id for o in made.occurrences}


DAYS = list(asked(planned()))


def test_a_pinned_prompt_is_asked_on_its_day_and_says_who_chose_it() -> None:
    made = planned(pin=[{"on": DAYS[1], "prompt": "cu4-3"}])
    assert asked(made)[DAYS[1]] == "cu4-3"
    (reason,) = [r for r in made.reasons if r.on.isoformat() == DAYS[1]]
    assert reason.why == "A coordinator chose it for this day."
    assert list(asked(made)) == DAYS


def test_the_rest_of_the_cycle_is_balanced_around_a_pin() -> None:
    made = planned(pin=[{"on": DAYS[1], "prompt": "cu4-3"}])
    first = made.cycles[0].id
    one_channel = [o for o in made.occurrences if o.cycle_id == first and o.channel_id == "C01"]
    practices = [practice for o in one_channel for practice in o.practices]
    counts = [sum(p.startswith(principle) for p in practices) for principle in Principle]
    assert max(counts) - min(counts) <= 1


def test_a_prompt_that_is_left_out_is_never_asked() -> None:
    gone = asked(planned())[DAYS[0]]
    assert gone not in asked(planned(leave_out=[gone])).values()


def test_a_pin_outweighs_leaving_out() -> None:
    made = planned(pin=[{"on": DAYS[1], "prompt": "cu4-3"}], leave_out=["cu4-3"])
    assert [day for day, prompt in asked(made).items() if prompt == "cu4-3"] == [DAYS[1]]


def test_planning_again_while_a_cycle_with_a_pin_runs_changes_nothing() -> None:
    town = anytown(pin=[{"on": DAYS[2], "prompt": "cu4-3"}])
    whole = plan(town, BANK, NOW)
    for day in DAYS[:5]:
        now = at(f"{day}T18:00")
        again = plan(town, BANK, now, whole.cycles, became(whole.occurrences, now))
        expected = {on: prompt for on, prompt in asked(whole).items() if on > day}
        assert {on: prompt for on, prompt in asked(again).items() if on > day} == expected


def test_a_pin_that_cannot_be_kept_is_told() -> None:
    made = planned(
        pin=[{"on": DAYS[0], "prompt": "nowhere"}, {"on": "2026-12-25", "prompt": "cu4-3"}]
    )
    told = " ".join(made.remarks)
    assert "holds no nowhere" in told
    assert "Nothing is asked on Friday 25 December 2026" in told
