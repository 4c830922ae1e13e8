"""Puts files that somebody with a role asks for into the outbox, behind a private message to them;
each is made of what is true when it leaves. Prints and sends nothing."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core import evidence as pack
from bot.core.book import Book
from bot.core.messages import (
    EvidenceForm,
    EvidenceMessage,
    NoteMessage,
    Outgoing,
    RecordMessage,
    ScheduleMessage,
)
from bot.core.outbox import Kind, OutboxMessage, OutboxState
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.core.sentences import desk as say
from bot.core.steering.edit import CannotSteerError
from bot.store import audit, outbox
from bot.store.engine import Store
from bot.usecases.board.evidence import evidence
from bot.usecases.desk.steer import home_in

WORTH_SENDING_FOR = timedelta(days=1)
"""How long files are still wanted when Slack cannot be reached; then they are asked for anew."""

SCHEDULE, RECORD, EVIDENCE = "schedule", "record", "evidence"

_ON_THEIR_WAY = (OutboxState.PENDING, OutboxState.SENDING)


class Wanted(NamedTuple):
    """What somebody asked for: for evidence from `start` to `end`, both included."""

    what: str
    start: date = date.min
    end: date = date.min

    @property
    def needed(self) -> Role:
        """Who may have it: who decided what is for those who may decide."""
        return Role.DEPUTY if self.what == RECORD else Role.READER

    @property
    def forms(self) -> tuple[str, ...]:
        """Each of its files."""
        return tuple(EvidenceForm) if self.what == EVIDENCE else ("",)

    def packed(self) -> str:
        """As text, for a message's note."""
        return f"{self.what} {self.start.isoformat()} {self.end.isoformat()}"

    @classmethod
    def unpacked(cls, text: str) -> "Wanted":
        """The same from text."""
        what, start, end = text.split(" ")
        return cls(what, date.fromisoformat(start), date.fromisoformat(end))


def send_files(
    store: Store, book: Book, partnership_id: str, user_id: str, wanted: Wanted, now: datetime
) -> None:
    """A private message, and the files in its thread. Asked for again while they are on their way,
    nothing more is sent. Raises CannotSteerError for whoever may not have them."""
    if wanted.end < wanted.start:
        raise CannotSteerError(say.ends_before_it_begins())
    with store.write() as tx:
        home_in(tx, book, partnership_id, user_id, wanted.needed)
        about = outbox.about(tx, Kind.FILES, partnership_id)
        mine = [each for each in about if (each.target, each.note) == (user_id, wanted.packed())]
        if any(_on_its_way(tx, each, wanted) for each in mine):
            return
        intro = OutboxMessage(
            id=outbox.new_id(),
            key=f"files:{partnership_id}:{user_id}:{wanted.packed()}:{len(mine)}",
            kind=Kind.FILES,
            partnership_id=partnership_id,
            subject=partnership_id,
            target=user_id,
            note=wanted.packed(),
            due_at=now,
            cut_off_at=now + WORTH_SENDING_FOR,
        )
        outbox.add(tx, intro)
        for number, form in enumerate(wanted.forms):
            outbox.add(
                tx,
                intro.model_copy(
                    update={
                        "id": outbox.new_id(),
                        "key": _key_of(intro, form),
                        "kind": Kind.FILE,
                        "page": number + 1,
                        "after_key": intro.key,
                        "note": form,
                    }
                ),
            )


def _key_of(intro: OutboxMessage, form: str) -> str:
    return f"{intro.key}:{form}"


def _on_its_way(tx: Connection, intro: OutboxMessage, wanted: Wanted) -> bool:
    if intro.state is not OutboxState.SENT:
        return intro.state in _ON_THEIR_WAY
    files = [outbox.by_key(tx, _key_of(intro, form)) for form in wanted.forms]
    return any(each is not None and each.state in _ON_THEIR_WAY for each in files)


def about_files(
    tx: Connection, book: Book, _: Partnership, message: OutboxMessage, __: datetime
) -> Outgoing | None:
    """The message above the files, or one of them, as things are now; None once its reader may not
    have it any more."""
    intro = message if message.kind is Kind.FILES else outbox.by_key(tx, message.after_key or "")
    if intro is None:
        return None
    wanted = Wanted.unpacked(intro.note or "")
    try:
        whose = home_in(tx, book, message.partnership_id, message.target, wanted.needed).partnership
    except CannotSteerError:
        return None
    if message.kind is Kind.FILES:
        return NoteMessage(text=say.files_sent(wanted.what))
    if wanted.what == SCHEDULE:
        name = f"{whose.id}.yaml"
        return ScheduleMessage(title=name, file_name=name, partnership=whose)
    if wanted.what == RECORD:
        name = f"decisions-{whose.id}.csv"
        decisions = tuple(tuple(each) for each in audit.entries(tx, whose.id))
        return RecordMessage(title=name, file_name=name, decisions=decisions)
    form = EvidenceForm(message.note or "")
    found = evidence(tx, whose, wanted.start, wanted.end)
    return EvidenceMessage(
        title=f"{pack.title(found)} ({say.form_of(form)})",
        file_name=f"evidence-{wanted.start}-to-{wanted.end}.{form}",
        evidence=found,
        form=form,
    )
