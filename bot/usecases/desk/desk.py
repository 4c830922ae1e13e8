"""The desk and the set-up as listeners call them, bound to one store, book and clock. Adds no
decision."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from bot.content.language import language_terms
from bot.core.asking.local_time import local_date
from bot.core.guard.consequences import DetectorsFor
from bot.core.partnership import Channel, Partnership
from bot.core.prompts import PromptBank
from bot.core.steering.setup import Place, SetUp, Step, first_open
from bot.core.steering.wish import Wish, edit_of
from bot.store.engine import Store
from bot.usecases.board.evidence import financial_year
from bot.usecases.calls import Calls
from bot.usecases.desk import files, overview, set_up, steer
from bot.usecases.desk.feed import Feed
from bot.usecases.desk.read_calendar import FromCalendar, new_meetings
from bot.usecases.ports import Clock, LiveBook


class DeskCalls(Calls):
    """What coordinators may ask for. Every method raises CannotSteerError in a sentence."""

    def __init__(
        self,
        store: Store,
        book: LiveBook,
        clock: Clock,
        ring: Callable[[], None],
        detectors_for: DetectorsFor,
        feed: Feed,
    ) -> None:
        super().__init__(store, book, clock, ring, detectors_for)
        self._feed = feed

    def look(self, partnership_id: str, user_id: str) -> overview.Desk:
        """Everything ahead of one partnership."""
        now = self._clock()
        desk = overview.desk_of(self._store, self._book(), partnership_id, user_id, now)
        return desk._replace(calendar=self._feed.address(partnership_id))

    def bank_of(self, partnership_id: str) -> PromptBank:
        """The prompts that may be chosen for a day."""
        return self._book().bank_of(partnership_id)

    def today(self, desk: overview.Desk) -> date:
        """The local day at this desk."""
        return local_date(self._clock(), desk.home.partnership.tz)

    def last_year(self, desk: overview.Desk) -> tuple[date, date]:
        """The period of which evidence is usually wanted: first and last day."""
        return financial_year(self.today(desk))

    def send_files(self, partnership_id: str, user_id: str, wanted: files.Wanted) -> None:
        """Files for whoever asks, as a private message."""
        files.send_files(self._store, self._book(), partnership_id, user_id, wanted, self._clock())
        self._ring()

    def foresee(self, partnership_id: str, wish: Wish) -> steer.Foreseen:
        """What a wish would lead to; nothing is stored."""
        book = self._book()
        edit = edit_of(wish, book.bank_of(partnership_id), language_terms())
        return steer.foresee(self._store, book, partnership_id, wish.by, edit, self._clock())

    def steer(self, partnership_id: str, wish: Wish, seen_version: int) -> str:
        """Make the change; returns it in words."""
        book, now = self._book(), self._clock()
        edit = edit_of(wish, book.bank_of(partnership_id), language_terms())
        what = steer.steer(self._store, book, partnership_id, wish.by, edit, seen_version, now)
        self._ring()
        return what

    def from_calendar(self, partnership_id: str, user_id: str, file: bytes) -> FromCalendar:
        """The meetings in a calendar that the plan does not have. Raises CannotSteerError."""
        desk = self.look(partnership_id, user_id)
        return new_meetings(file, desk.home.partnership, self.today(desk))

    def channels(
        self, partnership_id: str, places: Collection[Place], strategic: str
    ) -> tuple[Channel, ...]:
        """The chosen channels, fit to be asked in. Raises CannotSteerError."""
        return set_up.asking_channels(self._book(), partnership_id, places, strategic)

    def undo(self, partnership_id: str, user_id: str, seen_version: int) -> None:
        """Go back to how it was before the newest change."""
        book, now = self._book(), self._clock()
        steer.undo(self._store, book, partnership_id, user_id, seen_version, now)
        self._ring()

    def take_over(self, partnership_id: str, user_id: str) -> None:
        """From now on the partnership lives in the database."""
        steer.take_over(self._store, self._book(), partnership_id, user_id, self._clock())
        self._ring()


class SetUpCalls(Calls):
    """What whoever sets up a partnership may ask for."""

    def begun(self, user_id: str) -> SetUp:
        """What this person has filled in so far."""
        return set_up.begun(self._store, user_id)

    def next_step(self, user_id: str) -> Step:
        """The first step that is not complete; the first of all when every one is."""
        today = local_date(self._clock(), set_up.ZONE)
        return first_open(self.begun(user_id), today) or Step.WHO

    def keep(
        self, user_id: str, filled: dict[str, Any], step: Step, file: bytes | None = None
    ) -> set_up.Kept:
        """Keep what was filled in, and the meetings in a calendar; returns what is to be said."""
        return set_up.keep(self._store, user_id, filled, step, self._clock(), file)

    def look_at(self, user_id: str, places: Collection[Place]) -> None:
        """Keep how Slack describes the channels."""
        set_up.look_at(self._store, user_id, places, self._clock())

    def review(self, user_id: str) -> set_up.Review:
        """Everything that would be sent. Raises CannotSteerError."""
        return set_up.review(self._store, self._book(), user_id, self._clock())

    def start(self, user_id: str) -> Partnership:
        """From now on the partnership lives. Raises CannotSteerError."""
        made = set_up.start(self._store, self._book(), user_id, self._clock())
        self._ring()
        return made
