"""Turns an outbox message into what it says, from the store as it is at this moment, so that
words taken back a minute ago are not in it. None: there is nothing left to say."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.asking.plan import Cycle, Occurrence
from bot.core.book import Book
from bot.core.digest.earlier import read_digest
from bot.core.digest.reading.pages import pages
from bot.core.digest.signoff import DigestState, Held
from bot.core.messages import (
    CallMessage,
    CarriedMessage,
    DigestMessage,
    DraftMessage,
    HelloMessage,
    NoteMessage,
    Outgoing,
    PrivateLine,
    PromptMessage,
    ReminderMessage,
)
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.core.sentences.setup import hello
from bot.core.words import day_in_words
from bot.store import answers, digests, greetings, outbox, plans, replies
from bot.usecases.answering.letters import QUESTIONS, about_question
from bot.usecases.answering.notices import NOTICES, about_person, meeting_for
from bot.usecases.answering.quiet import is_too_many
from bot.usecases.board.draft import remade
from bot.usecases.desk.files import about_files
from bot.usecases.guarding.papers import GUARD, about_guard
from bot.usecases.proposing.letters import PROPOSALS, about_proposal
from bot.usecases.sending.paper import about_paper
from bot.usecases.sending.weekly import about_week
from bot.usecases.tell import told_in

WHISPER_PREFIX = "whisper:"
"""A whisper's key is this and the key of the private line that could not be sent."""


WRITES = frozenset({Kind.DRAFT, Kind.REFRESH, Kind.DIGEST, Kind.WEEKLY})
"""Kinds that are brought up to date, or put what follows them into the outbox, while they are
composed. The others only read."""


def compose(tx: Connection, book: Book, message: OutboxMessage, now: datetime) -> Outgoing | None:
    """What this message says now."""
    message = whispered(tx, message) or message
    if message.kind in (Kind.NOTE, Kind.SOLVED):
        return _note(tx, message)
    if message.kind is Kind.HELLO:
        return HelloMessage(lines=hello())
    partnership = book.partnership(message.partnership_id)
    if partnership is None or is_too_many(tx, partnership, message):
        return None
    return _WAYS.get(message.kind, _about_asking)(tx, book, partnership, message, now)


def _about_asking(
    tx: Connection, book: Book, partnership: Partnership, message: OutboxMessage, __: datetime
) -> Outgoing | None:
    occurrence = plans.occurrence(tx, message.subject)
    cycle = plans.cycle(tx, occurrence.cycle_id) if occurrence else None
    if occurrence is None or cycle is None:
        return None
    if message.kind is Kind.PROMPT:
        return _prompt(book, partnership, cycle, occurrence)
    if message.kind is Kind.REMINDER:
        closes_on = occurrence.closes_at.astimezone(partnership.tz).date()
        return ReminderMessage(question=occurrence.question, closes_on=day_in_words(closes_on))
    return private_line(tx, partnership, cycle, message.target)


def _about_answers(
    tx: Connection, _: Book, partnership: Partnership, message: OutboxMessage, __: datetime
) -> Outgoing | None:
    cycle = plans.cycle(tx, message.subject)
    if cycle is None:
        return None
    board, met_on = partnership.board.name, cycle.meeting_on
    if message.kind is Kind.CALL:
        coordination = plans.current_channel(tx, partnership.coordinators.channel.id)
        return CallMessage(
            text=sentences.board.call(board, met_on),
            cycle_id=cycle.id,
            may_go_on=message.target == coordination,
        )
    given = answers.of_cycle(tx, cycle.id)
    told = tuple(sentences.board.carried_answer(each) for each in given.values())
    intro = sentences.board.carried_intro(board, met_on)
    return CarriedMessage(intro=intro, answers=told) if told else None


def whispered(tx: Connection, message: OutboxMessage) -> OutboxMessage | None:
    """The private line that a whisper stands for; None for anything else."""
    if message.kind is not Kind.WHISPER:
        return None
    return outbox.by_key(tx, message.key.removeprefix(WHISPER_PREFIX))


def _note(tx: Connection, message: OutboxMessage) -> NoteMessage | None:
    note = outbox.by_key(tx, message.subject) if message.kind is Kind.SOLVED else message
    text = told_in(tx, note) if note else ""
    return NoteMessage(text=text) if text else None


def _issue_on(partnership: Partnership, cycle: Cycle) -> datetime:
    return cycle.issue_at.astimezone(partnership.tz)


def _prompt(
    book: Book, partnership: Partnership, cycle: Cycle, occurrence: Occurrence
) -> PromptMessage:
    prompt = book.bank_of(partnership.id).get(occurrence.prompt_id)
    is_theirs = prompt is not None and prompt.text == occurrence.question
    issue_on = _issue_on(partnership, cycle).date()
    return PromptMessage(
        partnership=partnership.name,
        question=occurrence.question,
        follow_up=occurrence.follow_up,
        practices=occurrence.practices,
        privacy=sentences.privacy.privacy(partnership.privacy, partnership.board.name, issue_on),
        safeguarding=partnership.safeguarding,
        occurrence_id=occurrence.id,
        credit=prompt.credit if prompt and is_theirs else None,
    )


def private_line(
    tx: Connection, partnership: Partnership, cycle: Cycle, user_id: str
) -> PrivateLine | None:
    """What one member may choose about a cycle; None while we hold no reply of theirs in it."""
    question = replies.first_question(tx, cycle.id, user_id)
    if question is None:
        return None
    issue_on = _issue_on(partnership, cycle).date()
    return PrivateLine(
        cycle_id=cycle.id,
        question=question,
        board=partnership.board.name,
        privacy=sentences.privacy.privacy_in_full(
            partnership.privacy, partnership.board.name, issue_on
        ),
        sector=digests.sector_of(tx, user_id),
        choice=greetings.choices_of(tx, [(cycle.id, user_id)]).get((cycle.id, user_id)),
        may_be_quoted=partnership.privacy.quotes != "never",
        late=_late(tx, partnership, cycle, user_id),
    )


def _late(tx: Connection, whose: Partnership, cycle: Cycle, user_id: str) -> str | None:
    """Thanks for the first answer that came after its question had closed, if one did."""
    said = replies.answered_by(tx, cycle.id, user_id)
    for each in plans.occurrences_in(tx, cycle.id):
        if each.id in said and said[each.id] > each.closes_at:
            meeting = meeting_for(tx, whose, cycle, said[each.id])
            return sentences.members.late(each.question, meeting.meeting_on if meeting else None)
    return None


def _about_digest(
    tx: Connection, book: Book, partnership: Partnership, message: OutboxMessage, now: datetime
) -> Outgoing | None:
    held = remade(tx, book, message.subject, now, whole=message.kind is Kind.DIGEST)
    cycle = plans.cycle(tx, message.subject)
    if held is None or cycle is None:
        return None
    all_pages = pages(read_digest(held.content))
    page = all_pages[message.page] if message.page < len(all_pages) else None
    if message.kind is Kind.DIGEST:
        may_go = held.state in (DigestState.APPROVED, DigestState.PUBLISHED)
        if not may_go or page is None:
            return None
        return DigestMessage(
            page=page,
            page_number=message.page,
            last_page=len(all_pages) - 1,
            signed_off=held.decided_by is not None,
        )
    if page is None:
        return (
            NoteMessage(text=sentences.board.page_gone()) if message.kind is Kind.REFRESH else None
        )
    return DraftMessage(
        page=page,
        page_number=message.page,
        last_page=len(all_pages) - 1,
        cycle_id=held.cycle_id,
        version=held.version,
        state=held.state,
        standing=_standing(partnership, cycle, held),
        decided_by=held.decided_by,
    )


def _standing(partnership: Partnership, cycle: Cycle, held: Held) -> str:
    issue_on = _issue_on(partnership, cycle).date()
    state = "approved-first" if held.first_eyes else held.state
    return sentences.coordinators.standing(state, issue_on, partnership.board.name)


_Way = Callable[[Connection, Book, Partnership, OutboxMessage, datetime], Outgoing | None]

_WAYS: Mapping[Kind, _Way] = (
    {
        Kind.PAPER: about_paper,
        Kind.FILES: about_files,
        Kind.FILE: about_files,
        Kind.WEEKLY: lambda tx, _b, whose, _m, now: about_week(tx, whose, now),
    }
    | dict.fromkeys((Kind.DRAFT, Kind.REFRESH, Kind.DIGEST), _about_digest)
    | dict.fromkeys((Kind.CALL, Kind.CARRY, Kind.CARRY_AGAIN), _about_answers)
    | dict.fromkeys(QUESTIONS, lambda tx, _b, _p, message, _n: about_question(tx, message))
    | dict.fromkeys(
        NOTICES, lambda tx, _b, whose, message, now: about_person(tx, whose, message, now)
    )
    | dict.fromkeys(
        PROPOSALS, lambda tx, _b, whose, message, _n: about_proposal(tx, whose, message)
    )
    | dict.fromkeys(GUARD, lambda tx, _b, whose, message, _n: about_guard(tx, whose, message))
)
"""Who composes which kind; the others are about one asking."""
