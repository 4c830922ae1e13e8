"""Composes what is said about what the guard noticed, from the store as it is at this moment: to
authors, to coordinators, to safeguarding contacts. None: there is nothing left to say."""

from sqlalchemy import Connection

from bot.core.guard.consequences import is_concern
from bot.core.guard.held import HeldState, HeldThing, is_line
from bot.core.messages import AlertMessage, HoldMessage, Outgoing, WarningMessage, WordingMessage
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.core.sentences import guarding as say
from bot.store import plans
from bot.store.answering import held
from bot.usecases.guarding.behind import Behind, behind

GUARD = frozenset({Kind.WARNING, Kind.WORDING, Kind.HOLD, Kind.HOLD_CHANGED, Kind.ALERT})


def about_guard(
    tx: Connection, partnership: Partnership, message: OutboxMessage
) -> Outgoing | None:
    """What this message says now."""
    found = behind(tx, message.subject)
    if message.kind is Kind.ALERT:
        return _alert(partnership, message, found)
    if message.kind is Kind.WORDING:
        return _wording(message, found)
    thing = held.by_subject(tx, message.subject)
    if thing is None:
        return None
    is_held = thing.state is HeldState.HELD
    if message.kind is Kind.WARNING:
        return _warning(partnership, thing, found) if is_held and found else None
    if message.kind is Kind.HOLD and not is_held:
        return None
    return hold_message(tx, thing)


def _warning(partnership: Partnership, thing: HeldThing, found: Behind) -> WarningMessage:
    lines = say.warning(
        found.occurrence.question, thing.examined, partnership.safeguarding, thing.length
    )
    return WarningMessage(lines=tuple(lines), place=found.place)


def _wording(message: OutboxMessage, found: Behind | None) -> WordingMessage | None:
    if found is None or not message.note:
        return None
    lines = say.wording(found.occurrence.question, message.note.split("\n"))
    return WordingMessage(lines=tuple(lines), place=found.place)


def hold_message(tx: Connection, thing: HeldThing) -> HoldMessage:
    """What coordinators read about one thing that waits, or waited."""
    occurrence = plans.occurrence(tx, thing.occurrence_id) if thing.occurrence_id else None
    found = behind(tx, thing.subject)
    lines = say.held(
        occurrence.question if occurrence else None,
        thing.examined,
        thing.length,
        thing.held_on,
        is_private=found is not None and found.is_private,
        is_concern=is_concern(thing.examined),
    )
    is_open = thing.state is HeldState.HELD
    return HoldMessage(
        subject=thing.subject,
        version=thing.version,
        lines=tuple(lines),
        is_private=found is not None and found.is_private,
        is_reply=not is_line(thing.subject),
        settled=None if is_open else say.settled(thing.state, thing.reason),
        decided_by=thing.decided_by,
        place=found.place if found and is_open else None,
    )


def _alert(partnership: Partnership, message: OutboxMessage, found: Behind | None) -> AlertMessage:
    is_private = message.subject == message.cycle_id
    lines = say.alert(partnership.name, is_private=is_private, is_gone=not is_private and not found)
    return AlertMessage(
        lines=tuple(lines),
        partnership_id=partnership.id,
        place=found.place if found else None,
    )
