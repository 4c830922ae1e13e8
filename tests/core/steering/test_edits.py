"""What a coordinator may change, and the sentence that refuses what cannot be."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from bot.core.partnership import Channel, Meeting, Partnership
from bot.core.steering import askings, dates, people
from bot.core.steering.edit import CannotSteerError, Edit
from tests.core.asking.anytown import anytown, bank

TODAY = date(2026, 10, 1)
LATER = date(2026, 11, 5)
TOWN = anytown("2027-01-20", "2027-04-21")


def after(edit: Edit, town: Partnership = TOWN) -> Partnership:
    return edit(town, TODAY).partnership


EDITS: dict[str, tuple[Edit, Callable[[Partnership], Any], Any]] = {
    "skip": (askings.skip(LATER, "Inspection"), lambda p: [s.on for s in p.skip], [LATER]),
    "choose": (askings.choose(LATER, "bb1-0", bank()), lambda p: p.pin[0].prompt, "bb1-0"),
    "reword": (
        askings.reword(LATER, "What helped us   to meet?"),
        lambda p: p.reword[0].text,
        "What helped us to meet?",
    ),
    "move a day": (
        askings.move_day(LATER, date(2026, 11, 6)),
        lambda p: p.move[0].to,
        date(2026, 11, 6),
    ),
    "never ask": (askings.never_ask("bb1-0"), lambda p: p.leave_out, ("bb1-0",)),
    "add a meeting": (
        dates.add_meetings([Meeting(on=date(2027, 2, 24), at=time(14))]),
        lambda p: [m.on for m in p.board.meetings],
        [date(2027, 1, 20), date(2027, 2, 24), date(2027, 4, 21)],
    ),
    "move a meeting": (
        dates.move_meeting(date(2027, 1, 20), date(2027, 1, 27), time(14)),
        lambda p: next((m.on, m.at) for m in p.board.meetings),
        (date(2027, 1, 27), time(14)),
    ),
    "cancel a meeting": (
        dates.cancel_meeting(date(2027, 1, 20)),
        lambda p: [m.on for m in p.board.meetings],
        [date(2027, 4, 21)],
    ),
    "go on": (dates.go_on(date(2027, 1, 20)), lambda p: p.board.meetings[0].go_on, True),
    "pause": (
        dates.pause(TODAY, date(2026, 10, 9), "A bereavement"),
        lambda p: (p.pauses[0].start, p.pauses[0].until, p.pauses[0].reason),
        (TODAY, date(2026, 10, 9), "A bereavement"),
    ),
    "quiet": (dates.quiet(LATER, None, "Half term"), lambda p: LATER in p.quiet[0], True),
    "coordinators": (
        people.coordinators(["U02", "U02", "U03"], "U01"),
        lambda p: p.coordinators.people,
        ("U02", "U03"),
    ),
    "what is kept": (
        people.keeping(people.Keeping(quotes="never", legal_hold=True)),
        lambda p: (p.privacy.quotes, p.privacy.legal_hold, p.privacy.keep_logs_days),
        ("never", True, 30),
    ),
    "channels": (
        people.channels([Channel(id="C07", name="new")]),
        lambda p: [c.id for c in p.channels],
        ["C07"],
    ),
    "numbers": (
        people.numbers("01632 960011", "01632 960012", "01632 960013", TODAY),
        lambda p: (p.safeguarding.lado, p.safeguarding.checked_on),
        ("01632 960013", TODAY),
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_each_change_does_what_it_says_and_nothing_else(name: str) -> None:
    edit, seen, expected = EDITS[name]
    changed = after(edit)
    assert seen(changed) == expected
    keys = [key for key in type(TOWN).model_fields if getattr(changed, key) != getattr(TOWN, key)]
    assert len(keys) == 1


@pytest.mark.parametrize("name", EDITS)
def test_each_change_is_said_in_a_sentence(name: str) -> None:
    what = EDITS[name][0](TOWN, TODAY).what
    assert what[0].isupper() or what.startswith("bb1-0")
    assert what[-1] in ".”"


def test_what_was_skipped_quiet_or_paused_can_be_given_back() -> None:
    assert after(askings.unskip(LATER), after(askings.skip(LATER))) == TOWN
    assert after(dates.not_quiet(LATER), after(dates.quiet(LATER, None, ""))) == TOWN
    paused = after(dates.pause(TODAY, None, "An incident"))
    assert after(dates.resume(TODAY), paused) == TOWN
    ended = after(dates.resume(LATER), paused).pauses[0]
    assert (ended.start, ended.until) == (TODAY, date(2026, 11, 4))
    worded = after(askings.reword(LATER, "What helped us to meet?"))
    assert after(askings.leave_to_dots(LATER), worded) == TOWN


REFUSED = {
    "the past": (askings.skip(date(2026, 9, 1)), "is not still to come"),
    "today": (askings.skip(TODAY), "choose a day after Thursday 1 October 2026"),
    "a closed question": (askings.reword(LATER, "Do we meet?"), "Begin with"),
    "an unknown prompt": (askings.choose(LATER, "nothing", bank()), "holds no “nothing”"),
    "no such meeting": (
        dates.cancel_meeting(date(2027, 1, 21)),
        "Choose Wednesday 20 January 2027 or Wednesday 21 April 2027.",
    ),
    "two meetings on a day": (
        dates.add_meetings([Meeting(on=date(2027, 1, 20), at=time(9))]),
        "already meets on Wednesday 20 January 2027 at 10:00",
    ),
    "a pause that ends before it begins": (
        dates.pause(LATER, TODAY, ""),
        "expected `until` to be on or after `from`",
    ),
    "nothing is paused": (dates.resume(LATER), "Nothing is paused on Thursday 5 November 2026."),
    "nobody coordinates": (people.coordinators([], "U01"), "Somebody must coordinate."),
    "no channels": (people.channels([]), "at least one channel"),
    "a channel twice": (
        people.channels([Channel(id="C07", name="a"), Channel(id="C07", name="b")]),
        "expected each channel once",
    ),
    "numbers checked tomorrow": (
        people.numbers("01632 960011", "01632 960012", "01632 960013", LATER),
        "cannot have been checked on",
    ),
    "a number that is none": (
        people.numbers("call us", "01632 960012", "01632 960013", TODAY),
        "expected a telephone number",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence(name: str) -> None:
    edit, why = REFUSED[name]
    with pytest.raises(CannotSteerError) as caught:
        edit(TOWN, TODAY)
    assert why in str(caught.value)


def test_the_only_meeting_cannot_be_cancelled() -> None:
    with pytest.raises(CannotSteerError, match="the only meeting"):
        dates.cancel_meeting(date(2027, 1, 20))(anytown("2027-01-20"), TODAY)


def test_a_moved_day_takes_its_question_along_and_can_be_moved_back() -> None:
    to = date(2026, 11, 6)
    worded = after(askings.reword(LATER, "What helped us to meet?"))
    moved = after(askings.move_day(LATER, to), worded)
    assert [each.on for each in moved.reword] == [to]
    assert after(askings.move_day(to, LATER), moved) == worded


def test_user_groups_keep_their_roles_when_people_are_named() -> None:
    named = {"channel": {"id": "C0COORD", "name": "plan"}, "people": ["S01"], "readers": ["S02"]}
    town = anytown("2027-01-20", coordinators=named)
    after_all = after(people.coordinators([], "U01", ["U02"], ["U03"]), town).coordinators
    assert (after_all.second_eyes, after_all.weekly_line) == (False, False)
    chosen = people.coordinators([], "U01", ["U02"], ["U03"], ["second_eyes", "weekly_line"])
    assert after(chosen, town).coordinators.second_eyes
    assert after(chosen, town).coordinators.weekly_line
    kept = after(people.coordinators([], "U01"), after(chosen, town)).coordinators
    assert kept.weekly_line
    assert after_all.people == ("S01",)
    assert after_all.deputies == ("U02",)
    assert after_all.readers == ("U03", "S02")
