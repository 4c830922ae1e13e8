"""A partnership whose plan is made, members who propose, and the coordinators who answer them."""

from datetime import datetime, timedelta

from sqlalchemy import text as sql

from bot.core.asking.plan import Occurrence
from bot.core.asking.proposing.proposal import Draft, Proposal, ProposalState
from bot.core.book import Book
from bot.core.guard.consequences import DetectorsFor
from bot.core.guard.finding import Certainty, Detector, Finding
from bot.core.messages import DecidedMessage, NoteMessage, ProposedMessage
from bot.core.partnership import Partnership
from bot.core.prompts import Prompt
from bot.store import plans, proposals
from bot.store.engine import Store
from bot.usecases.asking.plan import plan_all
from bot.usecases.proposing import decide, look, propose, set_aside
from bot.usecases.proposing.propose import Outcome
from bot.usecases.sending.deliver import Courier
from bot.usecases.shelf import Shelf
from bot.usecases.tick import Tick
from tests.core.asking.anytown import anytown, at, bank
from tests.usecases.alike import alone
from tests.usecases.fake_slack import FakeSlack, Said

NOW = at("2026-10-01T08:00")
COORDINATOR, COORDINATION = "U01", "C0COORD"
ANNA, BRYN, CATO = "U0ANNA", "U0BRYN", "U0CATO"
QUESTION = "What do market traders know about this town?"
NAME = "Marnie Example"


def detectors(_partnership: Partnership) -> dict[Detector, object]:
    """Notices one invented name, as the guard would."""

    def notice(text: str) -> list[Finding]:
        start = text.find(NAME)
        if start < 0:
            return []
        place = (start, start + len(NAME))
        return [
            Finding(
                detector=Detector.IDENTIFIER,
                kind="name",
                start=place[0],
                end=place[1],
                certainty=Certainty.LIKELY,
                reason="A name.",
            )
        ]

    return {Detector.IDENTIFIER: notice}


class House:
    """The store, a fake Slack and a clock that the tests move."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = NOW
        self.slack = FakeSlack()
        self.files = Book(bank=bank(), partnerships=(anytown("2027-01-20", "2027-04-21"),))
        self.shelf = Shelf(store, self.files)
        self.courier = Courier(store, self.shelf, self.slack, self.clock)
        plan_all(store, self.shelf(), NOW)

    def clock(self) -> datetime:
        return self.now

    @property
    def looks(self) -> DetectorsFor:
        return detectors  # type: ignore[return-value]  # a list is an iterable of findings

    def propose(
        self,
        who: str = ANNA,
        text: str = QUESTION,
        *,
        form: str = "V1",
        practice: str | None = "CU2",
        credit: str | None = None,
        insists: bool = False,
    ) -> Outcome:
        draft = Draft(
            partnership_id="anytown", text=text, practice=practice, credit=credit, form=form,
            channel_id="C01",
        )  # fmt: skip
        return propose.propose(
            self.store, self.shelf(), self.looks, who, draft, self.now, insists=insists
        )

    def send_again(self, who: str, text: str, *, form: str = "V2") -> Outcome:
        draft = Draft(
            partnership_id="anytown", text=text, practice="CU2", credit=None, form=form,
            channel_id="C01",
        )  # fmt: skip
        return propose.send_again(
            self.store, self.shelf(), self.looks, who, self.only.id, draft, self.now,
            insists=False,
        )  # fmt: skip

    def decide(
        self,
        verdict: ProposalState,
        words: str = "",
        *,
        who: str = COORDINATOR,
        version: int = 1,
        practice: str | None = None,
    ) -> str:
        decision = decide.Decision(self.only.id, version, verdict, practice, words)
        return decide.decide(self.store, self.shelf(), who, decision, self.now)

    def form(self, who: str = ANNA) -> look.ProposalForm:
        place = look.Place(partnership_id="anytown")
        found = look.form_at(self.store, self.shelf(), who, place, self.now)
        assert not isinstance(found, str)
        return found

    def aside(self, who: str, which: Occurrence | None = None) -> str:
        which = which or self.planned[0]
        return set_aside.ask_aside(
            self.store, self.shelf(), who, "anytown", which.on, which.prompt_id, self.now
        )

    def post(self) -> None:
        """Everything that is due leaves."""
        for _ in range(6):
            Tick(self.store, self.shelf, self.slack, self.courier, self.clock, alone, self.looks)()
            self.now += timedelta(seconds=1)

    @property
    def every(self) -> list[Proposal]:
        with self.store.read() as tx:
            ids = tx.execute(sql("SELECT id FROM proposals ORDER BY made_at, id")).scalars()
            found = (proposals.by_id(tx, each) for each in list(ids))
            return [each for each in found if each is not None]

    @property
    def only(self) -> Proposal:
        (found,) = self.every
        return found

    @property
    def planned(self) -> list[Occurrence]:
        with self.store.read() as tx:
            found = plans.occurrences_of(tx, "anytown", planned=True)
        return [each for each in found if each.due_at > self.now]

    def own(self) -> list[Prompt]:
        found = self.shelf().bank_of("anytown")
        return [each for each in found.prompts if each.id in found.own]

    def shown(self) -> list[Said]:
        return self.slack.of(ProposedMessage)

    def letters(self) -> list[Said]:
        return self.slack.of(DecidedMessage)

    def notes(self) -> list[str]:
        return [
            said.message.text
            for said in self.slack.of(NoteMessage)
            if isinstance(said.message, NoteMessage)
        ]
