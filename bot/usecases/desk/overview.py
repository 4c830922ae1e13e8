"""What a coordinator sees of one partnership: what comes, what is open, what was changed last.
Never who has not answered. Changes nothing."""

from datetime import date, datetime
from typing import NamedTuple

from bot.core.asking.local_time import local_date
from bot.core.asking.plan import Cycle, OccurrenceState, Plan
from bot.core.book import Book
from bot.core.partnership import Meeting, Partnership, Pause
from bot.core.roles import Role
from bot.store import partnerships
from bot.store.engine import Store
from bot.store.partnerships import Version
from bot.usecases.asking.plan import plan_of
from bot.usecases.desk.steer import Home, home_in
from bot.usecases.roles import may


class Day(NamedTuple):
    """One day of asking still to come: what is asked, and why that."""

    on: date
    at: datetime
    question: str
    practices: tuple[str, ...]
    why: str


class Desk(NamedTuple):
    """One partnership as its coordinator sees it; times are local. `may_change`: it lives in the
    database, and this person, who `may_decide`, may change it."""

    home: Home
    may_change: bool
    may_decide: bool
    days: tuple[Day, ...]
    skipped: tuple[date, ...]
    cycles: tuple[Cycle, ...]
    meetings: tuple[Meeting, ...]
    pause: Pause | None
    remarks: tuple[str, ...]
    last_change: Version | None
    calendar: str | None = None
    """Where a calendar can subscribe to all this, if anywhere."""


def desk_of(store: Store, book: Book, partnership_id: str, user_id: str, now: datetime) -> Desk:
    """The desk of one partnership. Raises CannotSteerError for whoever may not look at it."""
    with store.read() as tx:
        home = home_in(tx, book, partnership_id, user_id, Role.READER)
        whose = home.partnership
        today = local_date(now, whose.tz)
        plan = plan_of(tx, book, whose, now)
        decides = may(tx, whose, user_id, Role.DEPUTY)
        versions = partnerships.versions_of(tx, partnership_id)
        return Desk(
            home=home,
            may_change=home.in_database and decides,
            may_decide=decides,
            days=_days(whose, plan, now),
            skipped=tuple(sorted(each.on for each in whose.skip if each.on > today)),
            cycles=tuple(each for each in plan.cycles if each.meeting_at > now),
            meetings=tuple(each for each in whose.board.meetings if each.on > today),
            pause=next((each for each in whose.pauses if today in each), None),
            remarks=plan.remarks,
            last_change=versions[-1] if len(versions) > 1 else None,
        )


def _days(partnership: Partnership, plan: Plan, now: datetime) -> tuple[Day, ...]:
    whys = {(each.on, each.prompt_id): each.why for each in plan.reasons}
    found = {
        each.on: Day(
            on=each.on,
            at=each.due_at.astimezone(partnership.tz),
            question=each.question,
            practices=each.practices,
            why=whys.get((each.on, each.prompt_id), ""),
        )
        for each in plan.occurrences
        if each.state is OccurrenceState.PLANNED and each.due_at > now
    }
    return tuple(found[on] for on in sorted(found))
