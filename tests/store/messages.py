"""Outbox messages for the tests of claiming, and a program that claims in a process of its own."""

from datetime import UTC, datetime

from bot.core.outbox import Kind, OutboxMessage
from bot.store import outbox
from bot.store.engine import Store

NOW = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)

CLAIM_ALL = """
import sys
from datetime import datetime
from bot.store import outbox
from bot.store.engine import Store
store, worker, now = Store(sys.argv[1]), sys.argv[2], datetime.fromisoformat(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
while True:
    with store.write() as tx:
        message = outbox.claim(tx, now, worker)
    if message is None:
        break
    print(message.key, flush=True)
"""
"""Waits for a line, then claims until nothing is left, and prints the key of each."""


def message(number: int, **changes: object) -> OutboxMessage:
    values: dict[str, object] = {
        "id": outbox.new_id(),
        "key": f"note:{number}",
        "kind": Kind.NOTE,
        "partnership_id": "anytown",
        "subject": "anytown",
        "target": f"C0{number}",
        "note": "A note.",
        "due_at": NOW,
    }
    return OutboxMessage.model_validate(values | changes)


def fill(store: Store, count: int) -> None:
    with store.write() as tx:
        for number in range(count):
            outbox.add(tx, message(number))
