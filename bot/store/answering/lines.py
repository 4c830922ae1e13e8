"""What the outbox remembers of private lines, in SQL: how many somebody was sent in a round, and
nothing for longer than it must."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, func, select

from bot.core.outbox import AUTHOR, Kind, OutboxState
from bot.store.tables import cycle_keys, outbox

S = OutboxState

_UNDER_WAY = (S.PENDING, S.SENDING)


def lines_to(
    tx: Connection,
    cycle_id: str,
    targets: Collection[str],
    kinds: Collection[Kind],
    *,
    besides: str,
) -> int:
    """How many private lines of these kinds somebody was sent in a round, `besides` the one with
    this id. `targets` are all the ways in which they are written to."""
    return int(
        tx.execute(
            select(func.count()).where(
                outbox.c.cycle_id == cycle_id,
                outbox.c.target.in_(targets),
                outbox.c.kind.in_(kinds),
                outbox.c.state.in_((S.SENT, S.SENDING)),
                outbox.c.id != besides,
            )
        ).scalar_one()
    )


def forget_lines(tx: Connection, cycle_id: str) -> None:
    """Erase the record of a cycle's private lines: it says who answered."""
    tx.execute(
        delete(outbox).where(outbox.c.cycle_id == cycle_id, outbox.c.state.not_in(_UNDER_WAY))
    )


def forget_authors(tx: Connection) -> None:
    """Erase what was to go, or went, to private authors whose round's key is gone. Each message
    carries its id in Slack: with this record, whoever found it there would know what it was about.
    """
    known = select(cycle_keys.c.cycle_id)
    tx.execute(
        delete(outbox).where(
            outbox.c.target.startswith(AUTHOR),
            outbox.c.cycle_id.not_in(known),
            outbox.c.state != S.SENDING,
        )
    )
