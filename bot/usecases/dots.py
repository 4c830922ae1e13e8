"""Everything a listener may ask for, bound to one store, book and clock. Adds no decision: each
method is one use case, and a ring of the bell where something may have become due."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.core.book import Book
from bot.core.digest.signoff import DigestState
from bot.core.guard.consequences import DetectorsFor
from bot.core.replies import Choice, Heard
from bot.core.sectors import Sector
from bot.store.engine import Store
from bot.usecases import inform, rights, roles, surroundings
from bot.usecases.answering.private_answers import PrivateAnswers
from bot.usecases.answering.quiet_calls import QuietCalls
from bot.usecases.asking import choose, record
from bot.usecases.asking.recorder import Recorder
from bot.usecases.board import signoff
from bot.usecases.board.board_calls import BoardCalls
from bot.usecases.board.grouper import Grouper
from bot.usecases.board.held_calls import HeldCalls
from bot.usecases.board.review_calls import ReviewCalls
from bot.usecases.board.sort import SortingCalls
from bot.usecases.desk.desk import DeskCalls, SetUpCalls
from bot.usecases.desk.feed import Feed
from bot.usecases.ports import Clock, LiveBook
from bot.usecases.proposing.proposal_calls import ProposalCalls

SELF = "self"
"""On record in the place of somebody who erased what was held on them: that is theirs alone."""


class Dots:
    """What Slack's listeners call."""

    def __init__(
        self,
        store: Store,
        book: LiveBook,
        clock: Clock,
        ring: Callable[[], None],
        detectors_for: DetectorsFor,
        feed: Feed | None = None,
    ) -> None:
        self._store = store
        self._live_book = book
        self._clock = clock
        self._ring = ring
        self._recorder = Recorder(store, clock)
        means = (store, book, clock, ring, detectors_for)
        self._detectors_for = detectors_for
        self.desk = DeskCalls(*means, feed or Feed())
        self.held = HeldCalls(*means)
        self.quiet = QuietCalls(*means)
        self.private = PrivateAnswers(*means)
        self.review = ReviewCalls(*means)
        self.board = BoardCalls(*means)
        self.set_up = SetUpCalls(*means)
        self.sorting = SortingCalls(*means, Grouper().cards)
        self.proposals = ProposalCalls(*means)

    @property
    def _book(self) -> Book:
        return self._live_book()

    def record_reply(self, heard: Heard) -> None:
        """Keep a reply or its newer words."""
        if self._recorder.keep(heard):
            self._ring()

    def withdraw_reply(self, channel_id: str, ts: str, thread_ts: str, said_at: datetime) -> None:
        """Erase a reply that was deleted in Slack."""
        if record.withdraw_reply(self._store, channel_id, ts, thread_ts, said_at, self._clock()):
            self._ring()

    def choose_quoting(self, cycle_id: str, user_id: str, choice: Choice) -> str:
        """A member's choice; returns the outcome's name."""
        outcome = choose.choose_quoting(
            self._store, self._book, cycle_id, user_id, choice, self._clock()
        )
        self._ring()
        return outcome

    def take_back(self, cycle_id: str, user_id: str) -> str:
        """A member takes back what they said; returns the outcome's name."""
        outcome = choose.take_back(self._store, self._book, cycle_id, user_id, self._clock())
        self._ring()
        return outcome

    def say_sector(self, user_id: str, sector: Sector) -> None:
        """A member says which sector they bring."""
        choose.say_sector(self._store, user_id, sector, self._clock())
        self._ring()

    def decide(
        self, cycle_id: str, user_id: str, verdict: DigestState, seen_version: int
    ) -> tuple[str, str | None]:
        """A coordinator approves or holds a digest; returns the outcome and who was first."""
        outcome = signoff.decide(
            self._store,
            self._book,
            cycle_id,
            user_id,
            verdict,
            seen_version,
            self._detectors_for,
            self._clock(),
        )
        self._ring()
        return outcome

    def about_answers(
        self, user_id: str, *, cycle_id: str = "", occurrence_id: str = ""
    ) -> inform.AboutAnswers | None:
        """Who sees answers in a round, and what this person chose."""
        return inform.about_answers(
            self._store, self._book, user_id, cycle_id=cycle_id, occurrence_id=occurrence_id
        )

    def privacy_here(self, channel_id: str) -> str | None:
        """Who sees answers in the round that is going on in a channel."""
        return inform.privacy_here(self._store, self._book, channel_id, self._clock())

    def home(self, user_id: str) -> inform.Home:
        """What one person's home page shows."""
        return inform.home(self._store, self._book, user_id, self._clock())

    def message_removed(self, channel_id: str, ts: str) -> None:
        """One of our messages was deleted in Slack."""
        surroundings.prompt_removed(self._store, self._book, channel_id, ts, self._clock())
        self._ring()

    def channel_lost(self, channel_id: str) -> None:
        """The bot can no longer see a channel."""
        surroundings.channel_lost(self._store, self._book, channel_id, self._clock())
        self._ring()

    def held_on(self, user_id: str) -> dict[str, Any]:
        """All that is held on one person."""
        return rights.held_on(self._store, self._book, user_id)

    def erase_person(self, user_id: str) -> rights.Erased:
        """Somebody has erased what is held on them."""
        done = rights.erase(self._store, self._book, user_id, SELF, self._clock())
        self._ring()
        return done

    def group_changed(self, group_id: str, added: list[str], removed: list[str]) -> None:
        """People joined or left a user group."""
        roles.group_changed(self._store, group_id, added, removed)

    def joined(self, channel_id: str) -> None:
        """Dots was added to a channel."""
        surroundings.joined(self._store, self._book, channel_id, self._clock())
        self._ring()

    def channel_moved(self, old_id: str, new_id: str) -> None:
        """A channel has a new id."""
        surroundings.channel_moved(self._store, old_id, new_id)
