"""Files for whoever asks: once each, privately, also after a crash, and for roles only."""

from datetime import date, timedelta

import pytest

from bot.core.messages import (
    EvidenceMessage,
    FileMessage,
    NoteMessage,
    RecordMessage,
    ScheduleMessage,
)
from bot.core.outbox import Kind, OutboxState
from bot.core.sentences import desk as say
from bot.core.steering.edit import CannotSteerError
from bot.store.persons import erase
from bot.usecases.desk.files import EVIDENCE, RECORD, SCHEDULE, Wanted, send_files
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError
from tests.usecases.anytown import COORDINATOR, MEMBERS, Found, Town, book, partnership
from tests.usecases.fake_slack import Said

MINUTE = timedelta(minutes=1)
DM = f"D{COORDINATOR[1:]}"
YEAR = Wanted(EVIDENCE, date(2026, 4, 1), date(2027, 3, 31))
EVERY = (Wanted(SCHEDULE), Wanted(RECORD), YEAR)
NAMES = {
    SCHEDULE: {"anytown.yaml"},
    RECORD: {"decisions-anytown.csv"},
    EVIDENCE: {f"evidence-2026-04-01-to-2027-03-31.{one}" for one in ("html", "docx", "csv")},
}


class Crash(BaseException):
    """The process dies here."""


def ask(town: Town, wanted: Wanted, who: str = COORDINATOR) -> None:
    send_files(town.store, town.book, "anytown", who, wanted, town.now)


def pass_by(town: Town, minutes: int = 4) -> None:
    for _ in range(minutes):
        town.go_to(town.now + MINUTE)


def shown(town: Town) -> list[Said]:
    return [each for each in town.slack.in_channel(DM) if isinstance(each.message, FileMessage)]


def names(town: Town) -> list[str]:
    return [one.message.file_name for one in shown(town) if isinstance(one.message, FileMessage)]


def told(town: Town) -> list[str]:
    said = [each.message for each in town.slack.in_channel(DM)]
    return [each.text for each in said if isinstance(each, NoteMessage)]


@pytest.mark.parametrize("wanted", EVERY)
def test_the_files_come_in_the_thread_of_a_private_message(town: Town, wanted: Wanted) -> None:
    ask(town, wanted)
    pass_by(town)
    (intro,) = (each for each in town.slack.in_channel(DM) if each.thread_ts is None)
    assert isinstance(intro.message, NoteMessage)
    assert intro.message.text == say.files_sent(wanted.what)
    assert {each.thread_ts for each in shown(town)} == {intro.ts}
    assert sorted(names(town)) == sorted(NAMES[wanted.what])
    kinds = {SCHEDULE: ScheduleMessage, RECORD: RecordMessage, EVIDENCE: EvidenceMessage}
    assert all(isinstance(each.message, kinds[wanted.what]) for each in shown(town))


def test_asked_twice_while_they_are_on_their_way_they_come_once_and_later_they_come_again(
    town: Town,
) -> None:
    ask(town, YEAR)
    ask(town, YEAR)
    ask(town, Wanted(SCHEDULE))
    pass_by(town)
    assert sorted(names(town)) == sorted(NAMES[EVIDENCE] | NAMES[SCHEDULE])
    ask(town, YEAR)
    pass_by(town)
    assert len(names(town)) == 2 * len(NAMES[EVIDENCE]) + 1


@pytest.mark.parametrize("arrives", [True, False])
@pytest.mark.parametrize("method", ["post", "upload", "share"])
def test_a_crash_at_any_step_leaves_each_once(town: Town, method: str, *, arrives: bool) -> None:
    ask(town, YEAR)
    town.slack.fail(method, Crash(), arrives=arrives)
    with pytest.raises(Crash):
        pass_by(town)
    town.restart()
    pass_by(town)
    assert sorted(names(town)) == sorted(NAMES[EVIDENCE])
    assert told(town) == [say.files_sent(EVIDENCE)]


def test_a_file_of_which_it_is_not_known_whether_it_is_shown_is_looked_up(town: Town) -> None:
    ask(town, Wanted(SCHEDULE))
    town.slack.fail("share", InDoubtError("connection lost"), arrives=True)
    pass_by(town)
    assert names(town) == ["anytown.yaml"]
    assert [each.state for each in town.outbox(Kind.FILE, "anytown")] == [OutboxState.SENT]


def test_a_file_that_slack_refuses_is_told_to_whoever_asked_and_may_be_asked_for_again(
    town: Town,
) -> None:
    ask(town, Wanted(SCHEDULE))
    town.slack.fail("upload", RefusedError("file_type_not_allowed"))
    pass_by(town)
    assert any("could not be sent" in each for each in told(town))
    assert names(town) == []
    ask(town, Wanted(SCHEDULE))
    pass_by(town)
    assert names(town) == ["anytown.yaml"]


def test_where_no_private_message_can_be_sent_the_coordinators_are_told(town: Town) -> None:
    ask(town, Wanted(SCHEDULE))
    town.slack.fail("post", RefusedError("messages_tab_disabled"))
    pass_by(town)
    assert shown(town) == []
    assert any("as a private message" in each for each in town.notes())


def test_files_that_slack_cannot_take_for_a_day_are_told_and_not_sent_late(town: Town) -> None:
    ask(town, Wanted(SCHEDULE))
    town.slack.fail("upload", *[NotSentError("down")] * 2000)
    pass_by(town)
    town.go_to(town.now + timedelta(days=1))
    assert [each.state for each in town.outbox(Kind.FILE, "anytown")] == [OutboxState.MISSED]
    assert any("could not be sent" in each for each in told(town))


@pytest.mark.parametrize("wanted", EVERY)
def test_nobody_without_a_role_is_sent_anything(town: Town, wanted: Wanted) -> None:
    with pytest.raises(CannotSteerError):
        ask(town, wanted, MEMBERS[0])
    assert town.outbox(Kind.FILES, "anytown") == []


def test_a_reader_is_not_sent_the_record_of_decisions(found: Found) -> None:
    given = partnership().coordinators.model_dump(by_alias=True)
    town = found(partnership(coordinators=given | {"readers": [MEMBERS[0]]}))
    ask(town, YEAR, MEMBERS[0])
    with pytest.raises(CannotSteerError):
        ask(town, Wanted(RECORD), MEMBERS[0])
    assert len(town.outbox(Kind.FILES, "anytown")) == 1


def test_a_role_that_was_lost_before_they_left_calls_them_off(town: Town) -> None:
    ask(town, YEAR)
    given = partnership().coordinators.model_dump(by_alias=True)
    others = [each for each in given["people"] if each != COORDINATOR]
    town.book = book(partnership(coordinators=given | {"people": others}))
    pass_by(town)
    assert town.slack.in_channel(DM) == []
    assert [each.state for each in town.outbox(Kind.FILES, "anytown")] == [OutboxState.CANCELLED]


def test_a_period_that_ends_before_it_begins_is_refused(town: Town) -> None:
    with pytest.raises(CannotSteerError, match="lies before the first"):
        ask(town, Wanted(EVIDENCE, date(2027, 3, 31), date(2026, 4, 1)))


def test_nothing_of_who_asked_is_left_once_they_are_forgotten(town: Town) -> None:
    ask(town, YEAR)
    pass_by(town)
    with town.store.write() as tx:
        erase(tx, COORDINATOR)
    assert town.outbox(Kind.FILES, "anytown") == []
    assert town.outbox(Kind.FILE, "anytown") == []
