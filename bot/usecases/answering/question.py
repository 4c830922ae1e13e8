"""Brings a coordinator's question to the author of a reply, and the answer back, without either
learning more of the other than the words. Both are kept with a date only."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.answering.authors import handle
from bot.core.answering.post import post_after, today
from bot.core.answering.question import Question, QuestionForm
from bot.core.book import Book
from bot.core.guard.consequences import DetectorsFor, look
from bot.core.guard.examine import Examined
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.store import audit, outbox, plans
from bot.store.answering import keys, questions
from bot.store.audit import Entry
from bot.store.engine import Store
from bot.usecases.guarding.behind import Behind, behind, is_author
from bot.usecases.roles import may

ASKED_FOR = timedelta(days=14)
"""How long a question is worth bringing when Slack, or the author, cannot be reached."""


def ask_author(
    store: Store, book: Book, reply_id: str, user_id: str, words: str, form_id: str, now: datetime
) -> str:
    """Keep a coordinator's question and send it on its way. A form is taken once.

    Returns the outcome's name (see sentences.authors.question_asked): asked, gone or
    not-yours.
    """
    with store.write() as tx:
        found = behind(tx, reply_id)
        partnership = book.partnership(found.occurrence.partnership_id) if found else None
        if found is None or partnership is None:
            return "gone"
        if not may(tx, partnership, user_id, Role.DEPUTY):
            return "not-yours"
        question = Question(
            id=sha256(f"{user_id} {form_id}".encode()).hexdigest()[:32],
            reply_id=reply_id,
            cycle_id=found.occurrence.cycle_id,
            asked_by=user_id,
            asked_on=today(partnership, now),
            text=words,
        )
        if questions.add(tx, question):
            audit.append(tx, Entry(now, partnership.id, user_id, "ask-author", reply_id, words))
            outbox.add(tx, _to_author(question, found, partnership, now))
        return "asked"


def _to_author(
    question: Question, found: Behind, partnership: Partnership, now: datetime
) -> OutboxMessage:
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"question:{question.id}",
        kind=Kind.QUESTION,
        partnership_id=partnership.id,
        subject=question.id,
        target=found.target,
        cycle_id=question.cycle_id,
        due_at=now,
        cut_off_at=now + ASKED_FOR,
    )


def name_for_author(tx: Connection, question: Question, found: Behind) -> str:
    """What a question is called in a message to its author: for a private one a name that leads
    nowhere once the round's key is gone."""
    if not found.is_private:
        return question.id
    key = keys.key_of(tx, question.cycle_id)
    return f"{question.cycle_id}|{handle(key, question.id)}" if key else ""


def _named(tx: Connection, name: str) -> Question | None:
    cycle_id, is_private, hidden = name.rpartition("|")
    if not is_private:
        return questions.by_id(tx, name)
    key = keys.key_of(tx, cycle_id)
    if key is None:
        return None
    asked = questions.in_cycle(tx, cycle_id)
    return next((each for each in asked if handle(key, each.id) == hidden), None)


def question_for(store: Store, book: Book, name: str, user_id: str) -> QuestionForm | str:
    """The form in which an author answers, or the plain line that is said instead of it."""
    with store.read() as tx:
        question = _named(tx, name)
        found = behind(tx, question.reply_id) if question else None
        whose = book.partnership(found.occurrence.partnership_id) if found else None
        if question is None or found is None or whose is None:
            return sentences.authors.question_gone()
        if not is_author(tx, found, user_id):
            return sentences.authors.question_gone()
        if question.answer is not None:
            return sentences.authors.question_answered()
        return QuestionForm(
            question_id=question.id,
            prompt=found.occurrence.question,
            own_words=found.text,
            asked=question.text,
            safeguarding=whose.safeguarding,
        )


class Answered(NamedTuple):
    """What became of an answer: kept, noticed (and then by what), answered or gone."""

    became: str
    noticed: Examined | None = None


def answer_question(
    store: Store,
    book: Book,
    detectors_for: DetectorsFor,
    question_id: str,
    user_id: str,
    words: str,
    now: datetime,
    *,
    insists: bool,
) -> Answered:
    """Keep an author's answer and have it brought to the coordinators: that of a private author
    with the next morning's post, so that its hour gives nobody away. Repeatable."""
    with store.write() as tx:
        question = questions.by_id(tx, question_id)
        found = behind(tx, question.reply_id) if question else None
        partnership = book.partnership(found.occurrence.partnership_id) if found else None
        if question is None or found is None or partnership is None:
            return Answered("gone")
        if not is_author(tx, found, user_id):
            return Answered("gone")
        if question.answer is not None:
            return Answered("kept" if question.answer == words else "answered")
        noticed = look(words, detectors_for, partnership, found.occurrence.practices)
        if not insists and (noticed.findings or noticed.failed):
            return Answered("noticed", noticed)
        on = today(partnership, now)
        questions.answer(tx, question.id, words, on)
        due_at = post_after(partnership, on) if found.is_private else now
        outbox.add(tx, _to_coordinators(tx, question, partnership, due_at))
        return Answered("kept", noticed)


def _to_coordinators(
    tx: Connection, question: Question, partnership: Partnership, due_at: datetime
) -> OutboxMessage:
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"answered:{question.id}",
        kind=Kind.ANSWERED,
        partnership_id=partnership.id,
        subject=question.id,
        target=plans.current_channel(tx, partnership.coordinators.channel.id),
        due_at=due_at,
        cut_off_at=due_at + ASKED_FOR,
    )
