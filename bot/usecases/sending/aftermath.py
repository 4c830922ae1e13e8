"""What follows when a message was sent, missed or refused: states change, coordinators are told.
Runs inside the deliverer's transaction."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.asking.plan import OccurrenceState
from bot.core.book import Book
from bot.core.outbox import (
    WHISPERED,
    Kind,
    OutboxMessage,
    OutboxState,
    author_of,
    is_person,
)
from bot.store import digests, outbox, plans, proposals
from bot.store.answering import keys
from bot.usecases.answering.letters import occurrence_behind
from bot.usecases.answering.part import part_with_authors
from bot.usecases.board.respond import call_for_answers
from bot.usecases.board.show import show_published
from bot.usecases.ports import Posted
from bot.usecases.sending.compose import WHISPER_PREFIX
from bot.usecases.tell import name_of, solve, tell, tell_each, tell_one

WHISPER_FOR = timedelta(hours=2)
"""How long a private line may still be shown in the channel when a direct message was refused."""


def sent(
    tx: Connection, book: Book, message: OutboxMessage, worker: str, posted: Posted, now: datetime
) -> None:
    """It stands in Slack."""
    if author_of(message.target):
        outbox.mark_brought(tx, message.id, worker)
        return
    if not outbox.mark_sent(tx, message.id, worker, posted.channel_id, posted.ts, now):
        return
    if message.attempts > 1:  # it was told of after one that failed
        solve(tx, message.partnership_id, f"cannot:{message.key}:", now)
    if message.kind is Kind.PROMPT:
        plans.set_state(tx, message.subject, OccurrenceState.ASKED)
    elif message.kind is Kind.DIGEST and message.page == 0:
        digests.mark_published(tx, message.subject, now)
        part_with_authors(tx, message.subject)
        call_for_answers(tx, book, message.subject)
        show_published(tx, message.subject, now)


def missed(tx: Connection, book: Book, message: OutboxMessage, worker: str, now: datetime) -> None:
    """Too late to be of use: it is not sent, and the coordinators are told."""
    outbox.mark_over(tx, message.id, worker, OutboxState.MISSED, "too late")
    _give_up(tx, book, message, sentences.sending.too_late(), now)


def unreachable(
    tx: Connection, book: Book, message: OutboxMessage, worker: str, now: datetime
) -> None:
    """The private author it was for is in none of the channels any more: the coordinators are
    told, and nothing of what the author said is lost. Once their round's digest was issued nobody
    is to be found, and nothing needs saying."""
    if keys.key_of(tx, message.cycle_id or "") is None:
        outbox.mark_over(tx, message.id, worker, OutboxState.CANCELLED, "the round is over")
        return
    outbox.mark_over(tx, message.id, worker, OutboxState.FAILED, "author not found")
    text = sentences.authors.cannot_be_reached()
    tell(tx, book, message.partnership_id, f"unreachable:{message.key}", text, now)


def refused(
    tx: Connection, book: Book, message: OutboxMessage, worker: str, reason: str, now: datetime
) -> None:
    """Slack will not take it. A private line is shown in the channel instead."""
    outbox.mark_over(tx, message.id, worker, OutboxState.FAILED, reason)
    if message.kind in WHISPERED:
        _whisper_instead(tx, book, message, now)
    else:
        _give_up(tx, book, message, sentences.sending.remedy(reason), now)


def needs_person(
    tx: Connection, book: Book, message: OutboxMessage, worker: str, reason: str, now: datetime
) -> None:
    """Somebody can put it right: they are told once, while it is tried again."""
    if message.kind in WHISPERED:
        outbox.mark_over(tx, message.id, worker, OutboxState.FAILED, reason)
        _whisper_instead(tx, book, message, now)
    elif message.kind is Kind.NOTE:
        if not is_person(message.target):
            outbox.mark_over(tx, message.id, worker, OutboxState.FAILED, reason)
            tell_each(tx, book, message, now)
    elif is_person(message.target) or author_of(message.target):
        outbox.mark_over(tx, message.id, worker, OutboxState.FAILED, reason)
        _give_up(tx, book, message, sentences.sending.remedy(reason), now)
    else:
        text = sentences.sending.cannot_post(
            _what(tx, message),
            name_of(tx, book, message.partnership_id, message.target),
            sentences.sending.remedy(reason),
        )
        tell(tx, book, message.partnership_id, f"cannot:{message.key}:{reason}", text, now)


def _give_up(tx: Connection, book: Book, message: OutboxMessage, cause: str, now: datetime) -> None:
    solve(tx, message.partnership_id, f"cannot:{message.key}:", now)
    if message.kind is Kind.PROMPT:
        plans.set_state(tx, message.subject, OccurrenceState.MISSED)
    if message.kind is Kind.ALERT:
        text = sentences.guarding.contact_not_told()
        tell(tx, book, message.partnership_id, f"not-told:{message.key}", text, now)
    if message.kind is Kind.FILE:
        text = sentences.desk.file_not_sent(cause)
        tell_one(tx, message.partnership_id, f"no-file:{message.key}", message.target, text, now)
    if message.kind is Kind.FILES:
        text = sentences.desk.files_not_reached(cause)
        tell(tx, book, message.partnership_id, f"no-files:{message.key}", text, now)
    if message.kind in (Kind.PROMPT, Kind.REMINDER, Kind.DRAFT, Kind.DIGEST, Kind.PAPER):
        text = sentences.sending.not_posted(
            message.kind,
            _what(tx, message),
            name_of(tx, book, message.partnership_id, message.target),
            cause,
        )
        tell(tx, book, message.partnership_id, f"not-posted:{message.key}", text, now)


def _what(tx: Connection, message: OutboxMessage) -> str:
    occurrence = plans.occurrence(tx, message.subject)
    return sentences.sending.what(message.kind, occurrence.question if occurrence else None)


def _whisper_instead(tx: Connection, book: Book, message: OutboxMessage, now: datetime) -> None:
    channel_id, after_key = _where_to_whisper(tx, message)
    if channel_id is None:
        if message.kind is Kind.DECIDED:
            _not_reached(tx, book, message, now)
        return
    outbox.add(
        tx,
        message.model_copy(
            update={
                "id": outbox.new_id(),
                "key": f"{WHISPER_PREFIX}{message.key}",
                "kind": Kind.WHISPER,
                "target": channel_id,
                "after_key": after_key,
                "state": OutboxState.PENDING,
                "due_at": now,
                "cut_off_at": now + WHISPER_FOR,
                "attempts": 0,
                "sending_at": None,
                "not_found_at": None,
            }
        ),
    )


def _where_to_whisper(tx: Connection, message: OutboxMessage) -> tuple[str | None, str | None]:
    """The channel, and the message in whose thread it is shown: that of a proposal's answer is
    where its proposer was."""
    if message.kind is Kind.DECIDED:
        return message.note, None
    occurrence = occurrence_behind(tx, message)
    if occurrence is None:
        return None, None
    return occurrence.channel_id, f"prompt:{occurrence.id}"


def _not_reached(tx: Connection, book: Book, message: OutboxMessage, now: datetime) -> None:
    proposal = proposals.by_id(tx, message.subject)
    if proposal is not None:
        text = sentences.proposing.not_reached(proposal.text)
        tell(tx, book, message.partnership_id, f"not-reached:{message.key}", text, now)
