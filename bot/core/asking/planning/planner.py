"""Plans everything that will be asked before every future meeting. Stores and sends nothing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from bot.core.asking.board_clock import Slot
from bot.core.asking.choosing.choice import Asked, is_repeat
from bot.core.asking.choosing.wishes import choose_around
from bot.core.asking.plan import Cycle, Occurrence, Plan, Reason
from bot.core.asking.planning import remarks
from bot.core.asking.planning.cycles import upcoming
from bot.core.asking.planning.fit import FEWEST_PROMPTS, Fit, fit
from bot.core.asking.planning.past import Past, what_happened
from bot.core.asking.planning.seasons import season_of
from bot.core.asking.planning.wanted import Wanted
from bot.core.asking.proposing.aside import Aside
from bot.core.partnership import Partnership
from bot.core.prompts import Prompt, PromptBank


class _Chosen(NamedTuple):
    slot: Slot
    prompt: Prompt
    why: str
    is_repeat: bool


def plan(
    partnership: Partnership,
    bank: PromptBank,
    now: datetime,
    cycles: Iterable[Cycle] = (),
    past: Iterable[Occurrence] = (),
    go_on: Collection[date] = (),
    asides: Collection[Aside] = (),
) -> Plan:
    """Every cycle and occurrence still to come, and what a coordinator should know about them.

    `cycles` and `past` are all that is known. Of `past`, what was asked, missed or skipped
    counts, and what is due already stays as it is; the rest is planned afresh, so the same facts
    give the same plan, and a planned occurrence that is not in it any more is off. `go_on` names
    the days of meetings for which a coordinator accepted fewer than three prompts, `asides` what
    members set aside.
    """
    known = tuple(cycles)
    happened = what_happened(partnership, past, now)
    ahead = [
        (one, fit(partnership, one, happened, now)) for one in upcoming(partnership, known, now)
    ]
    wanted = Wanted(partnership, bank, _by_date([*known, *(one.cycle for one, _ in ahead)]), asides)
    lacks = wanted.lacks
    history = list(happened.history)
    occurrences = list(happened.on_the_way)
    said = [remarks.on_bank(lacks)] if lacks else []
    reasons: list[Reason] = []
    for one, fits in ahead:
        goes = not lacks and (_suffices(fits, one.cycle, happened) or one.cycle.meeting_on in go_on)
        chosen = _choose(wanted, history, one.cycle, fits.slots if goes else ())
        history += [Asked(one.cycle.id, c.prompt.id, c.prompt.practices) for c in chosen]
        occurrences += _occurrences(partnership, wanted, one.cycle, chosen)
        reasons += [Reason(on=c.slot.on, prompt_id=c.prompt.id, why=c.why) for c in chosen]
        said += remarks.on_papers(partnership, one, now)
        if not lacks and one.cycle.draft_at > now:
            asked = happened.asked_in(one.cycle.id)
            said += remarks.on_prompts(partnership, one.cycle, fits, asked, goes=goes)
        said += [remarks.on_repeat(c.prompt, c.slot.on) for c in chosen if c.is_repeat]
    said += remarks.on_pins(partnership, bank, occurrences, asides, now)
    said += remarks.on_moves(partnership, [one.cycle for one, _ in ahead], now)
    said += remarks.on_rewords(partnership, occurrences, now)
    said += remarks.on_skips(partnership, [fits for _, fits in ahead], happened, now)
    return Plan(
        cycles=tuple(one.cycle for one, _ in ahead),
        occurrences=tuple(occurrences),
        remarks=tuple(said),
        reasons=tuple(reasons),
    )


def _suffices(fits: Fit, cycle: Cycle, happened: Past) -> bool:
    """True when there is time for a whole cycle, or when this one has begun."""
    return fits.in_time >= FEWEST_PROMPTS or cycle.id in happened.begun


def _by_date(cycles: Iterable[Cycle]) -> list[str]:
    """Every cycle once; a moved one where it stands now."""
    found = {cycle.id: cycle.meeting_on for cycle in cycles}
    return sorted(found, key=lambda cycle_id: (found[cycle_id], cycle_id))


def _choose(
    wanted: Wanted, history: Sequence[Asked], cycle: Cycle, slots: Sequence[Slot]
) -> list[_Chosen]:
    seasons = [season_of(slot.on) for slot in slots]
    pins = wanted.pins_in(cycle.id)
    pinned = [pins.get(slot.on) for slot in slots]
    choices = choose_around(wanted.bank_in(cycle.id), history, cycle.id, pinned, seasons)
    return [
        _Chosen(slot, prompt, why, is_repeat(prompt, history, cycle.id))
        for slot, (prompt, why) in zip(slots, choices, strict=True)
    ]


def _occurrences(
    partnership: Partnership, wanted: Wanted, cycle: Cycle, chosen: Iterable[_Chosen]
) -> Iterator[Occurrence]:
    """One for every channel on the same morning; the id is made of what makes it unique."""
    for slot, prompt, *_ in chosen:
        for channel in partnership.channels:
            yield Occurrence(
                id=f"{partnership.id}/{slot.on.isoformat()}/{channel.id}",
                cycle_id=cycle.id,
                partnership_id=partnership.id,
                channel_id=channel.id,
                prompt_id=prompt.id,
                practices=prompt.practices,
                question=wanted.question(prompt, slot.on),
                follow_up=prompt.follow_up,
                on=slot.on,
                due_at=slot.due_at,
                remind_at=slot.remind_at,
                closes_at=slot.closes_at,
                cut_off_at=slot.cut_off_at,
            )
