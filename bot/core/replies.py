"""A member's answer, as the digest sees it. `author` tells people apart; it is never shown."""

from enum import StrEnum

from bot.core.sectors import Sector
from bot.core.values import Utc, Value


class Choice(StrEnum):
    """What its author said may happen to a reply; without a word, it is not quoted. `count-only`:
    it counts, also where words are printed unless their author says no, but is not quoted."""

    QUOTE = "quote"
    COUNT_ONLY = "count-only"
    LEAVE_OUT = "leave-out"


class Reply(Value):
    """One live reply to one asking. Plain text: Slack's markup is gone, mentions name nobody.

    `said_at` is Slack's time of the message. `late` is true after the asking's window closed.
    `held`: the guard noticed something in it, or has not looked yet, and nobody released it.
    """

    id: str
    occurrence_id: str
    author: str
    text: str
    said_at: Utc
    sector: Sector | None = None
    choice: Choice | None = None
    late: bool = False
    held: bool = False


class Heard(Value):
    """A message in a thread, as it came from Slack and was turned into plain text.

    `ts`, `thread_ts` and `edited_ts` are Slack's; `edited_ts` is "" until its author edits it.
    """

    channel_id: str
    ts: str
    thread_ts: str
    user_id: str
    text: str
    said_at: Utc
    edited_ts: str = ""
