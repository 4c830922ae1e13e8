"""Sets a rehearsal's scene, before the bot comes in: afresh, or as it was kept. Starts nothing."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.core.partnership import Partnership
from bot.rehearsal import AppRegistration, RehearsalClock, Workspace
from bot.rehearsal.cast import seating
from bot.rehearsal.cast.cast import Cast
from bot.rehearsal.keeping.workspace import kept, put_back, start_again
from bot.rehearsing.partnerships import anytown, seating_of
from bot.rehearsing.saves import Save
from bot.slack.manifest import manifest


@dataclass(frozen=True)
class Scene:
    """A workspace with its people in it. `own`: the partnership of somebody's file, not Anytown.

    `database` is the bot's, kept from before; None when it begins with nothing. `page_key` opens
    the page; empty for a new one.
    """

    partnership: Partnership
    own: bool
    seed: int
    with_cast: bool
    workspace: Workspace
    cast: Cast
    database: Path | None = None
    page_key: str = ""


def new_scene(
    start_at: datetime,
    *,
    own: Partnership | None = None,
    seed: int = 1,
    with_cast: bool = False,
) -> Scene:
    """A scene that begins at `start_at`. `own` is rehearsed as if it were live; without it,
    Anytown is. `with_cast`: the invented people answer by themselves."""
    partnership = own.model_copy(update={"live": True}) if own else anytown(start_at)
    seats = seating_of(partnership) if own else seating.anytown()
    app = AppRegistration.from_manifest(manifest())
    workspace = Workspace(RehearsalClock(start_at), app, team=seats.team)
    cast = Cast(workspace, seed, seats)
    cast.enter()
    return Scene(partnership, own is not None, seed, with_cast, workspace, cast)


def scene_of(save: Save, database: Path, *, with_cast: bool = False) -> Scene:
    """The scene as it was kept; `with_cast` also if it was so then."""
    values = save.workspace
    seats = seating_of(save.partnership) if save.own else seating.anytown()
    app = AppRegistration.from_manifest(manifest(), **values.app_ids)
    workspace = Workspace(RehearsalClock(values.now), app, team=seats.team)
    put_back(workspace, values)
    cast = Cast(workspace, save.seed, seats, save.cast)
    with_cast = with_cast or save.with_cast
    parts = (save.partnership, save.own, save.seed, with_cast, workspace, cast, database)
    return Scene(*parts, page_key=save.page_key)


def scene_again(scene: Scene, save: Save) -> Scene:
    """The same workspace, as it was kept: whatever it holds of later is gone."""
    start_again(scene.workspace, save.workspace)
    cast = Cast(scene.workspace, save.seed, scene.cast.seating, save.cast)
    return replace(scene, with_cast=save.with_cast, cast=cast)


def save_of(scene: Scene, *, with_cast: bool, page_key: str = "") -> Save:
    """All that is needed to set this scene again, as it stands now."""
    return Save(
        page_key=page_key,
        own=scene.own,
        partnership=scene.partnership,
        seed=scene.seed,
        with_cast=with_cast,
        workspace=kept(scene.workspace),
        cast=scene.cast.memory,
    )
