"""Starts a workspace, its cast and the bot, and moves them through time. Plays nothing itself."""

import tempfile
import time as real_time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bot.assembly import Bot
from bot.content.folders import read_prompts
from bot.core.asking.plan import Cycle
from bot.core.book import Book
from bot.core.prompts import PromptBank
from bot.rehearsal import Moment, RehearsalServer, transcript_html
from bot.rehearsal.cast.troupe import Troupe
from bot.rehearsal.doors.director import Upcoming
from bot.rehearsing.moments import Moments
from bot.rehearsing.saves import Save, SaveFolder, copy_database
from bot.rehearsing.scenes import Scene, save_of, scene_again
from bot.settings import Settings
from bot.store import plans
from bot.usecases import inform

SETTLE_SECONDS = 30.0
"""How long to wait for the bot and the workspace to come to rest."""


class Rehearsal:
    """A scene and the bot, on one clock. Use as a context manager: it is kept in `save_in` when it
    ends. `own`: what the partnership asks beside the bank. `say` is told what happens, for whoever
    waits."""

    def __init__(
        self,
        prompts: Path,
        scene: Scene,
        *,
        own: Mapping[str, PromptBank] | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        save_in: SaveFolder | None = None,
        say: Callable[[str], None] = lambda _line: None,
    ) -> None:
        self.partnership = scene.partnership
        self.workspace = scene.workspace
        self.clock = scene.workspace.clock
        self.cast = scene.cast
        self.cast_answers = scene.with_cast
        self._say = say
        self.troupe = self._new_troupe()
        self._scene = scene
        self._save_in = save_in
        self._folder = tempfile.TemporaryDirectory(prefix="dots-rehearsal-")
        self._database = Path(self._folder.name) / "rehearsal.sqlite3"
        if scene.database:
            copy_database(scene.database, self._database)
        self.server = RehearsalServer(self.workspace, host, port, director=self, key=scene.page_key)
        self.server.start()
        self._moments = Moments(Path(self._folder.name))
        self._book = Book(
            bank=read_prompts(prompts), partnerships=(self.partnership,), own=own or {}
        )
        self.bot = self._new_bot()

    def _new_bot(self) -> Bot:
        return Bot(self._settings(), self._book, self.clock.now)

    def _settings(self) -> Settings:
        app = self.workspace.app
        return Settings(
            slack_bot_token=app.bot_token,
            slack_app_token=app.app_token,
            slack_api_url=self.server.api_url,
            dots_mode="socket",
            dots_database_url=f"sqlite:///{self._database}",
        )

    def __enter__(self) -> "Rehearsal":
        self.bot.start()
        self.settle()
        self._keep("The beginning of this rehearsal")
        return self

    def __exit__(self, *_: object) -> None:
        self._stop_bot()
        self.server.stop()
        try:
            if self._save_in:
                self._save_in.keep(self._save(), self._database, self.transcript())
                self._say(f"Kept in {self._save_in.path}")
        finally:
            with suppress(OSError):
                self._folder.cleanup()

    def _stop_bot(self) -> None:
        """The workspace hangs up first: the client takes three seconds to notice by itself."""
        self.server.cut_sockets()
        self.bot.stop()

    def _new_troupe(self) -> Troupe:
        return Troupe(self.workspace, self.cast, self.settle, self.partnership.tz, self._say)

    def _save(self) -> Save:
        return save_of(self._scene, with_cast=self.cast_answers, page_key=self.server.key)

    def _keep(self, what: str) -> None:
        self._moments.keep(self._save(), self._database, self.clock.now(), what)

    def cycles(self) -> tuple[Cycle, ...]:
        """The cycles that are planned."""
        with self.bot.store.read() as tx:
            return plans.cycles_of(tx, self.partnership.id)

    def transcript(self) -> str:
        """Everything that stands in the workspace now, as an HTML page."""
        return transcript_html(self.workspace, self.partnership.tz)

    def upcoming(self) -> list[Upcoming]:
        """What the bot will do next, soonest first, in sentences."""
        agenda = inform.agenda(self.bot.store, self.bot.book(), self.clock.now())
        return [Upcoming(at=each.at, what=each.what) for each in agenda]

    def go_to(self, at: datetime) -> None:
        """Move the clock there, stopping wherever the bot or the cast has something to do: a
        jump over a prompt's morning would be a week's downtime, not a rehearsal."""
        while (stop := self.next_at()) is not None and stop < at:
            self._step(stop)
        self._step(at)

    def moments(self) -> list[Moment]:
        """What can be started again from, in the order of time."""
        return self._moments.all()

    def keep_moment(self) -> None:
        """Keep how all stands before the next thing that is planned."""
        self.settle()
        coming = self.upcoming()
        self._keep(f"Before: {coming[0].what}" if coming else "When nothing more was planned")

    def go_back(self, moment_id: str) -> None:
        """Start again from a kept moment: the doors stay open, and the bot comes in anew. What is
        left behind can be come back to, in the same way."""
        save, database = self._moments.at(moment_id)
        wanted = self._database.with_suffix(".wanted")
        copy_database(database, wanted)  # keeping may be the end of that moment
        self.settle()
        self._keep("Where you were before you started again")
        self._stop_bot()
        for beside in ("-wal", "-shm"):  # of what is left behind, should it not be closed whole
            Path(f"{self._database}{beside}").unlink(missing_ok=True)
        wanted.replace(self._database)
        self._scene = scene_again(self._scene, save)
        self.cast, self.cast_answers = self._scene.cast, self._scene.with_cast
        self.troupe = self._new_troupe()
        self.bot = self._new_bot()
        self.bot.start()
        self.settle()

    def next_at(self) -> datetime | None:
        """When the bot or, if they answer by themselves, somebody of the cast acts next."""
        acts = self.troupe.next_at() if self.cast_answers else None
        return min((at for at in (self.bot.next_due_at(), acts) if at is not None), default=None)

    def _step(self, at: datetime) -> None:
        self.clock.reach(at)
        self.bot.bell.ring()
        self.settle()
        if self.cast_answers:
            self.troupe.act(self.clock.now())
            self.settle()

    def settle(self) -> bool:
        """Wait until the bot has done what is due and every event has been taken in."""
        ends_at = real_time.monotonic() + SETTLE_SECONDS
        while real_time.monotonic() < ends_at:
            rest = self.bot.is_ready and self.bot.bell.wait_until_quiet(SETTLE_SECONDS)
            if rest and self.workspace.idle(SETTLE_SECONDS) and self.bot.bell.wait_until_quiet(0):
                return True
            real_time.sleep(0.01)
        return False
