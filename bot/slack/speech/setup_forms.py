"""The forms in which a partnership is set up, one for each step, and the look at the whole before
it starts. Decides nothing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.core.partnership import Privacy
from bot.core.places import Nation
from bot.core.sentences import setup as say
from bot.core.steering.setup import STEPS, SetUp, Step
from bot.core.words import counted
from bot.paper.calendar_text import calendar_paragraphs
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.usecases.desk.read_calendar import CALENDAR
from bot.usecases.desk.set_up import Review

MOST_CHANNELS = 50
"""In which one partnership may ask: far more than any has."""

MONTHS_KEPT = (3, 6, 12, 24)
YEARS_KEPT = (1, 3, 6, 10, 20)
PEOPLE_BEFORE_SECTORS = (5, 8, 10, 15, 20)
PROMPTS = (3, 4, 5, 6)
DAYS_APART = (5, 7, 9, 12, 15, 20)


def step_view(step: Step, setup: SetUp, wrong: str = "", notes: Sequence[str] = ()) -> Block:
    """One form, with everything filled in that was given before; above it what is wrong, and what
    came of the form before."""
    fields = {
        Step.WHO: _who,
        Step.BOARD: _board,
        Step.ASKING: _asking,
        Step.NUMBERS: _numbers,
        Step.KEEPING: _keeping,
    }[step](setup)
    back = [kit.actions(kit.button("Back to the step before", "setup_back", step))]
    first = step is STEPS[0]
    blocks = [
        *(kit.section(wrong, bold=True) if wrong else []),
        *kit.section("\n".join(notes)),
        kit.small(say.about(step)),
        *fields,
        *([] if first else back),
    ]
    last = step is STEPS[-1]
    return inputs.modal(
        "setup_step",
        say.title(step),
        blocks,
        submit="Look at it all" if last else "Next",
        close="Go on another day",
        metadata=step,
    )


def calendar_at(view: Mapping[str, Any]) -> str | None:
    """Where the board's calendar can be fetched, if one was chosen."""
    chosen = inputs.answers(view).get(CALENDAR)
    return str(chosen[0]) if chosen else None


def filled_in(view: Mapping[str, Any]) -> dict[str, Any]:
    """What a form holds, as the values of a SetUp; "" and () where nothing was filled in."""
    made: dict[str, Any] = {}
    for name, value in inputs.answers(view).items():
        if name == CALENDAR:
            continue
        if name == "checked_on":
            made[name] = date.fromisoformat(value) if value else None
        elif name in ("prompts", "every", "minimum_people", "keep_replies_months",
                      "keep_digests_years"):  # fmt: skip
            made[name] = int(value)
        elif name in ("coordination", "board_channel"):
            made[name] = (value or [""])[0]
        else:
            made[name] = value if value is not None else ""
    return made


def _who(setup: SetUp) -> list[Block]:
    nations = [(each.value, say.choice(each.value)) for each in Nation]
    return [
        inputs.words("name", say.field("name"), initial=setup.name, longest=120),
        inputs.choice("nation", say.field("nation"), nations, setup.nation,
                      hint=say.field("nation-hint")),
        inputs.people("people", say.field("people"), setup.people, hint=say.field("people-hint")),
        _place("coordination", setup.coordination),
    ]  # fmt: skip


def _board(setup: SetUp) -> list[Block]:
    return [
        inputs.words("board", say.field("board"), initial=setup.board, longest=120,
                     hint=say.field("board-hint")),
        _place("board_channel", setup.board_channel),
        inputs.words("meetings", say.field("meetings"), initial=setup.meetings, multiline=True,
                     hint=say.field("meetings-hint"), optional=True),
        inputs.file(CALENDAR, say.field(CALENDAR), ["ics"], hint=say.field("calendar-hint")),
    ]  # fmt: skip


def _asking(setup: SetUp) -> list[Block]:
    prompts = [(str(each), counted(each, "question", "questions")) for each in PROMPTS]
    apart = [(str(each), f"{each} working days") for each in DAYS_APART]
    return [
        inputs.places("channels", say.field("channels"), setup.channels, most=MOST_CHANNELS),
        inputs.choice("prompts", say.field("prompts"), prompts, str(setup.prompts)),
        inputs.choice("every", say.field("every"), apart, str(setup.every)),
        inputs.words("strategic", say.field("strategic"), initial=setup.strategic, optional=True,
                     hint=say.field("strategic-hint"), longest=40),
    ]  # fmt: skip


def _numbers(setup: SetUp) -> list[Block]:
    return [
        *(
            inputs.words(name, say.field(name), initial=getattr(setup, name), longest=40)
            for name in ("front_door", "out_of_hours", "lado")
        ),
        inputs.day("checked_on", say.field("checked_on"), setup.checked_on),
    ]


def _keeping(setup: SetUp) -> list[Block]:
    given = Privacy(
        quotes=setup.quotes,
        minimum_people=setup.minimum_people,
        keep_replies_months=setup.keep_replies_months,
        keep_digests_years=setup.keep_digests_years,
    )
    return keeping_fields(given, setup.hold)


def keeping_fields(privacy: Privacy, hold: str | None = None) -> list[Block]:
    """What members are promised, to be chosen; `hold` is "" while nobody has chosen."""
    if hold is None:
        hold = "yes" if privacy.legal_hold else "no"
    quotes = [(each, say.choice(each)) for each in ("ask", "assumed", "never")]
    holds = [(each, say.choice(each)) for each in ("no", "yes")]
    return [
        inputs.radio("quotes", say.field("quotes"), quotes, privacy.quotes),
        _number("minimum_people", PEOPLE_BEFORE_SECTORS, privacy.minimum_people),
        _number("keep_replies_months", MONTHS_KEPT, privacy.keep_replies_months),
        _number("keep_digests_years", YEARS_KEPT, privacy.keep_digests_years),
        inputs.radio("hold", say.field("hold"), holds, hold or None),
    ]


def _number(name: str, offered: Sequence[int], chosen: int) -> Block:
    """A menu of numbers with what they count, the chosen one among them whatever it is."""
    options = [(str(each), say.amount(name, each)) for each in sorted({*offered, chosen})]
    return inputs.choice(name, say.field(name), options, str(chosen))


def _place(name: str, chosen: str) -> Block:
    hint = say.field("coordination-hint") if name == "coordination" else ""
    return inputs.places(name, say.field(name), (chosen,) if chosen else (), most=1, hint=hint)


def review_view(review: Review) -> Block:
    """The whole calendar, what to think about first, and the ways on."""
    buttons = kit.actions(
        kit.button("Send me a rehearsal", "setup_rehearse", "-"),
        kit.button("Change something", "setup_back", "review"),
    )
    blocks = [
        *kit.heading(review.partnership.name),
        *kit.section(say.not_yet(), bold=True),
        *(block for each in review.warnings for block in kit.section(each)),
        buttons,
    ]
    for paragraph in calendar_paragraphs(review.partnership, review.plan):
        blocks += kit.section(paragraph)
    return inputs.modal(
        "setup_start",
        "Before you start",
        _fitted(blocks),
        submit="Start",
        close="Go on another day",
        metadata="review",
    )


def _fitted(blocks: list[Block]) -> list[Block]:
    """As many as a modal holds, with a word about the rest: nothing is cut without saying so."""
    if len(blocks) <= inputs.MOST_BLOCKS:
        return blocks
    more = kit.section(say.and_more(len(blocks) - inputs.MOST_BLOCKS + 1))
    return [*blocks[: inputs.MOST_BLOCKS - len(more)], *more]


def waiting_view(name: str) -> Block:
    """While Slack is asked about the channels. It is replaced by `name` (an external_id), so that
    what replaces it cannot come before it."""
    view = inputs.modal("setup_waiting", "One moment", kit.section(say.looking()))
    return view | {"external_id": name}
