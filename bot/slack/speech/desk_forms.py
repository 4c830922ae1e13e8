"""A form for each kind of change at the desk, and the wish that was filled in. Decides nothing."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from bot.core.framework import PRACTICES
from bot.core.partnership import Partnership
from bot.core.prompts import Prompt, PromptBank
from bot.core.sentences import desk as say
from bot.core.steering.people import Keeping
from bot.core.steering.wish import Wish, WishKind
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs, settings_forms
from bot.slack.speech.blocks import Block
from bot.slack.speech.desk import About, day_title
from bot.slack.speech.setup_forms import keeping_fields
from bot.usecases.desk.read_calendar import CALENDAR

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
    match kind:
        case K.SKIP | K.CHOOSE | K.REWORD | K.MOVE_DAY:
            return _of_a_prompt(kind, on, bank)
        case K.CHANNELS:
            return settings_forms.channels(partnership)
        case K.COORDINATORS:
            return settings_forms.roles(partnership)
        case K.KEEPING:
            return keeping_fields(partnership.privacy)
        case K.NUMBERS:
            return settings_forms.numbers(partnership, today)
        case _:
            return _of_dates(kind, on, partnership, today)


def _reason() -> Block:
    hint = say.field("reason-hint")
    return inputs.words(
        "reason", say.field("reason"), hint=hint, optional=True, longest=REASON_LIMIT
    )


def _of_a_prompt(kind: WishKind, on: date | None, bank: PromptBank) -> list[Block]:
    match kind:
        case K.SKIP:
            return [_reason()]
        case K.CHOOSE:
            return [_questions(bank)]
        case K.REWORD:
            label, hint = say.field("text"), say.field("text-hint")
            return [inputs.words("text", label, hint=hint, multiline=True, longest=QUESTION_LIMIT)]
        case _:
            return [inputs.day("to", say.field("to"), on), _reason()]


def _of_dates(
    kind: WishKind, on: date | None, partnership: Partnership, today: date
) -> list[Block]:
    match kind:
        case K.MOVE_MEETING:
            at = next((each.at for each in partnership.board.meetings if each.on == on), None)
            return [inputs.day("to", say.field("to"), on), inputs.clock("at", say.field("at"), at)]
        case K.ADD_MEETING:
            hint = say.field("calendar-hint")
            return [
                inputs.day("on", say.field("meeting"), optional=True),
                inputs.clock("at", say.field("at"), optional=True),
                inputs.file(CALENDAR, say.field(CALENDAR), ["ics"], hint=hint),
            ]
        case K.RESUME:
            return [inputs.day("on", say.field("resume"), today)]
        case _:
            until = "until-pause" if kind is K.PAUSE else "until"
            return [
                inputs.day("on", say.field("from"), today),
                inputs.day("to", say.field(until), optional=True),
                _reason(),
            ]


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
        people=tuple(filled.get("people") or ()),
        deputies=tuple(filled.get("deputies") or ()),
        readers=tuple(filled.get("readers") or ()),
        ways=None if filled.get("ways") is None else tuple(filled["ways"]),
        keeping=_keeping(filled),
    )


def _keeping(filled: Mapping[str, Any]) -> Keeping:
    numbers = ("minimum_people", "keep_replies_months", "keep_digests_years")
    given = {name: int(filled[name]) for name in numbers if filled.get(name)}
    hold = filled.get("hold") == "yes"
    return Keeping(quotes=filled.get("quotes") or "ask", legal_hold=hold, **given)


def first_field(view: Mapping[str, Any]) -> str:
    """The input under which an error about the whole form is shown: every form has one."""
    blocks: Sequence[Mapping[str, Any]] = view["blocks"]
    return next(str(block["block_id"]) for block in blocks if block["type"] == "input")


def _date(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None


def _time(given: str | None) -> time | None:
    return time.fromisoformat(given) if given else None


def evidence_view(about: About, start: date, end: date) -> Block:
    """Asks for the period of which evidence is wanted."""
    return inputs.modal(
        "desk_evidence_form",
        "Evidence of a period",
        [
            *kit.section(say.about_evidence()),
            inputs.day("from", say.field("first-day"), start),
            inputs.day("to", say.field("last-day"), end),
        ],
        submit="Send it to me",
        metadata=about.packed(),
    )


def period_of(view: Mapping[str, Any]) -> tuple[date, date]:
    """The first and the last day that were chosen."""
    filled = inputs.answers(view)
    return date.fromisoformat(filled["from"]), date.fromisoformat(filled["to"])
