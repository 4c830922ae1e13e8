"""Makes the draft of a digest when it is due, and makes it again when its replies change.
Approves and publishes nothing."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot import __version__
from bot.core import sentences
from bot.core.asking.plan import Cycle, OccurrenceState
from bot.core.book import Book
from bot.core.digest.compile import compile_digest
from bot.core.digest.digest import Digest
from bot.core.digest.pages import pages
from bot.core.digest.signoff import DigestState, Held
from bot.core.outbox import Kind, OutboxMessage, OutboxState
from bot.core.partnership import Partnership
from bot.store import digests, outbox, plans
from bot.store.engine import Store
from bot.usecases.board.changed import has_changed
from bot.usecases.board.said import said_for
from bot.usecases.tell import tell

_ASKED = OccurrenceState.ASKED

_ONLY_LESS = (DigestState.APPROVED, DigestState.EXPIRED)
"""In these states words may still leave a digest, but none may come."""

_ON_ITS_WAY = (OutboxState.PENDING, OutboxState.SENDING, OutboxState.SENT)
"""Where a page stands that will reach the board, or has; one that failed may be sent anew."""

SHOW_FOR = timedelta(days=7)
"""How long a page of a draft is worth showing once its meeting has passed."""


def read_digest(held: Held) -> Digest:
    """The frozen digest inside a stored one."""
    return Digest.model_validate_json(held.content)


def draft_due(store: Store, book: Book, cycle_id: str, now: datetime) -> None:
    """Draft the digest of a cycle and put it before its coordinators. Repeatable."""
    with store.write() as tx:
        cycle = plans.cycle(tx, cycle_id)
        partnership = book.partnership(cycle.partnership_id) if cycle else None
        if cycle is None or partnership is None:
            return
        digest = _compile(tx, book, partnership, cycle, now)
        first = Held(
            cycle_id=cycle.id,
            partnership_id=partnership.id,
            version=1,
            state=DigestState.DRAFT if now < cycle.meeting_at else DigestState.EXPIRED,
            content=digest.model_dump_json(),
            cut_at=now,
            compiled_at=now,
        )
        if digests.add(tx, first):
            show(tx, partnership, cycle, first, now)
            if first.state is DigestState.EXPIRED:
                text = sentences.coordinators.draft_missed(cycle.meeting_on)
                tell(tx, book, partnership.id, f"draft-missed:{cycle.id}", text, now)


def current_digest(
    store: Store, book: Book, partnership: Partnership, now: datetime
) -> Digest | None:
    """The digest of the cycle under way as it reads now, drafted or not; None before the first
    prompt of a cycle was asked."""
    with store.read() as tx:
        for cycle in plans.cycles_on(tx, partnership.id):
            if cycle.meeting_at <= now:
                continue
            held = digests.of_cycle(tx, cycle.id)
            if held is not None:
                return read_digest(held)
            if any(each.state is _ASKED for each in plans.occurrences_in(tx, cycle.id)):
                return _compile(tx, book, partnership, cycle, now)
    return None


def remake_changed(store: Store, book: Book, cycle_id: str, now: datetime) -> None:
    """Make an unpublished digest again if its replies have changed."""
    with store.write() as tx:
        remade(tx, book, cycle_id, now)


def remade(
    tx: Connection,
    book: Book,
    cycle_id: str,
    now: datetime,
    *,
    touched: bool = False,
    whole: bool = False,
) -> Held | None:
    """A digest as it must read now, until it is published. After approval, or once it expired,
    words may still go, but none are added. `touched`: its replies certainly changed. Private
    changes wait for the next morning's post, so that their hour shows nowhere; `whole`: not now,
    when somebody decides about the digest or it goes to its board."""
    held = digests.of_cycle(tx, cycle_id)
    if held is None or held.state is DigestState.PUBLISHED:
        return held
    cycle = plans.cycle(tx, cycle_id)
    partnership = book.partnership(held.partnership_id)
    if cycle is None or partnership is None:
        return held
    if not (touched or has_changed(tx, partnership, cycle, held, now, whole=whole)):
        return held
    digest = _compile(tx, book, partnership, cycle, held.cut_at)
    if held.state in _ONLY_LESS:
        added = _added_words(read_digest(held), digest)
        digest = _compile(tx, book, partnership, cycle, held.cut_at, held.decided_at, added)
    content = digest.model_dump_json()
    if content == held.content:
        digests.mark_compiled(tx, cycle_id, now)
        return held
    digests.rewrite(tx, cycle_id, held.version, content, now)
    newer = held.model_copy(
        update={"content": content, "version": held.version + 1, "compiled_at": now}
    )
    show(tx, partnership, cycle, newer, now)
    arrange_issue(tx, partnership, cycle, newer, now)
    return newer


def arrange_issue(
    tx: Connection, partnership: Partnership, cycle: Cycle, held: Held, now: datetime
) -> None:
    """Make the outbox agree with the digest's state: its pages wait for the issue date once it is
    approved, and are called off when it no longer is."""
    waiting = [
        message
        for message in outbox.about(tx, Kind.DIGEST, cycle.id)
        if message.state in _ON_ITS_WAY
    ]
    if held.state is not DigestState.APPROVED:
        outbox.cancel_pending(tx, [message.key for message in waiting])
        return
    round_ = waiting[0].key.rsplit(":", 1)[0] if waiting else f"digest:{cycle.id}:{held.version}"
    for number in range(len(pages(read_digest(held)))):
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


def show(tx: Connection, partnership: Partnership, cycle: Cycle, held: Held, now: datetime) -> None:
    """Put a version before the coordinators: new pages are posted, known ones are updated. One
    that still waits to be posted or updated is composed when it leaves, and needs no other."""
    channel_id = plans.current_channel(tx, partnership.coordinators.channel.id)
    known = {message.page for message in outbox.about(tx, Kind.DRAFT, cycle.id)}
    waiting = outbox.waiting_pages(tx, Kind.REFRESH, cycle.id)
    for number in range(max(len(pages(read_digest(held))), *(page + 1 for page in known), 1)):
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
    """The draft's first page says that the board has it, and offers no button any more."""
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


def _added_words(approved: Digest, newer: Digest) -> frozenset[str]:
    """Replies whose words as quoted now are not the words that were approved."""
    words = {(line.reply_id, line.words) for asked in approved.questions for line in asked.lines}
    return frozenset(
        line.reply_id
        for asked in newer.questions
        for line in asked.lines
        if (line.reply_id, line.words) not in words
    )


def _compile(
    tx: Connection,
    book: Book,
    partnership: Partnership,
    cycle: Cycle,
    cut_at: datetime,
    sectors_before: datetime | None = None,
    not_quoted: frozenset[str] = frozenset(),
) -> Digest:
    said = said_for(tx, partnership, cycle, cut_at, sectors_before)
    answered = {reply.occurrence_id for reply in said}
    own = plans.occurrences_in(tx, cycle.id)
    known = {each.id for each in own}
    earlier = (plans.occurrence(tx, each) for each in sorted(answered - known))
    asked = [
        *(each for each in own if each.state is _ASKED or each.id in answered),
        *(each for each in earlier if each is not None),
    ]
    return compile_digest(
        partnership,
        cycle,
        asked,
        said,
        book.bank_of(partnership.id).closing,
        cut_at,
        version=__version__,
        not_quoted=not_quoted,
    )
