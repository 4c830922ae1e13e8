"""A partnership's plan: made twice, made later, and made again after something changed."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.core.asking.local_time import local_date
from bot.core.asking.plan import Occurrence, OccurrenceState, Plan
from bot.core.asking.planning import plan
from bot.core.partnership import Partnership
from bot.core.prompts import PromptBank
from tests.core.asking.anytown import anytown, at, bank, became, days

BANK = bank()
AUTUMN = at("2026-09-01T08:00")
WINTER = at("2026-11-12T12:00")


def remarks(planned: Plan, words: str) -> list[str]:
    return [remark for remark in planned.remarks if words in remark]


def asked_by(now: datetime, planned: Plan) -> list[Occurrence]:
    return became(planned.occurrences, now)


def coming(planned: Plan, now: datetime) -> list[Occurrence]:
    return [o for o in planned.occurrences if o.due_at > now]


def test_every_channel_is_asked_the_same_on_the_same_morning() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    first = [o for o in planned.occurrences if o.on == planned.occurrences[0].on]
    assert [o.channel_id for o in first] == ["C01", "C02"]
    assert len({(o.prompt_id, o.due_at, o.closes_at) for o in first}) == 1
    assert first[0].id == f"anytown/{first[0].on.isoformat()}/C01"
    assert len({o.id for o in planned.occurrences}) == len(planned.occurrences)


def test_planning_twice_gives_the_same_plan() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    assert plan(anytown(), BANK, AUTUMN, planned.cycles, planned.occurrences) == planned


def test_planning_later_gives_the_same_future_whatever_the_day() -> None:
    first = plan(anytown(), BANK, AUTUMN)
    now, cycles = AUTUMN, first.cycles
    while now < at("2027-06-01T00:00"):
        now += timedelta(days=3, hours=1)
        again = plan(anytown(), BANK, now, cycles, asked_by(now, first))
        assert list(again.occurrences) == coming(first, now)
        cycles = again.cycles
        assert set(cycles) <= set(first.cycles)


def test_a_quarter_with_fewer_prompts_says_which_dates_and_why() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    assert len(days(planned, 0)) == 6
    assert remarks(planned, "Wednesday 21 April 2027") == [
        "Five of six prompts are planned before the meeting on Wednesday 21 April 2027. "
        "Left out: Thursday 14 January 2027 (it is before the previous meeting)."
    ]


def test_dates_that_have_passed_are_left_out_and_the_rest_is_still_balanced() -> None:
    planned = plan(anytown("2027-01-20"), BANK, WINTER)
    practices = {o.prompt_id: o.practices for o in planned.occurrences}
    assert len(days(planned)) == 3
    assert {p[:2] for ids in practices.values() for p in ids} == {"BB", "LC", "CU"}
    assert "Thursday 5 November 2026 (it has passed)" in planned.remarks[-1]


def test_no_time_for_three_prompts_is_put_to_the_coordinator() -> None:
    late = at("2026-11-20T12:00")
    planned = plan(anytown("2027-01-20"), BANK, late)
    assert planned.occurrences == ()
    assert len(planned.cycles) == 1
    (remark,) = remarks(planned, "There is no time for three prompts")
    assert "go on with two" in remark
    went_on = plan(anytown("2027-01-20"), BANK, late, go_on=[date(2027, 1, 20)])
    assert len(days(went_on)) == 2
    assert {len(o.practices) for o in went_on.occurrences} == {1, 2}


def test_a_cycle_that_has_begun_goes_on_with_what_is_left() -> None:
    partnership = anytown("2027-01-20")
    planned = plan(partnership, BANK, AUTUMN)
    now = at("2026-11-20T12:00")
    missed = became(planned.occurrences, now, OccurrenceState.MISSED)
    again = plan(partnership, BANK, now, planned.cycles, missed)
    assert days(again) == [o.on.isoformat() for o in coming(planned, now)][::2]
    assert "(it was missed)" in again.remarks[-1]


def test_a_moved_meeting_keeps_its_cycle_and_its_past_and_changes_only_the_future() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    past = asked_by(WINTER, planned)
    moved = anytown("2027-01-27", "2027-04-21", "2027-07-21", "2027-10-20")
    again = plan(moved, BANK, WINTER, planned.cycles, past)
    assert [c.id for c in again.cycles] == [c.id for c in planned.cycles]
    assert again.cycles[0].meeting_on == date(2027, 1, 27)
    assert again.cycles[0].draft_at == planned.cycles[0].draft_at + timedelta(days=7)
    assert {o.id for o in again.occurrences}.isdisjoint(o.id for o in past)
    assert days(again, 2) == days(planned, 2)
    assert days(again, 3) == days(planned, 3)
    everything = [*past, *again.occurrences]
    assert len({o.on for o in everything if o.cycle_id == again.cycles[0].id}) <= 6


@pytest.mark.parametrize("to", ["2027-01-13", "2027-01-14", "2027-01-27", "2027-02-10"])
def test_after_a_move_no_two_windows_are_open_at_once(to: str) -> None:
    planned = plan(anytown("2027-01-20"), BANK, AUTUMN)
    past = asked_by(WINTER, planned)
    again = plan(anytown(to), BANK, WINTER, planned.cycles, past)
    in_one = sorted(
        (o for o in [*past, *again.occurrences] if o.channel_id == "C01"), key=lambda o: o.due_at
    )
    for one, following in pairwise(in_one):
        assert one.closes_at < following.due_at
    assert in_one[-1].closes_at < again.cycles[0].draft_at


def test_a_meeting_moved_onto_the_date_of_an_old_one_gets_an_id_of_its_own() -> None:
    planned = plan(anytown("2027-01-20"), BANK, AUTUMN)
    moved = plan(anytown("2027-01-27"), BANK, AUTUMN, planned.cycles)
    both = plan(anytown("2027-01-20", "2027-01-27"), BANK, AUTUMN, moved.cycles)
    assert [c.id for c in both.cycles] == ["anytown/2027-01-20/2", "anytown/2027-01-20"]


def test_a_meeting_that_is_over_is_planned_no_more_and_bounds_the_next_cycle() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    now = at("2027-01-20T12:00")
    later = anytown("2027-04-21", "2027-07-21", "2027-10-20")
    again = plan(later, BANK, now, planned.cycles, asked_by(now, planned))
    assert [c.id for c in again.cycles] == [c.id for c in planned.cycles[1:]]
    assert min(o.on for o in again.occurrences) > date(2027, 1, 20)


def test_a_skipped_day_is_dropped_and_its_practice_returns() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    second = days(planned)[1]
    skipping = anytown(skip=[{"on": second}])
    again = plan(skipping, BANK, AUTUMN, planned.cycles, planned.occurrences)
    assert days(again) == [on for on in days(planned) if on != second]
    dropped = next(o for o in planned.occurrences if o.on.isoformat() == second)
    assert any(o.practices == dropped.practices for o in again.occurrences)
    assert remarks(again, "(it is skipped)")


def test_skipping_one_of_three_is_a_decision_and_leaves_two() -> None:
    partnership = anytown("2027-01-20", cadence={"prompts": 3})
    planned = plan(partnership, BANK, AUTUMN)
    skipping = anytown("2027-01-20", cadence={"prompts": 3}, skip=[{"on": days(planned)[0]}])
    assert days(plan(skipping, BANK, AUTUMN)) == days(planned)[1:]


def test_a_skip_that_matches_nothing_is_pointed_out() -> None:
    planned = plan(anytown(skip=[{"on": "2026-12-25"}]), BANK, AUTUMN)
    assert remarks(planned, "Friday 25 December 2026, so skipping it changes nothing")


def test_a_pause_drops_what_falls_into_it_and_nothing_else() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    pausing = anytown(
        pauses=[{"from": "2026-11-01", "until": "2026-11-13", "reason": "inspection"}]
    )
    again = plan(pausing, BANK, AUTUMN, planned.cycles, planned.occurrences)
    assert set(days(planned)) - set(days(again)) == {"2026-11-05"}
    assert remarks(again, "(it is in a pause (inspection))")


def test_an_open_pause_stops_all_asking_and_leaves_the_board_dates() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    again = plan(
        anytown(pauses=[{"from": "2026-09-01"}]), BANK, AUTUMN, planned.cycles, planned.occurrences
    )
    assert again.occurrences == ()
    assert again.cycles == planned.cycles
    assert remarks(again, "due on Tuesday 12 January 2027, which is in a pause")


def test_a_new_channel_gets_only_what_is_still_to_come() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    past = asked_by(WINTER, planned)
    channels = [{"id": f"C0{n}", "name": f"anytown-{n}"} for n in (1, 2, 3)]
    again = plan(anytown(channels=channels), BANK, WINTER, planned.cycles, past)
    new = [o for o in again.occurrences if o.channel_id == "C03"]
    assert {o.on for o in new} == {o.on for o in coming(planned, WINTER)}


def test_a_missed_prompt_is_not_asked_again_that_day_and_its_practice_returns() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    now = planned.occurrences[0].cut_off_at + timedelta(minutes=1)
    missed = became(planned.occurrences, now, OccurrenceState.MISSED)
    again = plan(anytown(), BANK, now, planned.cycles, missed)
    assert missed[0].on not in {o.on for o in again.occurrences}
    assert any(o.practices == missed[0].practices for o in again.occurrences)


def test_a_prompt_one_channel_heard_counts_as_asked() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    now = planned.occurrences[0].cut_off_at + timedelta(minutes=1)
    heard, missed = became(planned.occurrences, now)
    missed = missed.model_copy(update={"state": OccurrenceState.MISSED})
    again = plan(anytown(), BANK, now, planned.cycles, [heard, missed])
    assert list(again.occurrences) == coming(planned, now)


def test_what_is_due_and_not_yet_sent_stays_until_it_is_called_off() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    due = [o for o in planned.occurrences if o.on == planned.occurrences[0].on]
    now = due[0].due_at + timedelta(seconds=5)
    again = plan(anytown(), BANK, now, planned.cycles, planned.occurrences)
    assert again.occurrences == planned.occurrences
    skipping = anytown(skip=[{"on": due[0].on}])
    called_off = plan(skipping, BANK, now, planned.cycles, planned.occurrences)
    assert {o.id for o in called_off.occurrences}.isdisjoint(o.id for o in due)


def test_papers_that_have_gone_out_keep_their_dates() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    now = at("2027-01-08T12:00")
    quiet = anytown(quiet=[{"from": "2027-01-04", "until": "2027-01-07"}])
    again = plan(quiet, BANK, now, planned.cycles, asked_by(now, planned))
    assert again.cycles[0] == planned.cycles[0]


def test_a_quiet_date_named_too_late_does_not_call_for_papers_in_the_past() -> None:
    planned = plan(anytown(), BANK, AUTUMN)
    now = at("2027-01-05T12:00")
    quiet = anytown(quiet=[{"from": "2027-01-06", "until": "2027-01-15"}])
    again = plan(quiet, BANK, now, planned.cycles, asked_by(now, planned))
    assert again.cycles[0] == planned.cycles[0]
    assert remarks(again, "cannot come earlier")


def test_a_meeting_named_too_late_says_that_the_draft_is_made_at_once() -> None:
    planned = plan(anytown("2027-01-20"), BANK, at("2027-01-11T12:00"))
    assert remarks(planned, "should have been made on Wednesday 6 January 2027")


def test_a_bank_with_holes_plans_nothing_and_says_what_it_needs() -> None:
    singles = PromptBank(prompts=tuple(p for p in BANK.prompts if not p.joins))
    planned = plan(anytown(), singles, AUTUMN)
    assert planned.occurrences == ()
    assert planned.remarks[0] == (
        "No prompts are planned: the prompt bank needs a prompt that joins two principles."
    )


def test_a_small_bank_repeats_itself_only_with_a_remark() -> None:
    assert not remarks(plan(anytown(), BANK, AUTUMN), "less than four cycles")
    assert remarks(plan(anytown(), bank(1, 1), AUTUMN), "less than four cycles")


def test_a_meeting_beyond_the_known_bank_holidays_says_so() -> None:
    planned = plan(anytown("2101-03-15"), BANK, AUTUMN)
    assert remarks(planned, "Bank holidays are not known after Friday 31 December 2100")


def test_another_partnership_changes_nothing() -> None:
    other = plan(anytown(id="elsewhere"), BANK, AUTUMN)
    alone = plan(anytown(), BANK, AUTUMN)
    beside = plan(anytown(), BANK, AUTUMN, other.cycles, became(other.occurrences, WINTER))
    assert beside == alone


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern-ireland"])
def test_in_every_nation_everybody_is_asked_at_half_past_nine(nation: str) -> None:
    partnership: Partnership = anytown(nation=nation)
    planned = plan(partnership, BANK, AUTUMN)
    local = [o.due_at.astimezone(partnership.tz) for o in planned.occurrences]
    assert {f"{at:%H:%M}" for at in local} == {"09:30"}
    assert all(local_date(o.due_at, partnership.tz) == o.on for o in planned.occurrences)
    assert {o.due_at.hour for o in planned.occurrences} == {8, 9}
