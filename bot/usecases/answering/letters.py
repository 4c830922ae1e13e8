"""Composes what is written to the authors of replies, and to coordinators about them, from the
store as it is at this moment. None: there is nothing left to say."""

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.asking.plan import Occurrence
from bot.core.messages import AnsweredMessage, QuestionMessage
from bot.core.outbox import Kind, OutboxMessage
from bot.store import plans
from bot.store.answering import questions
from bot.usecases.answering.question import name_for_author
from bot.usecases.guarding.behind import behind

QUESTIONS = (Kind.QUESTION, Kind.ANSWERED)


def about_question(
    tx: Connection, message: OutboxMessage
) -> QuestionMessage | AnsweredMessage | None:
    """A coordinator's question to an author, or the answer to it."""
    question = questions.by_id(tx, message.subject)
    found = behind(tx, question.reply_id) if question else None
    if question is None or found is None:
        return None
    prompt = found.occurrence.question
    if message.kind is Kind.ANSWERED:
        intro = sentences.authors.answered(prompt, question.text)
        return AnsweredMessage(intro=intro, words=question.answer or "", reply_id=question.reply_id)
    lines = sentences.authors.question_to_author(prompt, private=found.is_private)
    return QuestionMessage(
        lines=tuple(lines),
        asked=None if found.is_private else question.text,
        name=name_for_author(tx, question, found),
    )


def occurrence_behind(tx: Connection, message: OutboxMessage) -> Occurrence | None:
    """The question that a private line is about: in its thread the line is shown when Slack
    refuses a direct message."""
    if message.kind is Kind.PRIVATE:
        return plans.occurrence(tx, message.subject)
    question = questions.by_id(tx, message.subject) if message.kind is Kind.QUESTION else None
    found = behind(tx, question.reply_id if question else message.subject)
    return found.occurrence if found else None
