"""A rehearsal workspace for a bot in a process of its own: places, people, files, what is due.

Starts no bot (process.py does) and lets nobody speak (chatter.py does).
"""

import re
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import yaml
from sqlalchemy import DateTime, bindparam, text

from bot.assembly import utc_now
from bot.core.asking.plan import Cycle, Occurrence, Plan
from bot.rehearsal import (
    AppRegistration,
    Channel,
    Person,
    RehearsalClock,
    RehearsalServer,
    Workspace,
)
from bot.rehearsal.web_api.calls import Reply
from bot.slack.manifest import manifest
from bot.slack.wire.web import EVENTS_PATH
from bot.store import plans
from bot.store.engine import Store
from bot.store.migrate import migrate
from tests.house.places import TOP

Mode = Literal["socket", "http"]

PARTNERSHIP, CYCLE, INVENTED = "anytown", "anytown:now", "invented"
BOARD, COORDINATION = "C0BOARD0001", "C0COORDS001"
COORDINATOR = "U0COORDIN01"
MEMBERS = tuple(f"U0MEMBER{number:03}" for number in range(8))

RETRY_AFTER = (0.1, 0.5, 2.0)
"""Seconds between tries to deliver an event: fewer than Slack waits, so that events are given up,
and have to be found by the bot itself, many times in a run."""

QUESTION = re.compile(r"Question \d+ for \w+: what works\?")
"""How to know an asked question again, by its words."""

_BRING_FORWARD = text(
    "UPDATE cycles SET draft_at = :now, issue_at = :later WHERE id = :cycle_id"
).bindparams(bindparam("now", type_=DateTime()), bindparam("later", type_=DateTime()))

_HALF_SENT = text("SELECT count(*) FROM outbox WHERE state = 'sending'")

FAR = timedelta(weeks=20)
"""From now to the board meeting in the file: far enough that nothing planned is due today."""


def asking_channel(number: int) -> str:
    """The id of the n-th channel in which members are asked."""
    return f"C0ASKING{number:03}"


class WatchedWorkspace(Workspace):
    """A workspace in which something may happen right after a post was accepted, before the app
    hears of it."""

    when_posted: Callable[[], None] | None = None

    def call(self, method: str, args: Mapping[str, Any], token: str, fate: str = "") -> Reply:
        """See Workspace."""
        reply = super().call(method, args, token, fate)
        if method == "chat.postMessage" and reply.body.get("ok") and self.when_posted:
            self.when_posted()
        return reply


class Stage:
    """A running workspace, a database, and a folder with the files of one partnership."""

    def __init__(
        self,
        folder: Path,
        database_url: str,
        *,
        channels: int = 3,
        mode: Mode = "socket",
        rates_on: bool = False,
        clock: RehearsalClock | None = None,
        retry_after: Sequence[float] = RETRY_AFTER,
    ) -> None:
        self.folder, self.database_url, self.mode = folder, database_url, mode
        self.channels = tuple(asking_channel(number) for number in range(channels))
        self.http_port = free_port() if mode == "http" else 0
        self.clock = clock or RehearsalClock(utc_now())
        app = _registered(mode, self.http_port)
        self.workspace = WatchedWorkspace(self.clock, app, rates_on=rates_on)
        _fill(self.workspace, self.channels)
        self.server = RehearsalServer(self.workspace, retry_after=retry_after)
        _write_schedule(folder, self.channels, self.clock.now())
        self.store = Store(database_url)
        migrate(self.store)

    @property
    def environment(self) -> dict[str, str]:
        """The settings of a bot that belongs here."""
        app = self.workspace.app
        return {
            "SLACK_BOT_TOKEN": app.bot_token,
            "SLACK_APP_TOKEN": app.app_token,
            "SLACK_SIGNING_SECRET": app.signing_secret,
            "SLACK_API_URL": self.server.api_url,
            "DOTS_MODE": self.mode,
            "DOTS_DATABASE_URL": self.database_url,
            "DOTS_PROMPTS": str(TOP / "prompts"),
            "DOTS_SCHEDULES": str(self.folder / "schedules"),
            "DOTS_HTTP_PORT": str(self.http_port),
            "DOTS_LOG_LEVEL": "WARNING",
        }

    def make_due(
        self, rounds: int = 1, *, due_in: timedelta = timedelta(0), late_after: timedelta = FAR / 4
    ) -> list[Occurrence]:
        """Plan one cycle whose prompts, `rounds` in each channel, are due at one moment."""
        now = self.clock.now()
        cycle = Cycle(
            id=CYCLE,
            partnership_id=PARTNERSHIP,
            meeting_on=(now + FAR).date(),
            meeting_at=now + FAR,
            draft_at=now + FAR * 0.8,
            issue_at=now + FAR * 0.9,
        )
        due = [
            _occurrence(channel, number, now + due_in, late_after)
            for number in range(rounds)
            for channel in self.channels
        ]
        plan = Plan(cycles=(cycle,), occurrences=tuple(due))
        with self.store.write() as tx:
            plans.replace_future(tx, PARTNERSHIP, plan, now - timedelta(minutes=1))
        return due

    def bring_forward(self, issue_in: timedelta) -> None:
        """The cycle's draft is due now, and its digest after that."""
        now = self.clock.now().replace(tzinfo=None)
        with self.store.write() as tx:
            tx.execute(_BRING_FORWARD, {"now": now, "later": now + issue_in, "cycle_id": CYCLE})

    def half_sent(self) -> int:
        """How many messages are marked as being sent."""
        with self.store.read() as tx:
            return int(tx.execute(_HALF_SENT).scalar_one())

    def close(self) -> None:
        """Close the doors and let go of the database."""
        self.server.stop()
        self.store.close()


@contextmanager
def set_up(folder: Path, database_url: str, **how: Any) -> Iterator[Stage]:
    """A stage with its doors open."""
    stage = Stage(folder, database_url, **how)
    stage.server.start()
    try:
        yield stage
    finally:
        stage.close()


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _registered(mode: Mode, port: int) -> AppRegistration:
    if mode == "socket":
        return AppRegistration.from_manifest(manifest())
    address = f"http://127.0.0.1:{port}"
    reached_at = f"{address}{EVENTS_PATH}"
    return AppRegistration.from_manifest(
        manifest(address),
        events_url=reached_at,
        interactivity_url=reached_at,
        commands_url=reached_at,
    )


def _fill(workspace: Workspace, channels: tuple[str, ...]) -> None:
    bot = workspace.app.bot_user_id
    for number, member in enumerate(MEMBERS):
        workspace.add_user(Person(member, f"Invented Member {number}"))
    workspace.add_user(Person(COORDINATOR, "Invented Coordinator"))
    for channel in channels:
        workspace.add_channel(Channel(channel, channel.lower(), members=[*MEMBERS, bot]))
    for channel in (BOARD, COORDINATION):
        private = Channel(channel, channel.lower(), is_private=True, members=[COORDINATOR, bot])
        workspace.add_channel(private)


def _write_schedule(folder: Path, channels: tuple[str, ...], now: datetime) -> None:
    meeting = now + FAR
    while meeting.weekday() != 2:
        meeting += timedelta(days=1)
    written = {
        "id": PARTNERSHIP,
        "name": "Anytown Partnership",
        "live": True,
        "nation": "england",
        "channels": [{"id": each, "name": each.lower()} for each in channels],
        "board": {
            "name": "the board",
            "channel": {"id": BOARD, "name": "board"},
            "meetings": [meeting.date()],
        },
        "coordinators": {
            "channel": {"id": COORDINATION, "name": "coordination"},
            "people": [COORDINATOR],
        },
        "safeguarding": {
            "front_door": "01632 960001",
            "out_of_hours": "01632 960002",
            "lado": "01632 960003",
            "checked_on": now.date(),
        },
    }
    (folder / "schedules").mkdir(parents=True, exist_ok=True)
    words = yaml.safe_dump(written, sort_keys=False)
    (folder / "schedules" / "anytown.yaml").write_text(words, encoding="utf-8")


def _occurrence(channel: str, number: int, due_at: datetime, late_after: timedelta) -> Occurrence:
    """Its question is like no other's, so that a doubled one is seen by its words too."""
    return Occurrence(
        id=f"{CYCLE}:{channel}:{number}",
        cycle_id=CYCLE,
        partnership_id=PARTNERSHIP,
        channel_id=channel,
        prompt_id=INVENTED,
        practices=("BB1",),
        question=f"Question {number} for {channel}: what works?",
        on=due_at.date(),
        due_at=due_at,
        remind_at=due_at + FAR / 4,
        closes_at=due_at + FAR / 2,
        cut_off_at=due_at + late_after,
    )
