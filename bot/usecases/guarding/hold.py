"""Holds a reply out of digests because of what was noticed in it, or lets it go again; puts it
before the coordinators, and tells the safeguarding contacts of a concern. Examines nothing."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.guard.consequences import is_concern, is_held
from bot.core.guard.examine import Examined
from bot.core.guard.held import HeldState, HeldThing
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.store import outbox, plans
from bot.store.answering import held
from bot.usecases.roles import coordinating

SHOWN_FOR = timedelta(days=60)
"""How long a held reply is worth putting before its coordinators: until well after its board."""

ALERT_FOR = timedelta(days=3)
"""How long a contact is still told of a concern when Slack cannot be reached."""


class About(NamedTuple):
    """The words that were looked at. `out_at`: when others may hear of it; a private author's hour
    must not be told."""

    subject: str
    cycle_id: str
    occurrence_id: str | None
    length: int
    on: date
    out_at: datetime


def hold_or_clear(
    tx: Connection, partnership: Partnership, about: About, examined: Examined
) -> HeldThing | None:
    """Make what is known of these words agree with what was noticed in them now. Returns it when
    they are held, and were not held for the same before."""
    earlier = held.by_subject(tx, about.subject)
    if not is_held(examined):
        if earlier is not None and earlier.state is not HeldState.CLEARED:
            clear(tx, earlier, about.out_at)
        return None
    was_held = earlier is not None and earlier.state is HeldState.HELD
    thing = _held(partnership, about, examined, earlier if was_held else None)
    thing = thing.model_copy(update=_numbers(earlier, was_held=was_held))
    held.put(tx, thing)
    _put_before(tx, partnership, thing, about.out_at, is_new=not was_held)
    if was_held and earlier is not None and _kinds(earlier) == _kinds(thing):
        return None
    return thing


def _held(
    partnership: Partnership, about: About, examined: Examined, earlier: HeldThing | None
) -> HeldThing:
    return HeldThing(
        subject=about.subject,
        partnership_id=partnership.id,
        cycle_id=about.cycle_id,
        occurrence_id=about.occurrence_id,
        findings=examined.findings,
        failed=examined.failed,
        length=about.length,
        held_on=earlier.held_on if earlier else about.on,
        state=HeldState.HELD,
    )


def _numbers(earlier: HeldThing | None, *, was_held: bool) -> dict[str, int]:
    version = earlier.version + 1 if earlier else 1
    return {"version": version, "shown": earlier.shown if was_held and earlier else version}


def _kinds(thing: HeldThing) -> set[tuple[str, str]]:
    return {(each.detector, each.kind) for each in thing.findings} | {
        (each, "failed") for each in thing.failed
    }


def release_at_once(
    tx: Connection, partnership: Partnership, about: About, examined: Examined, by: str, reason: str
) -> None:
    """A coordinator has seen what was noticed in words of their own, and lets them stand."""
    earlier = held.by_subject(tx, about.subject)
    released = {"state": HeldState.RELEASED, "decided_by": by, "reason": reason}
    thing = _held(partnership, about, examined, earlier)
    held.put(tx, thing.model_copy(update=released | _numbers(earlier, was_held=False)))


def clear(tx: Connection, thing: HeldThing, out_at: datetime) -> None:
    """Its author has changed the words, or taken them back: nothing waits any more."""
    if held.settle(tx, thing, HeldState.CLEARED) and thing.state is HeldState.HELD:
        show_change(tx, thing, out_at)


def show_change(tx: Connection, thing: HeldThing, out_at: datetime) -> None:
    """Have the message before the coordinators say what became of it. `thing` is as it was."""
    shown = outbox.by_key(tx, f"hold:{thing.subject}:{thing.shown}")
    if shown is None:
        return
    outbox.add(
        tx,
        OutboxMessage(
            id=outbox.new_id(),
            key=f"hold-changed:{thing.subject}:{thing.version + 1}",
            kind=Kind.HOLD_CHANGED,
            partnership_id=thing.partnership_id,
            subject=thing.subject,
            target=shown.target,
            after_key=shown.key,
            due_at=out_at,
            cut_off_at=out_at + SHOWN_FOR,
        ),
    )


def _put_before(
    tx: Connection, partnership: Partnership, thing: HeldThing, out_at: datetime, *, is_new: bool
) -> None:
    """A message of its own in the coordinators' channel; words that were changed and are held
    still, or held for something else, change the message that stands there."""
    if not is_new:
        show_change(tx, thing.model_copy(update={"version": thing.version - 1}), out_at)
        return
    outbox.add(
        tx,
        OutboxMessage(
            id=outbox.new_id(),
            key=f"hold:{thing.subject}:{thing.version}",
            kind=Kind.HOLD,
            partnership_id=partnership.id,
            subject=thing.subject,
            target=plans.current_channel(tx, partnership.coordinators.channel.id),
            due_at=out_at,
            cut_off_at=out_at + SHOWN_FOR,
        ),
    )


def alert(
    tx: Connection,
    partnership: Partnership,
    examined: Examined,
    cycle_id: str,
    subject: str,
    key: str,
    now: datetime,
) -> None:
    """Tell the safeguarding contacts at once of what may be a live concern, also of a private one:
    a child's safety comes before an hour's secrecy. `subject` is a reply in a thread; for a
    private one the round, so that nothing ties that hour to a reply."""
    if not is_concern(examined):
        return
    contacts = partnership.safeguarding.contacts or coordinating(tx, partnership)
    for contact in contacts:
        outbox.add(
            tx,
            OutboxMessage(
                id=outbox.new_id(),
                key=f"alert:{key}:{contact}",
                kind=Kind.ALERT,
                partnership_id=partnership.id,
                subject=subject,
                target=contact,
                cycle_id=cycle_id,
                due_at=now,
                cut_off_at=now + ALERT_FOR,
            ),
        )
