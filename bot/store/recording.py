"""What is said in threads, into SQL. Arriving twice, or in any order, leaves the same row: the
last edit wins and a withdrawn reply stays withdrawn, without its words."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Boolean, Connection, bindparam, text

from bot.core.replies import Heard
from bot.store.tables import UtcDateTime

# A reply is kept when its thread is a prompt's, or may be: while a prompt is on its way to the
# channel its place is not known yet, but somebody may already have answered it.
_KEEP = """
  EXISTS (SELECT 1 FROM outbox WHERE kind = 'prompt' AND channel_id = :channel_id
          AND ts = :thread_ts)
  OR EXISTS (SELECT 1 FROM outbox WHERE kind = 'prompt' AND target = :channel_id
             AND state = 'sending')
"""

# A deletion may not say whose thread it was in.
_HELD = "EXISTS (SELECT 1 FROM replies WHERE channel_id = :channel_id AND ts = :ts)"

_TYPES = (bindparam("said_at", type_=UtcDateTime()), bindparam("now", type_=UtcDateTime()))

# Slack dates an edit to the second: of two edits in one second the one that came last stands, and
# the next sweep of the thread makes good an order that was lost.
# Built once: building an upsert per call costs three times as much as running it. The casts are
# for PostgreSQL, which must find one type for a parameter wherever it stands.
_RECORD = text(
    f"""
INSERT INTO replies (channel_id, ts, thread_ts, user_id, text, edited_ts, state, choice,
                     said_at, touched_at, greeted, examined)
SELECT CAST(:channel_id AS VARCHAR), :ts, CAST(:thread_ts AS VARCHAR), :user_id, :words,
       :edited_ts, 'live', NULL, :said_at, :now, :no, :no
WHERE {_KEEP}
ON CONFLICT (channel_id, ts) DO UPDATE
SET text = excluded.text, edited_ts = excluded.edited_ts, touched_at = excluded.touched_at,
    examined = excluded.examined
WHERE replies.state = 'live'
  AND (replies.edited_ts < excluded.edited_ts
       OR (replies.edited_ts = excluded.edited_ts AND replies.text <> excluded.text))
"""  # a constant of ours, no input in it
).bindparams(*_TYPES, bindparam("no", type_=Boolean()))

_WITHDRAW = text(
    f"""
INSERT INTO replies (channel_id, ts, thread_ts, user_id, text, edited_ts, state, choice,
                     said_at, touched_at, greeted, examined)
SELECT CAST(:channel_id AS VARCHAR), CAST(:ts AS VARCHAR), CAST(:thread_ts AS VARCHAR),
       '', '', '', 'withdrawn', NULL, :said_at, :now, :yes, :yes
WHERE {_KEEP} OR {_HELD}
ON CONFLICT (channel_id, ts) DO UPDATE
SET state = 'withdrawn', text = '', choice = NULL, touched_at = excluded.touched_at
WHERE replies.state = 'live'
"""  # a constant of ours, no input in it
).bindparams(*_TYPES, bindparam("yes", type_=Boolean()))


def record(tx: Connection, several: Iterable[Heard], now: datetime) -> bool:
    """Store replies, or their newer words. Returns True when something changed."""
    rows = [
        {
            "channel_id": heard.channel_id,
            "ts": heard.ts,
            "thread_ts": heard.thread_ts,
            "user_id": heard.user_id,
            "words": heard.text,
            "edited_ts": heard.edited_ts,
            "said_at": heard.said_at,
            "now": now,
            "no": False,
        }
        for heard in several
    ]
    return bool(rows) and tx.execute(_RECORD, rows).rowcount > 0


def withdraw(
    tx: Connection, channel_id: str, ts: str, thread_ts: str, said_at: datetime, now: datetime
) -> bool:
    """Erase a reply's words for good, even when word of its deletion comes before the reply."""
    done = tx.execute(
        _WITHDRAW,
        {
            "channel_id": channel_id,
            "ts": ts,
            "thread_ts": thread_ts,
            "said_at": said_at,
            "now": now,
            "yes": True,
        },
    )
    return done.rowcount == 1
