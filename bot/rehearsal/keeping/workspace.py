"""Lists all that a workspace remembers, so that it can be written down, and puts it back.

Left out, because it is over when a rehearsal ends: tokens, tickets, trigger ids, response_urls,
rates, troubles and the journal.
"""

from pydantic import AwareDatetime, BaseModel, ConfigDict

from bot.rehearsal.world.state import (
    JSON,
    Channel,
    Ephemeral,
    FileRecord,
    Message,
    Notice,
    Person,
    State,
    Team,
    View,
)
from bot.rehearsal.world.world import World


class KeptWorkspace(BaseModel):
    """A workspace at `now`. `homes` names views; `read` and `typed` begin with user and place."""

    model_config = ConfigDict(extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")

    now: AwareDatetime
    app_id: str
    bot_user_id: str
    bot_id: str
    bot_token_revoked: bool
    teams: list[Team]
    people: list[Person]
    channels: list[Channel]
    messages: list[Message]
    ephemerals: list[Ephemeral]
    files: list[FileRecord]
    views: list[View]
    stacks: dict[str, list[str]]
    homes: dict[str, str]
    read: list[tuple[str, str, str]]
    typed: list[tuple[str, str, JSON]]
    notices: dict[str, list[Notice]]

    @property
    def app_ids(self) -> dict[str, str]:
        """Under which ids the app was known: its secrets are new each time, these are not."""
        return {"app_id": self.app_id, "bot_user_id": self.bot_user_id, "bot_id": self.bot_id}


def kept(world: World) -> KeptWorkspace:
    """Everything as it stands now."""
    with world.lock:
        state = world.state
        return KeptWorkspace(
            now=world.clock.now(),
            app_id=world.app.app_id,
            bot_user_id=world.app.bot_user_id,
            bot_id=world.app.bot_id,
            bot_token_revoked=state.bot_token_revoked,
            teams=list(state.teams.values()),
            people=list(state.people.values()),
            channels=list(state.channels.values()),
            messages=[each for found in state.messages.values() for each in found.values()],
            ephemerals=list(state.ephemerals.values()),
            files=list(state.files.values()),
            views=list(state.views.values()),
            stacks=state.stacks,
            homes={user: view.id for user, view in state.homes.items()},
            read=[(*place, ts) for place, ts in state.read.items()],
            typed=[(*place, values) for place, values in state.typed.items()],
            notices=state.notices,
        )


def put_back(world: World, values: KeptWorkspace) -> None:
    """Make the world's state what it was; its clock and its app must already be the kept ones."""
    with world.lock:
        world.state = _state(values)
        world.changes.mark()


def start_again(world: World, values: KeptWorkspace) -> None:
    """Make a world that has gone on what it was: its clock goes back, and nothing since then was.
    Nobody may be acting meanwhile."""
    with world.lock:
        world.clock.start_again(values.now)
        world.begin()
        put_back(world, values)


def _state(values: KeptWorkspace) -> State:
    views = {each.id: each for each in values.views}
    state = State(
        teams={each.id: each for each in values.teams},
        people={each.id: each for each in values.people},
        channels={each.id: each for each in values.channels},
        ephemerals={each.ts: each for each in values.ephemerals},
        files={each.id: each for each in values.files},
        views=views,
        stacks=values.stacks,
        homes={user: views[view_id] for user, view_id in values.homes.items()},
        read={(user, place): ts for user, place, ts in values.read},
        typed={(user, place): entered for user, place, entered in values.typed},
        notices=values.notices,
        bot_token_revoked=values.bot_token_revoked,
    )
    for message in values.messages:
        state.messages.setdefault(message.channel_id, {})[message.ts] = message
        if message.is_reply:
            thread = (message.channel_id, message.thread_ts or "")
            state.threads.setdefault(thread, []).append(message)
    return state
