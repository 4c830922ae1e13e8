"""The coordinator's desk as Slack shows it: one modal with everything ahead, a form for each kind
of change, and what the change leads to before it is made."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.core.sentences import desk as say
from bot.core.steering.wish import Wish, WishKind
from bot.core.words import day_in_words
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.slack.speech.dialect import escaped
from bot.usecases.desk.overview import Day, Desk
from bot.usecases.desk.steer import Foreseen

K = WishKind

_FOR_A_DAY: tuple[tuple[WishKind, str], ...] = (
    (K.SKIP, "Skip it"),
    (K.CHOOSE, "Choose another question"),
    (K.REWORD, "Word it anew"),
    (K.MOVE_DAY, "Move it"),
    (K.LEAVE_TO_DOTS, "Let Dots choose again"),
)
"""What can be done about one prompt; an overflow menu takes five (docs: block-kit)."""

_FOR_A_MEETING: tuple[tuple[WishKind, str], ...] = (
    (K.MOVE_MEETING, "Move the meeting"),
    (K.CANCEL_MEETING, "Cancel the meeting"),
    (K.GO_ON, "Fewer prompts are fine"),
)


class About(NamedTuple):
    """What a view of the desk is about: ids and dates only, carried in its metadata."""

    partnership_id: str
    version: int
    kind: str = ""
    on: str = ""

    def packed(self) -> str:
        """As it travels with a view."""
        return json.dumps(list(self))

    @classmethod
    def unpacked(cls, metadata: str) -> "About":
        """As it came back. Raises ValueError for metadata of another version of Dots."""
        values = json.loads(metadata or "[]")
        if not isinstance(values, list) or len(values) != len(cls._fields):
            raise ValueError("a view of another version")
        return cls(*values)


def desk_view(desk: Desk, page: int = 0) -> Block:
    """Everything ahead of one partnership; `page` counts from 0."""
    about = About(desk.home.partnership.id, desk.home.version)
    ahead = [*_opening(desk), *_notes(desk), *_meetings(desk), *_days(desk)]
    pages = kit.pages([[each] for each in ahead], inputs.MOST_BLOCKS - 1)
    page = min(page, len(pages) - 1)
    blocks = pages[page] + kit.turns("desk_page", page, more=page + 1 < len(pages))
    return inputs.modal("desk", "The plan", blocks, metadata=about.packed())


def _opening(desk: Desk) -> list[Block]:
    whose, home = desk.home.partnership, desk.home
    blocks = [*kit.heading(whose.name), kit.small(say.home(in_database=home.in_database))]
    if not home.in_database:
        sure = kit.confirm("Take it over?", say.taking_over(), "Take it over", "Not now")
        button = kit.button("Take it over into Slack", "desk_take_over", whose.id, confirm=sure)
        return [*blocks, kit.actions(button, *_files(desk))]
    if desk.pause:
        blocks += kit.section(say.paused(desk.pause.until, desk.pause.reason), bold=True)
    changes = _whole(desk) if desk.may_change else []
    blocks.append(kit.actions(*changes, *_files(desk)))
    if desk.calendar:
        blocks.append(kit.small(say.subscribe(desk.calendar)))
    if desk.last_change:
        at = desk.last_change.changed_at.astimezone(whose.tz)
        said = escaped(say.last_change(desk.last_change.what, at))
        who = f"{said} (<@{desk.last_change.changed_by}>)"
        blocks.append({"type": "context", "elements": [kit.mrkdwn(who)]})
    return blocks


def _whole(desk: Desk) -> list[Block]:
    kinds = [
        (K.RESUME, "Resume") if desk.pause else (K.PAUSE, "Pause everything"),
        (K.QUIET, "Add quiet days"),
        (K.ADD_MEETING, "Add a meeting"),
        (K.NUMBERS, "Safeguarding numbers"),
        (K.CHANNELS, "Channels"),
        (K.COORDINATORS, "Who has a role"),
        (K.KEEPING, "What is kept"),
    ]
    buttons = [kit.button(label, f"desk_wish_{kind}", f"{kind}|") for kind, label in kinds]
    undo = [kit.button("Undo the last change", "desk_undo", desk.home.partnership.id)]
    return [*buttons, *(undo if desk.last_change else [])]


def _files(desk: Desk) -> list[Block]:
    """What comes as a file to whoever asks."""
    partnership_id = desk.home.partnership.id
    file = [kit.button("Send me the file", "desk_file", partnership_id)]
    record = [kit.button("Record of decisions", "desk_record", partnership_id)]
    return [
        *(file if desk.home.in_database else []),
        kit.button("Evidence of a period", "desk_evidence", partnership_id),
        *(record if desk.may_decide else []),
    ]


def _meetings(desk: Desk) -> list[Block]:
    whose, tz = desk.home.partnership, desk.home.partnership.tz
    board, cadence = whose.board, whose.cadence
    why = say.why_these_dates(board.draft_days, board.issue_days, cadence.every, cadence.open_for)
    blocks = [kit.header("Board meetings"), kit.small(why)]
    for each in desk.cycles:
        times = [at.astimezone(tz) for at in (each.meeting_at, each.draft_at, each.issue_at)]
        words = say.meeting_ahead(board.name, *times)
        blocks.append(_row(desk, words, _FOR_A_MEETING, each.meeting_on))
    return blocks


def _days(desk: Desk) -> list[Block]:
    rows: list[tuple[date, str, Sequence[tuple[WishKind, str]]]] = [
        *((day.on, _in_words(day), _FOR_A_DAY) for day in desk.days),
        *((on, say.skipped_day(on), ((K.UNSKIP, "Ask after all"),)) for on in desk.skipped),
    ]
    rows.sort(key=lambda row: row[0])
    blocks = [kit.header("Prompts to come")]
    blocks += [_row(desk, words, offered, on) for on, words, offered in rows]
    return blocks if rows else [*blocks, *kit.section(say.nothing_ahead())]


def _in_words(day: Day) -> str:
    return say.day_of_asking(day.at, day.question, day.practices, day.why)


def _row(desk: Desk, words: str, offered: Sequence[tuple[WishKind, str]], on: date) -> Block:
    (block, *_) = kit.section(kit.cut(words, kit.SECTION_LIMIT))
    if not desk.may_change:
        return block
    options = [kit.option(f"{kind}|{on.isoformat()}", label) for kind, label in offered]
    menu = {"type": "overflow", "action_id": "desk_wish", "options": options}
    return block | {"block_id": f"{offered[0][0]}|{on.isoformat()}", "accessory": menu}


def _notes(desk: Desk) -> list[Block]:
    return kit.section(say.please_note(desk.remarks)) if desk.remarks else []


def foreseen_view(about: About, wish: Wish, foreseen: Foreseen, notes: Sequence[str] = ()) -> Block:
    """What a change leads to; sending this view makes it. `notes`: what it was read from."""
    blocks = [
        *kit.section("\n".join(notes)),
        *kit.section(foreseen.what, bold=True),
        *kit.section(say.leads_to(foreseen.changes)),
    ]
    if foreseen.remarks:
        blocks += kit.section(say.please_note(foreseen.remarks))
    wished = wish.model_dump_json(exclude_defaults=True)
    metadata = json.dumps([*about._replace(version=foreseen.version), wished])
    return inputs.modal(
        "desk_confirm",
        "Before it changes",
        blocks[: inputs.MOST_BLOCKS],
        submit="Change it",
        close="Back",
        metadata=metadata,
    )


def confirmed(metadata: str) -> tuple[About, Wish]:
    """What a view of `foreseen_view` was about. Raises ValueError for another version's."""
    *about, wish = json.loads(metadata)
    return About(*about), Wish.model_validate_json(wish)


def told_view(*lines: str, title: str = "The plan") -> Block:
    """The last view of a change: what happened, or why nothing did."""
    blocks = [block for line in lines for block in kit.section(line)]
    return inputs.modal("desk_told", title, blocks) | {"clear_on_close": True}


def day_title(on: date) -> str:
    """Whose form it is, above its fields."""
    return day_in_words(on)
