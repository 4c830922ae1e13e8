"""A form for each kind of change at the desk, and the wish that was filled in. Decides nothing."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from bot.core.framework import PRACTICES
from bot.core.partnership import Partnership
from bot.core.prompts import Prompt, PromptBank
from bot.core.sentences import desk as say
from bot.core.steering.wish import Wish, WishKind
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.slack.speech.desk import About, day_title

K = WishKind

REASON_LIMIT = 200
QUESTION_LIMIT = 300

NO_FORM = {K.UNSKIP, K.LEAVE_TO_DOTS, K.CANCEL_MEETING, K.GO_ON, K.NOT_QUIET, K.NEVER_ASK}
"""Changes that need nothing filled in: what they lead to is shown at once."""


def form_view(about: About, partnership: Partnership, bank: PromptBank, today: date) -> Block:
    """The form for one kind of change, with what stands now filled in."""
    kind, on = K(about.kind), date.fromisoformat(about.on) if about.on else None
    above = [*kit.heading(day_title(on))] if on else []
    return inputs.modal(
        "desk_form",
        "Change the plan",
        [*above, *_fields(kind, on, partnership, bank, today)],
        submit="See what changes",
        close="Back",
        metadata=about.packed(),
    )


def _fields(
    kind: WishKind, on: date | None, partnership: Partnership, bank: PromptBank, today: date
) -> list[Block]:
    reason = inputs.words(
        "reason", say.field("reason"), hint=say.field("reason-hint"), optional=True,
        longest=REASON_LIMIT,
    )  # fmt: skip
    match kind:
        case K.SKIP:
            return [reason]
        case K.CHOOSE:
            return [_questions(bank)]
        case K.REWORD:
            return [inputs.words("text", say.field("text"), hint=say.field("text-hint"),
                                 multiline=True, longest=QUESTION_LIMIT)]  # fmt: skip
        case K.MOVE_DAY:
            return [inputs.day("to", say.field("to"), on), reason]
        case K.MOVE_MEETING:
            at = next((each.at for each in partnership.board.meetings if each.on == on), None)
            return [inputs.day("to", say.field("to"), on), inputs.clock("at", say.field("at"), at)]
        case K.ADD_MEETING:
            return [inputs.day("on", say.field("meeting")), inputs.clock("at", say.field("at"))]
        case K.PAUSE | K.QUIET:
            until = "until-pause" if kind is K.PAUSE else "until"
            return [
                inputs.day("on", say.field("from"), today),
                inputs.day("to", say.field(until), optional=True),
                reason,
            ]
        case K.RESUME:
            return [inputs.day("on", say.field("resume"), today)]
        case _:
            return _numbers(partnership, today)


def _questions(bank: PromptBank) -> Block:
    """Every prompt of the bank under its practice; a question too long for a menu is cut there,
    and shown whole before anything changes."""
    groups: dict[str, list[Prompt]] = {}
    for prompt in bank.prompts:
        groups.setdefault(" and ".join(prompt.practices), []).append(prompt)
    made = [
        {
            "label": kit.plain_text(_practices(practices), kit.OPTION_LIMIT),
            "options": [kit.option(each.id, each.text) for each in prompts[:100]],
        }
        for practices, prompts in list(groups.items())[:100]
    ]
    element = {
        "type": "static_select",
        "action_id": inputs.ACTION,
        "placeholder": kit.plain_text(say.field("choose"), 150),
        "option_groups": made,
    }
    return {
        "type": "input",
        "block_id": "prompt",
        "label": kit.plain_text(say.field("prompt"), 2000),
        "element": element,
    }


def _practices(ids: str) -> str:
    labels = [PRACTICES[each].label for each in ids.split(" and ")]
    return f"{ids}: {' and '.join(labels)}"


def _numbers(partnership: Partnership, today: date) -> list[Block]:
    numbers = partnership.safeguarding
    return [
        inputs.words("front_door", say.field("front_door"), initial=numbers.front_door, longest=40),
        inputs.words(
            "out_of_hours", say.field("out_of_hours"), initial=numbers.out_of_hours, longest=40
        ),
        inputs.words("lado", say.field("lado"), initial=numbers.lado, longest=40),
        inputs.day("on", say.field("checked_on"), today),
    ]


def wish_of(about: About, by: str, filled: Mapping[str, Any]) -> Wish:
    """What was wished for: the kind and the day from the view, the rest from its fields."""
    return Wish(
        kind=K(about.kind),
        by=by,
        on=_date(filled.get("on") or about.on),
        to=_date(filled.get("to")),
        at=_time(filled.get("at")),
        prompt=filled.get("prompt") or "",
        text=filled.get("text") or "",
        reason=filled.get("reason") or "",
        front_door=filled.get("front_door") or "",
        out_of_hours=filled.get("out_of_hours") or "",
        lado=filled.get("lado") or "",
    )


def first_field(view: Mapping[str, Any]) -> str:
    """The input under which an error about the whole form is shown: every form has one."""
    blocks: Sequence[Mapping[str, Any]] = view["blocks"]
    return next(str(block["block_id"]) for block in blocks if block["type"] == "input")


def _date(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None


def _time(given: str | None) -> time | None:
    return time.fromisoformat(given) if given else None
