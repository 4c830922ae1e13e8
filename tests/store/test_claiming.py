"""A message is claimed by one worker only, among threads and among processes."""

import subprocess
import sys
import threading
from collections import Counter
from datetime import timedelta

from sqlalchemy import text

from bot.core.outbox import LEASE, SECOND_LOOK, Kind, OutboxState
from bot.store import holds, outbox
from bot.store.engine import Store
from tests.store.messages import CLAIM_ALL, NOW, fill, message

MESSAGES = 24


def test_threads_on_two_stores_claim_each_message_once(store: Store, database_url: str) -> None:
    fill(store, MESSAGES)
    other = Store(database_url)
    claimed: list[str] = []

    def claim(number: int) -> None:
        while True:
            with (store, other)[number % 2].write() as tx:
                found = outbox.claim(tx, NOW, f"worker-{number}")
            if found is None:
                return
            claimed.append(found.key)

    threads = [threading.Thread(target=claim, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert Counter(claimed) == Counter({f"note:{number}": 1 for number in range(MESSAGES)})


def test_processes_claim_each_message_once(store: Store, database_url: str) -> None:
    fill(store, MESSAGES)
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", CLAIM_ALL, database_url, f"worker-{number}", NOW.isoformat()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(3)
    ]
    for run in runs:
        assert run.stdout is not None
        assert run.stdout.readline() == "ready\n"
    claimed = [key for run in runs for key in _start_at_once(runs, run)]
    assert Counter(claimed) == Counter({f"note:{number}": 1 for number in range(MESSAGES)})


def _start_at_once(runs: list[subprocess.Popen[str]], run: subprocess.Popen[str]) -> list[str]:
    for each in runs if run is runs[0] else []:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.flush()
    said, _ = run.communicate(timeout=30)
    assert run.returncode == 0
    return said.split()


def test_a_claim_is_seen_by_others_before_anything_else_happens(store: Store) -> None:
    fill(store, 1)
    with store.write() as tx:
        mine = outbox.claim(tx, NOW, "me")
        assert mine is not None
    with store.read() as tx:
        found = outbox.by_key(tx, "note:0")
    assert found is not None
    assert (found.state, found.sending_at, found.attempts) == (OutboxState.SENDING, NOW, 1)


def test_a_key_is_added_once_and_the_second_time_says_so(store: Store) -> None:
    with store.write() as tx:
        assert outbox.add(tx, message(1))
        assert not outbox.add(tx, message(1))
        assert outbox.add(tx, message(2))


def test_what_is_not_due_resting_held_or_waiting_for_another_is_not_claimed(store: Store) -> None:
    with store.write() as tx:
        outbox.add(tx, message(1, due_at=NOW + timedelta(seconds=1)))
        outbox.add(tx, message(2, target="C0RESTING"))
        outbox.add(tx, message(3, kind=Kind.REFRESH))
        outbox.add(tx, message(4, after_key="note:2"))
        nothing = outbox.claim(tx, NOW, "me", resting=["C0RESTING"], held=[Kind.REFRESH])
    assert nothing is None


def test_the_earliest_is_claimed_first_and_pages_in_order(store: Store) -> None:
    with store.write() as tx:
        outbox.add(tx, message(1, page=1))
        outbox.add(tx, message(2, page=0))
        outbox.add(tx, message(3, page=5, due_at=NOW - timedelta(hours=1)))
        claimed = [outbox.claim(tx, NOW, "me") for _ in range(3)]
    assert [each.key for each in claimed if each] == ["note:3", "note:2", "note:1"]


def test_an_outcome_of_somebody_who_lost_the_message_is_not_written(store: Store) -> None:
    fill(store, 1)
    with store.write() as tx:
        mine = outbox.claim(tx, NOW, "slow")
        assert mine is not None
        later = NOW + LEASE + timedelta(seconds=1)
        assert outbox.claim_doubtful(tx, later, "quick", [])
        assert not outbox.mark_sent(tx, mine.id, "slow", "C0", "1.0", later)
        assert outbox.mark_sent(tx, mine.id, "quick", "C0", "2.0", later)
        found = outbox.by_key(tx, "note:0")
    assert found is not None
    assert found.ts == "2.0"


def test_a_doubt_is_taken_over_after_its_lease_and_not_from_ones_own_hands(store: Store) -> None:
    fill(store, 1)
    with store.write() as tx:
        mine = outbox.claim(tx, NOW, "me")
        assert mine is not None
        assert outbox.claim_doubtful(tx, NOW + LEASE, "other", []) is None
        later = NOW + LEASE + timedelta(seconds=1)
        assert outbox.claim_doubtful(tx, later, "me", [mine.id]) is None
        assert outbox.claim_doubtful(tx, later, "other", []) is not None
        assert outbox.claim_doubtful(tx, later, "third", []) is None


def test_after_a_look_that_found_nothing_the_next_comes_when_it_may(store: Store) -> None:
    fill(store, 1)
    with store.write() as tx:
        mine = outbox.claim(tx, NOW, "me")
        assert mine is not None
        outbox.mark_not_found(tx, mine.id, "me", NOW)
        assert outbox.claim_doubtful(tx, NOW + SECOND_LOOK, "me", []) is None
        soon = NOW + SECOND_LOOK + timedelta(seconds=1)
        assert outbox.claim_doubtful(tx, soon, "me", []) is not None


def test_a_claim_that_is_not_committed_never_happened(store: Store) -> None:
    fill(store, 1)

    class StoppedError(Exception):
        pass

    try:
        with store.write() as tx:
            assert outbox.claim(tx, NOW, "me")
            raise StoppedError
    except StoppedError:
        pass
    with store.write() as tx:
        assert outbox.claim(tx, NOW, "other")


def test_a_hold_is_never_shortened(store: Store) -> None:
    with store.write() as tx:
        holds.hold(tx, "chat.postMessage", NOW + timedelta(seconds=60))
        holds.hold(tx, "chat.postMessage", NOW + timedelta(seconds=10))
        assert holds.held_until(tx, NOW) == {"chat.postMessage": NOW + timedelta(seconds=60)}
        holds.hold(tx, "chat.postMessage", NOW + timedelta(seconds=90))
        assert holds.held_until(tx, NOW) == {"chat.postMessage": NOW + timedelta(seconds=90)}
        assert holds.held_until(tx, NOW + timedelta(seconds=90)) == {}


def test_a_hold_written_by_a_clock_that_ran_ahead_silences_nobody(store: Store) -> None:
    with store.write() as tx:
        holds.hold(tx, "chat.postMessage", NOW + timedelta(days=1))
        assert holds.held_until(tx, NOW) == {}
        holds.hold(tx, "chat.postMessage", NOW + timedelta(seconds=30))
        assert holds.held_until(tx, NOW) == {"chat.postMessage": NOW + timedelta(seconds=30)}


def test_what_follows_a_message_that_is_gone_is_cancelled(store: Store) -> None:
    with store.write() as tx:
        outbox.add(tx, message(1))
        outbox.add(tx, message(2, after_key="note:1"))
        mine = outbox.claim(tx, NOW, "me")
        assert mine is not None
        outbox.mark_over(tx, mine.id, "me", OutboxState.FAILED, "refused")
        outbox.cancel_orphans(tx)
        follower = outbox.by_key(tx, "note:2")
    assert follower is not None
    assert follower.state is OutboxState.CANCELLED


def test_every_state_in_the_table_is_one_that_the_program_knows(store: Store) -> None:
    fill(store, 2)
    with store.read() as tx:
        states = set(tx.execute(text("SELECT state FROM outbox")).scalars())
    assert states <= {state.value for state in OutboxState}
