"""Makes private authors unknowable for good, once the digest that their replies are in is out."""

from sqlalchemy import Connection

from bot.core.digest.signoff import DigestState
from bot.store import digests, plans
from bot.store.answering import keys, lines


def part_with_authors(tx: Connection, cycle_id: str) -> None:
    """Erase the key of a cycle whose digest was issued, and those of earlier cycles whose replies
    it carried. From now on nobody can find out, or change, whose private reply it was."""
    cycle = plans.cycle(tx, cycle_id)
    if cycle is None:
        return
    carried = [
        each.id
        for each in plans.cycles_of(tx, cycle.partnership_id)
        if each.meeting_at < cycle.meeting_at and not _waits(tx, each.id)
    ]
    keys.erase_keys(tx, [cycle_id, *carried])
    lines.forget_authors(tx)


def _waits(tx: Connection, cycle_id: str) -> bool:
    """True while a digest of its own may still reach its board."""
    digest = digests.of_cycle(tx, cycle_id)
    return digest is not None and digest.state not in (DigestState.EXPIRED, DigestState.PUBLISHED)
