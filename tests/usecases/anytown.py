"""An invented partnership, one short cycle of it, and the house that runs it in a test."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.core.asking.plan import Cycle, Occurrence, Plan
from bot.core.book import Book
from bot.core.digest.digest import Digest, printed_words
from bot.core.digest.earlier import read_digest
from bot.core.digest.signoff import DigestState, Held
from bot.core.guard.examine import Detect
from bot.core.guard.finding import Detector
from bot.core.messages import NoteMessage, PromptMessage
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.core.prompts import ClosingQuestion, PromptBank
from bot.core.replies import Choice, Heard
from bot.store import digests, outbox, plans, replies
from bot.store.engine import Store
from bot.usecases.asking import choose, record
from bot.usecases.board import signoff
from bot.usecases.ports import Group
from bot.usecases.sending.deliver import Courier
from bot.usecases.tell import tell
from bot.usecases.tick import Tick
from tests.usecases.alike import alone
from tests.usecases.fake_slack import FakeSlack, Said, heard, moment, texts

STRATEGY, BOARD, COORDINATORS = "C0STRATEGY", "C0BOARD001", "C0COORDI01"
COORDINATOR, OTHER_COORDINATOR, OUTSIDER = "U0COORDI1", "U0COORDI2", "U0OUTSIDE"
MEMBERS = ("U0ANNA", "U0BRYN", "U0CATO", "U0DORA", "U0EMYR", "U0FERN")

BEFORE = moment("2027-01-04T08:00")
CYCLE = "anytown:2027-02-03"
DRAFT_AT = moment("2027-01-20T09:00")
ISSUE_AT = moment("2027-01-26T09:30")
MEETING_AT = moment("2027-02-03T10:00")
NEXT_CYCLE = "anytown:2027-05-05"
NEXT_DRAFT_AT = moment("2027-04-20T09:00")

QUESTIONS = ("Which decision did a newer partner change?", "Which word would a parent change?")


def partnership(**changes: Any) -> Partnership:
    """Anytown's, with any part of it replaced."""
    written = {
        "id": "anytown",
        "name": "Anytown Partnership",
        "nation": "england",
        "channels": [{"id": STRATEGY, "name": "strategy"}],
        "board": board(),
        "coordinators": {
            "channel": {"id": COORDINATORS, "name": "coordinators"},
            "people": [COORDINATOR, OTHER_COORDINATOR],
        },
        "safeguarding": {
            "front_door": "01632 960001",
            "out_of_hours": "01632 960002",
            "lado": "01632 960003",
            "checked_on": "2026-09-01",
        },
    }
    return Partnership.model_validate(written | changes)


def board(**changes: Any) -> dict[str, Any]:
    """The board's part of the file."""
    return {
        "name": "the Anytown board",
        "channel": {"id": BOARD, "name": "board"},
        "meetings": [{"on": "2027-02-03"}, {"on": "2027-05-05"}],
    } | changes


def book(*partnerships: Partnership) -> Book:
    """A book of these partnerships, with one closing question a principle and no prompts."""
    closing = tuple(
        ClosingQuestion(id=f"board-{practice.lower()}", practice=practice, text=text)
        for practice, text in {
            "BB1": "Who else could help us here?",
            "LC2": "How will those who answered see that we listened?",
            "CU1": "What here deserves more of our time?",
        }.items()
    )
    bank = PromptBank(prompts=(), closing=closing)
    return Book(bank=bank, partnerships=partnerships or (partnership(),))


def cycle(cycle_id: str = CYCLE, **changes: Any) -> Cycle:
    """The cycle before the board of 3 February 2027."""
    values = {
        "id": cycle_id,
        "partnership_id": "anytown",
        "meeting_on": date(2027, 2, 3),
        "meeting_at": MEETING_AT,
        "draft_at": DRAFT_AT,
        "issue_at": ISSUE_AT,
    }
    return Cycle.model_validate(values | changes)


def next_cycle() -> Cycle:
    """The cycle before the board of 5 May 2027."""
    return cycle(
        NEXT_CYCLE,
        meeting_on=date(2027, 5, 5),
        meeting_at=moment("2027-05-05T09:00"),
        draft_at=NEXT_DRAFT_AT,
        issue_at=moment("2027-04-27T08:30"),
    )


def occurrence(number: int, on: date, cycle_id: str = CYCLE, channel: str = STRATEGY) -> Occurrence:
    """One asking at half past nine, open for ten days."""
    due_at = moment(f"{on}T00:00") + timedelta(hours=9, minutes=30)
    return Occurrence(
        id=f"anytown:{on}:{channel}",
        cycle_id=cycle_id,
        partnership_id="anytown",
        channel_id=channel,
        prompt_id=f"prompt-{number}",
        practices=(("BB1",), ("LC4",))[number % 2],
        question=QUESTIONS[number % 2],
        on=on,
        due_at=due_at,
        remind_at=due_at + timedelta(days=5),
        closes_at=due_at + timedelta(days=10),
        cut_off_at=datetime.combine(on, time(16), tzinfo=due_at.tzinfo),
    )


FIRST, SECOND = occurrence(0, date(2027, 1, 5)), occurrence(1, date(2027, 1, 7))
LATER = occurrence(0, date(2027, 3, 2), NEXT_CYCLE)


class Town:
    """A store, a fake Slack and a fixed time; `go_to` moves the time and does what is due."""

    def __init__(self, store: Store, of: Partnership | None = None) -> None:
        self.store = store
        self.book = book(of or partnership())
        self.slack = FakeSlack()
        self.slack.people[STRATEGY] = [*MEMBERS, COORDINATOR, OTHER_COORDINATOR]
        self.detectors: dict[Detector, Detect] = {}
        self.now = BEFORE
        self.group: Group = alone
        self.courier = self.new_courier()
        self.keep_plan(Plan(cycles=(cycle(), next_cycle()), occurrences=(FIRST, LATER)))

    @property
    def partnership(self) -> Partnership:
        return self.book.partnerships[0]

    def plan_also(self, *more: Occurrence) -> None:
        """Ask these too, before the same meetings."""
        both = Plan(cycles=(cycle(), next_cycle()), occurrences=(FIRST, *more, LATER))
        self.keep_plan(both)

    def clock(self) -> datetime:
        return self.now

    def detectors_for(self, _partnership: Partnership) -> dict[Detector, Detect]:
        """What each reply is looked at by: nothing, unless a test says so."""
        return self.detectors

    def keep_plan(self, plan: Plan) -> None:
        with self.store.write() as tx:
            plans.replace_future(tx, "anytown", plan, self.now)

    def new_courier(self, clock: Callable[[], datetime] | None = None) -> Courier:
        """The deliverer of one more process on the same store."""
        return Courier(self.store, lambda: self.book, self.slack, clock or self.clock)

    def restart(self) -> None:
        """A new process on the same database: it knows nothing of the old one's hands."""
        self.courier = self.new_courier()

    def tick(self) -> datetime | None:
        return Tick(
            self.store,
            lambda: self.book,
            self.slack,
            self.courier,
            self.clock,
            self.group,
            self.detectors_for,
        )()

    def go_to(self, now: datetime, rounds: int = 8) -> None:
        """Move the time, and tick until nothing more is due within seconds."""
        self.now = now
        for _ in range(rounds):
            due_at = self.tick()
            if due_at is None or due_at - self.now > timedelta(seconds=2):
                return
            self.now += timedelta(seconds=1)

    def ask(self, which: Occurrence = FIRST) -> Said:
        """Go to an asking's time; returns its prompt as it stands in the channel."""
        self.go_to(max(which.due_at, self.now))
        return self.prompt(which)

    def prompt(self, which: Occurrence = FIRST) -> Said:
        (found,) = (
            said
            for said in self.slack.of(PromptMessage)
            if isinstance(said.message, PromptMessage) and said.message.occurrence_id == which.id
        )
        return found

    def say(
        self, user_id: str, text: str, to: Occurrence = FIRST, *, number: int = 0, edited: int = 0
    ) -> Heard:
        """A member answers a prompt now; the event reaches us."""
        words = self.say_unheard(user_id, text, to, number=number, edited=edited)
        self.hear(words)
        return words

    def say_unheard(
        self, user_id: str, text: str, to: Occurrence = FIRST, *, number: int = 0, edited: int = 0
    ) -> Heard:
        """A member answers a prompt now, and Slack does not tell us."""
        words = heard(self.prompt(to), user_id, text, self.now, number=number, edited=edited)
        self.slack.threads[words.thread_ts].append(words)
        return words

    def hear(self, words: Heard) -> bool:
        return record.record_replies(self.store, [words], self.now)

    def withdraw(self, words: Heard) -> bool:
        """The member deletes their message in Slack; the event reaches us."""
        thread = self.slack.threads[words.thread_ts]
        thread[:] = [each for each in thread if each.ts != words.ts]
        return record.withdraw_reply(
            self.store, words.channel_id, words.ts, words.thread_ts, words.said_at, self.now
        )

    def edit(self, words: Heard, text: str) -> Heard:
        """The member edits their message; the event reaches us."""
        edited = f"{int(self.now.timestamp())}.000001"
        newer = words.model_copy(update={"text": text, "edited_ts": edited})
        thread = self.slack.threads[words.thread_ts]
        thread[:] = [newer if each.ts == words.ts else each for each in thread]
        self.hear(newer)
        return newer

    def answered_by(self, *members: str, choice: Choice | None = Choice.QUOTE) -> list[Heard]:
        """The first prompt is asked, and each of these people answers it."""
        self.ask()
        said = [
            self.say(user_id, f"Words of person {number}.", number=number)
            for number, user_id in enumerate(members)
        ]
        self.go_to(self.now + timedelta(minutes=1))
        if choice is not None:
            for user_id in members:
                choose.choose_quoting(self.store, self.book, CYCLE, user_id, choice, self.now)
        return said

    def drafted(self, *members: str, choice: Choice | None = Choice.QUOTE) -> list[Heard]:
        """The same, and the draft is made."""
        said = self.answered_by(*(members or MEMBERS[:3]), choice=choice)
        self.to_draft()
        return said

    def to_draft(self) -> None:
        """The draft's time comes."""
        self.go_to(DRAFT_AT, rounds=20)

    def decide(
        self, verdict: DigestState, who: str = COORDINATOR, version: int | None = None
    ) -> tuple[str, str | None]:
        """A coordinator presses a button on the version they see (the newest, unless given)."""
        seen = version if version is not None else self.held().version
        return signoff.decide(
            self.store, self.book, CYCLE, who, verdict, seen, self.detectors_for, self.now
        )

    def tell(self, words: str) -> None:
        """A note to the coordinators waits in the outbox."""
        with self.store.write() as tx:
            tell(tx, self.book, "anytown", words, words, self.now)

    def held(self, cycle_id: str = CYCLE) -> Held:
        with self.store.read() as tx:
            found = digests.of_cycle(tx, cycle_id)
        assert found is not None
        return found

    def digest(self, cycle_id: str = CYCLE) -> Digest:
        return read_digest(self.held(cycle_id).content)

    def words_in_digest(self, cycle_id: str = CYCLE) -> set[str]:
        return set(printed_words(self.digest(cycle_id)).values())

    def copies(self) -> dict[tuple[str, str], str | None]:
        """What we hold of members' words, by place."""
        with self.store.read() as tx:
            return replies.held(tx)

    def outbox(self, kind: Kind, subject: str = FIRST.id) -> list[OutboxMessage]:
        with self.store.read() as tx:
            return outbox.about(tx, kind, subject)

    def occurrence(self, which: Occurrence = FIRST) -> Occurrence:
        with self.store.read() as tx:
            found = plans.occurrence(tx, which.id)
        assert found is not None
        return found

    def notes(self) -> list[str]:
        """What the coordinators have been told in their channel."""
        return texts([s for s in self.slack.of(NoteMessage) if s.channel_id == COORDINATORS])


Found = Callable[[Partnership], Town]
"""Makes a town of any partnership."""
