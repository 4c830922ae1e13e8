"""A partnership's year in which meetings move, days are skipped and everything pauses."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.plan import Occurrence, OccurrenceState, Plan
from bot.core.asking.planning import plan
from bot.core.asking.sending_days import SendingDays
from bot.core.partnership import Partnership
from tests.core.asking.anytown import QUARTERLY, anytown, at, bank

BANK = bank()
START = at("2026-09-01T08:00")
OUTCOMES = st.sampled_from([OccurrenceState.ASKED] * 4 + [OccurrenceState.MISSED])


class Year:
    """What coordinators wrote and what the store would hold, as time goes on."""

    def __init__(self) -> None:
        self.meetings = [date.fromisoformat(on) for on in QUARTERLY]
        self.written: dict[str, Any] = {"quiet": [], "pauses": [], "skip": []}
        self.past: list[Occurrence] = []
        self.plan = Plan(cycles=(), occurrences=())

    @property
    def partnership(self) -> Partnership:
        return anytown(*(on.isoformat() for on in self.meetings), **self.written)

    def change(self, kind: str, which: int, by: int, now: datetime) -> None:
        day = (now + timedelta(days=which * 9 + by)).date()
        if kind == "move":
            moved = self.meetings[which % 4] + timedelta(days=by)
            if moved.weekday() < 5 and moved > now.date():
                self.meetings[which % 4] = moved
        elif kind == "skip":
            self.written["skip"].append({"on": day})
        else:
            until = day + timedelta(days=abs(by))
            self.written[kind].append({"from": day, "until": until})

    def replan(self, now: datetime) -> None:
        self.plan = plan(self.partnership, BANK, now, self.plan.cycles, self.past)

    def live_until(self, now: datetime, outcome: OccurrenceState) -> None:
        done = {o.id for o in self.past}
        due = [o for o in self.plan.occurrences if o.due_at <= now and o.id not in done]
        self.past += [o.model_copy(update={"state": outcome}) for o in due]


CHANGES = st.tuples(
    st.sampled_from(["move", "skip", "quiet", "pauses"]),
    st.integers(0, 8),
    st.integers(-12, 12),
    st.integers(1, 40),
    OUTCOMES,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(CHANGES, min_size=1, max_size=10))
def test_whatever_changes_nobody_is_asked_twice_or_on_a_silent_day(
    happenings: list[tuple[str, int, int, int, OccurrenceState]],
) -> None:
    year, now = Year(), START
    year.replan(now)
    for kind, which, by, pass_days, outcome in happenings:
        now += timedelta(days=pass_days)
        year.live_until(now, outcome)
        year.change(kind, which, by, now)
        year.replan(now)

        future = [o for o in year.plan.occurrences if o.due_at > now]
        days = SendingDays.of(year.partnership)
        assert all(days.why_not_asked(o.on) is None for o in future)
        assert all(days.why_silent(o.remind_at.date()) is None for o in future)
        asked = [o for o in year.past if o.state is OccurrenceState.ASKED]
        one_channel = [o for o in [*asked, *future] if o.channel_id == "C01"]
        in_order = sorted(one_channel, key=lambda o: o.due_at)
        assert all(one.closes_at < following.due_at for one, following in pairwise(in_order))
        per_cycle = Counter(o.cycle_id for o in one_channel)
        assert all(count <= 6 for count in per_cycle.values())
        drafts = {cycle.id: cycle.draft_at for cycle in year.plan.cycles}
        assert all(o.closes_at < drafts[o.cycle_id] for o in future)
        assert len({o.id for o in [*year.past, *future]}) == len(year.past) + len(future)
