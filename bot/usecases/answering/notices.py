"""Composes what is written to one member about their own replies and wishes, and to coordinators
about private ones, from the store as it is at this moment. None: there is nothing left to say."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState
from bot.core.messages import (
    AgainMessage,
    ConsentItem,
    ConsentMessage,
    LateMessage,
    Outgoing,
    PostMessage,
)
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.store import digests, plans, replies
from bot.store.answering import quiet
from bot.usecases.answering.asked import own_reply
from bot.usecases.answering.consent import OPEN, name_of_reply, waiting_in
from bot.usecases.answering.reading import out_in
from bot.usecases.guarding.behind import behind

MOST_ITEMS = 10
"""Replies in one question about consent: three blocks each, within a message's fifty."""


def about_person(
    tx: Connection, whose: Partnership, message: OutboxMessage, now: datetime
) -> Outgoing | None:
    """What this message says now."""
    return NOTICES[message.kind](tx, whose, message, now)


def _consent(
    tx: Connection, whose: Partnership, message: OutboxMessage, _: datetime
) -> ConsentMessage | None:
    held = digests.of_cycle(tx, message.subject)
    if held is None or held.state not in OPEN:
        return None
    mine = {each.reply_id: each for each in waiting_in(tx, held) if each.target == message.target}
    items = tuple(
        ConsentItem(
            name=name_of_reply(tx, each),
            question=each.occurrence.question,
            words=None if each.is_private else each.text,
            occurrence_id=each.occurrence.id,
        )
        for each in list(mine.values())[:MOST_ITEMS]
    )
    intro = sentences.members.consent_intro(whose.board.name)
    return ConsentMessage(intro=intro, items=items) if items else None


def _late(
    tx: Connection, whose: Partnership, message: OutboxMessage, _: datetime
) -> LateMessage | None:
    found = behind(tx, message.subject)
    cycle = plans.cycle(tx, found.occurrence.cycle_id) if found else None
    if found is None or found.place is None or cycle is None:
        return None
    said = replies.at(tx, *found.place)
    meeting = meeting_for(tx, whose, cycle, said.said_at) if said else None
    line = sentences.members.late(
        found.occurrence.question, meeting.meeting_on if meeting else None
    )
    return LateMessage(lines=(line,))


def meeting_for(
    tx: Connection, whose: Partnership, cycle: Cycle, said_at: datetime
) -> Cycle | None:
    """The cycle in whose digest a reply will be that was said then; None when no later meeting is
    planned yet."""
    digest = digests.of_cycle(tx, cycle.id)
    if digest is None or said_at <= digest.cut_at:
        return cycle
    later = [each for each in plans.cycles_on(tx, whose.id) if each.meeting_at > cycle.meeting_at]
    return later[0] if later else None


def _again(
    tx: Connection, whose: Partnership, message: OutboxMessage, now: datetime
) -> AgainMessage | None:
    wish = quiet.snooze_of(tx, message.target, whose.id)
    is_wanted = wish is not None and wish.remind
    if not is_wanted or not message.key.endswith(wish.until_on.isoformat() if wish else ""):
        return None
    open_ = [each for each in _open(tx, whose, now) if not _has_answered(tx, each, message.target)]
    if not open_:
        return None
    return AgainMessage(
        intro=sentences.quiet.again(len(open_) > 1),
        questions=tuple((each.question, each.id) for each in open_[:MOST_ITEMS]),
    )


def _open(tx: Connection, whose: Partnership, now: datetime) -> list[Occurrence]:
    return [
        each
        for each in plans.occurrences_of(tx, whose.id, planned=False)
        if each.state is OccurrenceState.ASKED and each.closes_at > now
    ]


def _has_answered(tx: Connection, occurrence: Occurrence, user_id: str) -> bool:
    if occurrence.id in replies.answered_by(tx, occurrence.cycle_id, user_id):
        return True
    mine = own_reply(tx, occurrence, user_id)
    return mine is not None and mine.is_live


def _post(
    tx: Connection, whose: Partnership, message: OutboxMessage, now: datetime
) -> PostMessage | None:
    number = len(out_in(tx, whose, message.subject, now))
    if not number:
        return None
    return PostMessage(
        text=sentences.coordinators.private_replies(number), cycle_id=message.subject
    )


_Notice = Callable[[Connection, Partnership, OutboxMessage, datetime], Outgoing | None]

NOTICES: dict[Kind, _Notice] = {
    Kind.CONSENT: _consent,
    Kind.LATE: _late,
    Kind.AGAIN: _again,
    Kind.POST: _post,
}
"""Who composes which."""
