"""Puts a digest before people through the outbox: before its coordinators, before its board."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.asking.plan import Cycle
from bot.core.digest.earlier import read_digest
from bot.core.digest.reading.pages import pages
from bot.core.digest.signoff import DigestState, Held
from bot.core.messages import PaperForm
from bot.core.outbox import Kind, OutboxMessage, OutboxState
from bot.core.partnership import Partnership
from bot.store import outbox, plans

_ON_ITS_WAY = (OutboxState.PENDING, OutboxState.SENDING, OutboxState.SENT)
"""Where a page stands that will reach the board, or has; one that failed may be sent anew."""

_NEVER_SENT = (OutboxState.FAILED, OutboxState.MISSED)
"""Where a file stands that was asked for and did not get there."""

TO_COORDINATORS = "paper:"
"""How the keys of papers begin that go to the coordinators, and not to the board."""

FOR_THE_BOARD = (PaperForm.PICTURE, PaperForm.PDF, PaperForm.WORD)
"""What stands in the board's thread; coordinators may have a web page too."""

_BEHIND_PAGES = 1000
"""The page number of the first file: more pages than any digest has."""

SHOW_FOR = timedelta(days=7)
"""How long a page of a draft is worth showing once its meeting has passed."""


def arrange_issue(
    tx: Connection, partnership: Partnership, cycle: Cycle, held: Held, now: datetime
) -> None:
    """Make the outbox agree with the digest's state: its pages wait for the issue date once it is
    approved, and are called off when it no longer is."""
    waiting = [
        message
        for kind in (Kind.DIGEST, Kind.PAPER)
        for message in outbox.about(tx, kind, cycle.id)
        if message.state in _ON_ITS_WAY and not message.key.startswith(TO_COORDINATORS)
    ]
    if held.state is not DigestState.APPROVED:
        outbox.cancel_pending(tx, [message.key for message in waiting])
        return
    round_ = waiting[0].key.rsplit(":", 1)[0] if waiting else f"digest:{cycle.id}:{held.version}"
    for number in range(len(pages(read_digest(held.content)))):
        outbox.add(
            tx,
            OutboxMessage(
                id=outbox.new_id(),
                key=f"{round_}:{number}",
                kind=Kind.DIGEST,
                partnership_id=partnership.id,
                subject=cycle.id,
                target=plans.current_channel(tx, partnership.board.channel.id),
                page=number,
                after_key=f"{round_}:0" if number else None,
                due_at=max(cycle.issue_at, now),
                cut_off_at=cycle.meeting_at,
            ),
        )
    _add_papers(
        tx,
        partnership,
        cycle,
        round_,
        FOR_THE_BOARD,
        after_key=f"{round_}:0",
        target=plans.current_channel(tx, partnership.board.channel.id),
        due_at=max(cycle.issue_at, now),
        cut_off_at=cycle.meeting_at,
    )


def send_paper(tx: Connection, partnership: Partnership, held: Held, now: datetime) -> None:
    """The digest as files, in the draft's thread in the coordinators' channel. Once for each
    version, and once more when it is published: then it no longer says that it is a draft. A form
    that did not get there may be asked for again."""
    cycle = plans.cycle(tx, held.cycle_id)
    issued = ":published" if held.state is DigestState.PUBLISHED else ""
    if cycle is not None:
        beginning = f"{TO_COORDINATORS}{cycle.id}:{held.version}{issued}:"
        asked = [
            message
            for message in outbox.about(tx, Kind.PAPER, cycle.id)
            if message.key.startswith(beginning)
        ]
        done = {message.note for message in asked if message.state not in _NEVER_SENT}
        _add_papers(
            tx,
            partnership,
            cycle,
            f"{beginning}{len(asked)}",  # the same for two who press in the same moment
            tuple(form for form in PaperForm if form not in done),
            after_key=f"draft:{cycle.id}:0",
            target=plans.current_channel(tx, partnership.coordinators.channel.id),
            due_at=now,
            cut_off_at=now + SHOW_FOR,
        )


def _add_papers(
    tx: Connection,
    partnership: Partnership,
    cycle: Cycle,
    round_: str,
    forms: tuple[PaperForm, ...],
    *,
    after_key: str,
    target: str,
    due_at: datetime,
    cut_off_at: datetime,
) -> None:
    """Behind all pages: a file that cannot be sent keeps no text waiting."""
    for number, form in enumerate(forms):
        outbox.add(
            tx,
            OutboxMessage(
                id=outbox.new_id(),
                key=f"{round_}:{form}",
                kind=Kind.PAPER,
                partnership_id=partnership.id,
                subject=cycle.id,
                target=target,
                page=_BEHIND_PAGES + number,
                after_key=after_key,
                note=form,
                due_at=due_at,
                cut_off_at=cut_off_at,
            ),
        )


def show(tx: Connection, partnership: Partnership, cycle: Cycle, held: Held, now: datetime) -> None:
    """Put a version before the coordinators: new pages are posted, known ones are updated. One
    that still waits to be posted or updated is composed when it leaves, and needs no other."""
    channel_id = plans.current_channel(tx, partnership.coordinators.channel.id)
    known = {message.page for message in outbox.about(tx, Kind.DRAFT, cycle.id)}
    waiting = outbox.waiting_pages(tx, Kind.REFRESH, cycle.id)
    for number in range(
        max(len(pages(read_digest(held.content))), *(page + 1 for page in known), 1)
    ):
        is_new = number not in known
        if not is_new and number in waiting:
            continue
        key = f"draft:{cycle.id}:{number}"
        outbox.add(
            tx,
            OutboxMessage(
                id=outbox.new_id(),
                key=key if is_new else f"refresh:{cycle.id}:{number}:{held.version}",
                kind=Kind.DRAFT if is_new else Kind.REFRESH,
                partnership_id=partnership.id,
                subject=cycle.id,
                target=channel_id,
                page=number,
                after_key=_follows(cycle.id, number) if is_new else key,
                due_at=now,
                cut_off_at=max(cycle.meeting_at, now + SHOW_FOR),
            ),
        )


def show_published(tx: Connection, cycle_id: str, now: datetime) -> None:
    """The draft's first page says that the board has it, and offers nothing but its paper."""
    draft = outbox.by_key(tx, f"draft:{cycle_id}:0")
    if draft is not None:
        outbox.add(
            tx,
            OutboxMessage(
                id=outbox.new_id(),
                key=f"refresh:{cycle_id}:0:published",
                kind=Kind.REFRESH,
                partnership_id=draft.partnership_id,
                subject=cycle_id,
                target=draft.target,
                after_key=draft.key,
                due_at=now,
                cut_off_at=now + SHOW_FOR,
            ),
        )


def _follows(cycle_id: str, number: int) -> str | None:
    """Later pages stand in the thread of the first."""
    return f"draft:{cycle_id}:0" if number else None
