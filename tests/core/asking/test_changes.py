"""What a coordinator reads after a change: sentences that name days, causes and questions."""

from typing import Any

from bot.core.asking.changes import changes
from bot.core.asking.plan import OccurrenceState, Plan
from bot.core.asking.planning import plan
from bot.core.asking.sending_days import SendingDays
from bot.core.partnership import Partnership
from bot.core.prompts import PromptBank
from tests.core.asking.anytown import anytown, at, bank

BANK = bank()
NOW = at("2026-11-12T12:00")
MEETING = "2027-04-21"
BEFORE = plan(anytown(MEETING), BANK, NOW)


def after(partnership: Partnership, bank: PromptBank = BANK) -> tuple[str, ...]:
    planned = plan(partnership, bank, NOW, BEFORE.cycles, BEFORE.occurrences)
    return changes(BEFORE, planned, partnership.tz, SendingDays.of(partnership).why_not_asked)


def changed(*meetings: str, **more: Any) -> tuple[str, ...]:
    return after(anytown(*(meetings or (MEETING,)), **more))


def test_nothing_changes_when_nothing_changed() -> None:
    assert changed() == ()


def test_a_quiet_day_moves_one_prompt_once_however_many_channels() -> None:
    said = changed(quiet=[{"from": "2027-03-10", "reason": "training day"}])
    assert said == (
        "The prompt planned for Thursday 25 February 2027 moves to Wednesday 24 February 2027.",
        "The prompt planned for Wednesday 10 March 2027 moves to Tuesday 9 March 2027, "
        "because that day is a quiet date (training day).",
    )


def test_a_pause_is_given_as_the_reason() -> None:
    said = changed(pauses=[{"from": "2027-02-08", "until": "2027-02-12"}])
    assert said[0] == (
        "Nothing is asked on Thursday 11 February 2027 any more, because that day is in a pause."
    )


def test_a_skipped_day_is_named_with_what_is_asked_instead_later() -> None:
    said = changed(skip=[{"on": "2027-02-11"}])
    assert said[0] == (
        "Nothing is asked on Thursday 11 February 2027 any more, because that day is skipped."
    )
    assert all(sentence.startswith("On ") and " not “What " in sentence for sentence in said[1:])


def test_a_moved_meeting_is_said_first_with_its_papers() -> None:
    said = changed("2027-04-28")
    assert said[:3] == (
        "The meeting on Wednesday 21 April 2027 moves to Wednesday 28 April 2027.",
        "The draft for the meeting on Wednesday 28 April 2027 moves from Wednesday 7 April 2027 "
        "to Wednesday 14 April 2027.",
        "The digest for the meeting on Wednesday 28 April 2027 moves from Tuesday 13 April 2027 "
        "to Tuesday 20 April 2027.",
    )
    assert len([sentence for sentence in said[3:] if "The prompt planned for" in sentence]) == 6


def test_a_meeting_at_another_hour_is_one_sentence() -> None:
    assert changed(board={"meetings": [{"on": MEETING, "at": "14:00"}]}) == (
        "The meeting on Wednesday 21 April 2027 now begins at 14:00.",
    )


def test_another_hour_of_asking_is_said_for_each_day() -> None:
    said = changed(cadence={"from": "10:00"})
    assert "The prompt of Tuesday 23 March 2027 is asked at 10:00 on Tuesday 23 March 2027." in said
    assert len(said) == 12


def test_a_new_meeting_for_which_there_is_no_time_is_told_as_such() -> None:
    assert changed(MEETING, "2027-05-05")[-1] == (
        "No prompt is planned before the new meeting on Wednesday 5 May 2027."
    )


def test_a_new_meeting_and_a_dropped_one_are_counted() -> None:
    assert changed(MEETING, "2027-07-21")[-1] == (
        "5 prompts are planned before the new meeting on Wednesday 21 July 2027."
    )
    two = plan(anytown(MEETING, "2027-07-21"), BANK, NOW)
    one = plan(anytown(MEETING), BANK, NOW, two.cycles)
    assert changes(two, one, anytown().tz) == (
        "5 prompts are dropped with the meeting on Wednesday 21 July 2027.",
    )


def test_channels_that_come_and_go_are_said_without_their_ids() -> None:
    only_one = [{"id": "C01", "name": "anytown-one"}]
    said = changed(channels=only_one)
    assert len(said) == 6
    assert said[0] == (
        "The prompt of Thursday 14 January 2027 no longer goes to one of the channels."
    )
    three = [{"id": f"C0{n}", "name": f"anytown-{n}"} for n in (1, 2, 3)]
    assert "now also goes to one of the channels" in changed(channels=three)[0]


def test_a_question_reworded_in_the_bank_is_quoted() -> None:
    prompts = [
        prompt.model_copy(update={"text": "What else?"}) if prompt.id == "bb1-0" else prompt
        for prompt in BANK.prompts
    ]
    assert after(anytown(MEETING), PromptBank(prompts=tuple(prompts))) == (
        "The question of Thursday 14 January 2027 is worded anew: “What else?”",
    )


def test_what_was_asked_in_the_meantime_is_no_change() -> None:
    first = BEFORE.occurrences[0]
    asked = [
        o.model_copy(update={"state": OccurrenceState.ASKED}) if o.on == first.on else o
        for o in BEFORE.occurrences
    ]
    stood = Plan(cycles=BEFORE.cycles, occurrences=tuple(asked))
    now = first.cut_off_at
    again = plan(anytown(MEETING), BANK, now, stood.cycles, asked)
    assert changes(stood, again, anytown().tz) == ()
