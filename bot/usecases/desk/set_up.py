"""Makes a partnership step by step with whoever will coordinate it; keeps what is filled in, and
sends nothing before it is started."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from bot.content.board_calendar import NoMeetingsError
from bot.core.asking.local_time import local_date
from bot.core.asking.plan import Plan
from bot.core.book import Book
from bot.core.partnership import Channel, Meeting, Partnership
from bot.core.sentences import calendars
from bot.core.sentences import setup as say
from bot.core.steering.edit import CannotSteerError
from bot.core.steering.setup import Place, SetUp, Step, case_work, mistakes, partnership_of
from bot.core.steering.typed import meetings_typed
from bot.core.words import day_in_words, time_in_words
from bot.store import partnerships, plans, setups
from bot.store.engine import Store
from bot.usecases.asking.plan import plan_of, replan
from bot.usecases.desk.read_calendar import CALENDAR, FromCalendar, read_calendar
from bot.usecases.desk.steer import must_be_free, newest_book
from bot.usecases.shelf import with_taken_over

GIVEN_UP_AFTER = timedelta(days=30)
"""How long something begun waits for its author to go on; then it is deleted."""

ZONE = ZoneInfo("Europe/London")
"""The zone in which a set-up's days are meant: that of every nation Dots knows."""


class Review(NamedTuple):
    """The partnership as it would be: everything that it would send, and what to think about."""

    partnership: Partnership
    plan: Plan
    warnings: tuple[str, ...]


class Kept(NamedTuple):
    """What is wrong with a step, by field; and what was read from a calendar, in sentences."""

    wrong: dict[str, str]
    notes: tuple[str, ...] = ()


def begun(store: Store, user_id: str) -> SetUp:
    """What this person has filled in so far; a fresh one, with them as coordinator, if nothing."""
    with store.read() as tx:
        return setups.begun(tx, user_id) or SetUp(people=(user_id,))


def keep(
    store: Store,
    user_id: str,
    filled: dict[str, Any],
    step: Step,
    now: datetime,
    file: bytes | None = None,
) -> Kept:
    """Keep what was filled in, right or wrong: nothing typed is lost. A calendar that gives
    meetings, pasted or as a `file`, takes the place of typed ones, and says so."""
    with store.write() as tx:
        before = setups.begun(tx, user_id) or SetUp(people=(user_id,))
        setup = SetUp.model_validate(before.model_dump() | filled)
        setup, kept = _with_calendar(setup, step, local_date(now, ZONE), file)
        setups.keep(tx, user_id, setup, now)
        return kept


def _with_calendar(typed: SetUp, step: Step, today: date, file: bytes | None) -> tuple[SetUp, Kept]:
    """A calendar becomes the lines that somebody would have typed: those still to come."""
    pasted = typed.meetings.strip()
    is_pasted = pasted.upper().startswith("BEGIN:VCALENDAR")
    if step is not Step.BOARD or (file is None and not is_pasted):
        return typed, Kept(mistakes(typed, step, today))
    if file is not None and is_pasted:
        return typed, Kept({CALENDAR: calendars.file_or_text()})
    try:
        found = read_calendar(pasted.encode() if file is None else file, ZONE, today)
    except NoMeetingsError as error:
        return typed, _refused(typed, today, str(error), of_file=file is not None)
    setup = typed.model_copy(update={"meetings": "\n".join(map(_line, found.meetings))})
    left = () if is_pasted else _left_out(typed.meetings, found, today)
    said = (calendars.stood_before(left),) if left else ()
    notes = (*found.notes, *said, calendars.change_it_there())
    return setup, Kept(mistakes(setup, step, today), notes)


def _refused(typed: SetUp, today: date, found: str, *, of_file: bool) -> Kept:
    """What is wrong with a calendar is said in the place of what is wrong with typed meetings."""
    wrong = mistakes(typed, Step.BOARD, today)
    wrong.pop("meetings", None)
    if of_file:
        return Kept(wrong | {CALENDAR: calendars.unread_file(found)})
    return Kept(wrong | {"meetings": calendars.unread_text(found)})


def _line(meeting: Meeting) -> str:
    return f"{day_in_words(meeting.on)} at {time_in_words(meeting.at)}"


def _left_out(typed: str, found: FromCalendar, today: date) -> tuple[str, ...]:
    """The typed lines that are not among what was read."""

    def was_read(line: str) -> bool:
        try:
            return set(meetings_typed(line, today)) <= set(found.meetings)
        except CannotSteerError:
            return False

    return tuple(each for each in typed.splitlines() if each.strip() and not was_read(each))


def look_at(store: Store, user_id: str, places: Collection[Place], now: datetime) -> None:
    """Keep how Slack describes the channels that were chosen."""
    with store.write() as tx:
        setup = setups.begun(tx, user_id)
        if setup is not None:
            known = setup.model_copy(update={"places": tuple(places)})
            setups.keep(tx, user_id, known, now)


def review(store: Store, book: Book, user_id: str, now: datetime) -> Review:
    """What would be sent, before anything is. Raises CannotSteerError with every mistake."""
    with store.read() as tx:
        setup = setups.begun(tx, user_id) or SetUp()
        partnership = _made(setup, book, now)
        then = with_taken_over(book, {partnership.id: partnership})
        plan = plan_of(tx, then, partnership, now)
        return Review(partnership, plan, tuple(say.warnings(setup.places, partnership)))


def start(store: Store, book: Book, user_id: str, now: datetime) -> Partnership:
    """From now on the partnership lives, in the database. Raises CannotSteerError, and changes
    nothing, when something is wrong. Pressed twice, it is made once: then nothing is begun."""
    with store.write() as tx:
        setup = setups.begun(tx, user_id)
        if setup is None:
            raise CannotSteerError(say.nothing_begun())
        book = newest_book(tx, book)
        partnership = _made(setup, book, now)
        plans.take_turns(tx, partnership.id)
        partnerships.add_version(
            tx,
            partnership.id,
            1,
            partnership,
            what=say.was_set_up(),
            changed_by=user_id,
            changed_at=now,
        )
        setups.drop(tx, user_id)
        replan(tx, with_taken_over(book, {partnership.id: partnership}), partnership, now)
        return partnership


def asking_channels(
    book: Book, partnership_id: str, places: Collection[Place], strategic: str
) -> tuple[Channel, ...]:
    """These channels as ones to ask in. Raises CannotSteerError for one that sounds like case
    work and was not confirmed in words, or that another partnership asks in."""
    chosen = tuple(each.id for each in places)
    asked = SetUp(channels=chosen, places=tuple(places), strategic=strategic)
    if names := case_work(asked):
        raise CannotSteerError(say.looks_like_case_work(names))
    must_be_free(book, partnership_id, chosen)
    return tuple(Channel(id=each.id, name=each.name[:80]) for each in places)


def _made(setup: SetUp, book: Book, now: datetime) -> Partnership:
    if names := case_work(setup):
        raise CannotSteerError(say.looks_like_case_work(names))
    must_be_free(book, "", setup.channels)
    taken = [each.id for each in book.partnerships]
    return partnership_of(setup, taken, local_date(now, ZONE))
