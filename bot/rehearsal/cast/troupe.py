"""Lets the cast act in time: looks at new prompts, does each deed when it is due, and has a
coordinator approve the draft the day after it came. Does not move the clock."""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from bot.rehearsal.block_kit.elements import elements_in
from bot.rehearsal.cast.cast import Cast
from bot.rehearsal.workspace import Workspace

APPROVE_AFTER = timedelta(days=1)
"""A coordinator sleeps on the draft."""

APPROVE, HOLD = "Approve", "Hold"


class Troupe:
    """The cast with its diary. `settle` waits until the app has taken in what was done; `say` is
    told what happens, with times in `tz`."""

    def __init__(
        self,
        workspace: Workspace,
        cast: Cast,
        settle: Callable[[], object],
        tz: tzinfo,
        say: Callable[[str], None] = lambda _line: None,
    ) -> None:
        self._workspace = workspace
        self._cast = cast
        self._settle = settle
        self._tz = tz
        self._say = say
        self._memory = cast.memory

    def next_at(self) -> datetime | None:
        """When somebody will next do something."""
        deed = [self._memory.deeds[0].due_at] if self._memory.deeds else []
        return min([*deed, *self._memory.drafts.values()], default=None)

    def act(self, now: datetime) -> None:
        """See what is new, and do everything that is due."""
        new = self._cast.look()
        if new:
            self._tell(now, f"a prompt stands; {len(new)} things people will do about it")
        self._memory.deeds = sorted([*self._memory.deeds, *new], key=lambda deed: deed.due_at)
        while self._memory.deeds and self._memory.deeds[0].due_at <= now:
            self._cast.do(self._memory.deeds.pop(0))
            self._settle()
        self._look_at_drafts(now)

    def _look_at_drafts(self, now: datetime) -> None:
        undecided = self._undecided()
        for ts in self._memory.drafts.keys() - undecided.keys():
            del self._memory.drafts[ts]  # whoever rehearses was faster
        for ts, action_id in undecided.items():
            if ts not in self._memory.drafts and ts not in self._memory.approved:
                self._tell(now, "the draft digest reaches the coordinators")
                self._memory.drafts[ts] = now + APPROVE_AFTER
            elif self._memory.drafts.get(ts, now + APPROVE_AFTER) <= now:
                del self._memory.drafts[ts]
                self._memory.approved.add(ts)
                self._approve(ts, action_id)
                self._tell(now, "a coordinator approves it")

    def _approve(self, ts: str, action_id: str) -> None:
        """One coordinator, and where that is not enough, a second one."""
        seating = self._cast.seating
        for who in seating.coordinators[:2]:
            self._workspace.people.click(who, seating.coordination, ts, action_id)
            self._settle()
            if ts not in self._undecided():
                return

    def _undecided(self) -> dict[str, str]:
        """The drafts that nobody has approved or held: the action of Approve, by ts. The first
        page offers both."""
        standing = {
            str(message["ts"]): {
                element["text"]["text"]: str(element["action_id"])
                for _, element in elements_in(message.get("blocks") or [])
                if element["type"] == "button"
            }
            for message in self._workspace.messages(self._cast.seating.coordination)
        }
        return {
            ts: offered[APPROVE]
            for ts, offered in standing.items()
            if APPROVE in offered and HOLD in offered
        }

    def _tell(self, now: datetime, words: str) -> None:
        local = now.astimezone(self._tz)
        self._say(f"{local:%a} {local.day} {local:%b %Y %H:%M}  {words}")
