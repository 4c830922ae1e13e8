"""Holds what the cast must not forget from one day to the next. Decides nothing."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from bot.rehearsal.cast.deeds import Deed, DeedKind


@dataclass
class Memory:
    """`tally` counts the deeds done, by kind; `undone` holds those that found nothing to act on.

    `seen` are the places (channel, ts) of prompts; `spoke_at` is by person and practice;
    `said_ts` by the deed that said it. `deeds`, `drafts` (until when somebody sleeps on each) and
    `approved` are what lies ahead of the cast.
    """

    tally: Counter[DeedKind] = field(default_factory=Counter)
    undone: list[Deed] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    spoke_at: dict[str, datetime] = field(default_factory=dict)
    have_sector: set[str] = field(default_factory=set)
    said_ts: dict[str, str] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)
    drafts: dict[str, datetime] = field(default_factory=dict)
    approved: set[str] = field(default_factory=set)
