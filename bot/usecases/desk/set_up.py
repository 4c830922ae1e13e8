"""Makes a partnership step by step with whoever will coordinate it; keeps what is filled in, and
sends nothing before it is started."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from bot.content.board_calendar import NoMeetingsError, meetings_from
from bot.core.asking.local_time import local_date
from bot.core.asking.plan import Plan
from bot.core.book import Book
from bot.core.partnership import Channel, Partnership
from bot.core.sentences import setup as say
from bot.core.steering.edit import CannotSteerError
from bot.core.steering.setup import Place, SetUp, Step, case_work, mistakes, partnership_of
from bot.core.words import day_in_words, time_in_words
from bot.store import partnerships, plans, setups
from bot.store.engine import Store
from bot.usecases.asking.plan import plan_of, replan
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


def begun(store: Store, user_id: str) -> SetUp:
    """What this person has filled in so far; a fresh one, with them as coordinator, if nothing."""
    with store.read() as tx:
        return setups.begun(tx, user_id) or SetUp(people=(user_id,))


LONGEST_TYPED = 3000
"""Characters that a form's box holds (docs: block-kit/plain-text-input-element)."""


def keep(
    store: Store, user_id: str, filled: dict[str, Any], step: Step, now: datetime
) -> dict[str, str]:
    """Keep what was filled in, right or wrong: nothing typed is lost. Returns what is wrong with
    the step, by field."""
    today = local_date(now, ZONE)
    with store.write() as tx:
        before = setups.begun(tx, user_id) or SetUp(people=(user_id,))
        setup = SetUp.model_validate(before.model_dump() | filled)
        try:
            setup = _with_calendar(setup, today)
        except NoMeetingsError as error:
            if len(setup.meetings) > LONGEST_TYPED:  # a file, which they still have
                setup = setup.model_copy(update={"meetings": before.meetings})
            setups.keep(tx, user_id, setup, now)
            return {"meetings": say.calendar_unread(str(error))}
        setups.keep(tx, user_id, setup, now)
        return mistakes(setup, step, today)


def _with_calendar(setup: SetUp, today: date) -> SetUp:
    """A pasted calendar becomes the lines that somebody would have typed: those still to come."""
    if not setup.meetings.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        return setup
    found = meetings_from(setup.meetings.strip().encode(), ZONE, today)
    lines = [
        f"{day_in_words(each.on)} at {time_in_words(each.at)}" for each in found if each.on > today
    ]
    return setup.model_copy(update={"meetings": "\n".join(lines)})


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
    for each in book.partnerships:
        if each.id != partnership_id:
            _not_asked_by(each, chosen)
    return tuple(Channel(id=each.id, name=each.name[:80]) for each in places)


def _not_asked_by(other: Partnership, chosen: Collection[str]) -> None:
    for channel in other.channels:
        if channel.id in chosen:
            raise CannotSteerError(say.asked_elsewhere(channel.name, other.name))


def _made(setup: SetUp, book: Book, now: datetime) -> Partnership:
    if names := case_work(setup):
        raise CannotSteerError(say.looks_like_case_work(names))
    for each in book.partnerships:
        _not_asked_by(each, setup.channels)
    taken = [each.id for each in book.partnerships]
    return partnership_of(setup, taken, local_date(now, ZONE))
