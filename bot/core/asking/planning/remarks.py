"""What the planner has to say, in words for coordinators. Decides nothing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from bot.core.asking.board_clock import Slot, slots, why_not_moved
from bot.core.asking.local_time import local_date
from bot.core.asking.plan import Cycle, Occurrence
from bot.core.asking.planning.cycles import Upcoming
from bot.core.asking.planning.fit import FEWEST_PROMPTS, Fit
from bot.core.asking.planning.past import Past
from bot.core.asking.proposing.aside import Aside
from bot.core.asking.sending_days import SendingDays
from bot.core.asking.workdays import BANK_HOLIDAYS_END
from bot.core.partnership import Partnership
from bot.core.prompts import Prompt, PromptBank
from bot.core.words import day_in_words

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six")


def on_bank(lacks: Sequence[str]) -> str:
    """Why nothing at all can be planned."""
    return f"No prompts are planned: the prompt bank needs {' and '.join(lacks)}."


def on_repeat(prompt: Prompt, on: date) -> str:
    """A question that comes round too soon, because there are too few."""
    return (
        f"The question of {day_in_words(on)}, “{prompt.text}”, was asked less than four cycles "
        f"before: the prompt bank holds too few for {' and '.join(prompt.practices)}."
    )


def on_prompts(
    partnership: Partnership, cycle: Cycle, fits: Fit, asked: int, *, goes: bool
) -> Iterator[str]:
    """Fewer prompts than asked for: how many, and why not the others."""
    wanted, total = partnership.cadence.prompts, asked + len(fits.slots)
    meeting = f"the meeting on {day_in_words(cycle.meeting_on)}"
    left_out = "; ".join(f"{day_in_words(day.on)} ({day.why})" for day in fits.left_out)
    if not goes:
        yield (
            f"There is no time for {_NUMBERS[FEWEST_PROMPTS]} prompts before {meeting}, so none "
            f"is planned. Left out: {left_out}. Please decide: move the meeting, ask more often, "
            f"or go on with {_NUMBERS[fits.in_time]} (at the meeting: “Fewer prompts are fine”, or "
            "go_on: true in a schedule file)."
        )
    elif total < wanted:
        yield (
            f"{_NUMBERS[total].capitalize()} of {_NUMBERS[wanted]} prompts are planned before "
            f"{meeting}. Left out: {left_out}."
        )


def on_papers(partnership: Partnership, ahead: Upcoming, now: datetime) -> Iterator[str]:
    """A draft or a digest that does not come on the day that counting back gives."""
    cycle, days, zone = ahead.cycle, ahead.days, partnership.tz
    meeting = f"the meeting on {day_in_words(cycle.meeting_on)}"
    if ahead.overdue:
        counted = day_in_words(days.draft_on)
        yield f"The draft for {meeting} should have been made on {counted}: it is made at once."
        return
    issue_on, draft_on = local_date(cycle.issue_at, zone), local_date(cycle.draft_at, zone)
    silent = SendingDays.of(partnership)
    if cycle.issue_at > now:
        yield from _on_paper("digest", "issued", meeting, issue_on, days.counted_issue_on, silent)
    if cycle.draft_at > now:
        yield from _on_paper("draft", "made", meeting, draft_on, days.counted_draft_on, silent)
    if cycle.meeting_on > BANK_HOLIDAYS_END:
        yield (
            f"Bank holidays are not known after {day_in_words(BANK_HOLIDAYS_END)}: check the dates "
            f"for {meeting}."
        )


def _on_paper(
    paper: str, done: str, meeting: str, on: date, counted: date, days: SendingDays
) -> Iterator[str]:
    if why := days.why_silent(on):
        yield (
            f"The {paper} for {meeting} is due on {day_in_words(on)}, which is {why}, and cannot "
            "come earlier: please decide whether it goes out that day."
        )
    elif on < counted:
        why = days.why_silent(counted)
        reason = f"which is {why}" if why else "so that the time to read it stays the same"
        yield (
            f"The {paper} for {meeting} is {done} on {day_in_words(on)}, "
            f"not {day_in_words(counted)}, {reason}."
        )


def on_skips(
    partnership: Partnership, fits: Iterable[Fit], happened: Past, now: datetime
) -> Iterator[str]:
    """Skipped days on which nothing was planned anyway."""
    today = local_date(now, partnership.tz)
    last = max(meeting.on for meeting in partnership.board.meetings)
    known = {day.on for one in fits for day in one.left_out} | happened.days.keys()
    for skip in partnership.skip:
        if today < skip.on <= last and skip.on not in known:
            on = day_in_words(skip.on)
            yield f"Nothing was going to be asked on {on}, so skipping it changes nothing."


def on_pins(
    partnership: Partnership,
    bank: PromptBank,
    occurrences: Iterable[Occurrence],
    asides: Iterable[Aside],
    now: datetime,
) -> Iterator[str]:
    """Prompts chosen for a day that cannot be asked then, and why not."""
    today, asked = local_date(now, partnership.tz), {one.on: one.prompt_id for one in occurrences}
    aside = {each.prompt_id for each in asides}
    for pin in partnership.pin:
        on = day_in_words(pin.on)
        if pin.on <= today:
            continue
        if bank.get(pin.prompt) is None:
            yield f"The prompt bank holds no {pin.prompt}, chosen for {on}: another is asked."
        elif pin.on not in asked:
            yield f"Nothing is asked on {on}, so {pin.prompt}, chosen for that day, is not either."
        elif pin.prompt in aside and asked[pin.on] != pin.prompt:
            yield f"Members set {pin.prompt} aside, which was chosen for {on}: another is asked."


def on_moves(partnership: Partnership, cycles: Iterable[Cycle], now: datetime) -> Iterator[str]:
    """Days that a coordinator moved and that stay where they were, and why."""
    today = local_date(now, partnership.tz)
    unmoved = partnership.model_copy(update={"move": ()})
    drafts = [local_date(cycle.draft_at, partnership.tz) for cycle in cycles]
    for move in partnership.move:
        if move.on <= today or move.to <= today:
            continue
        whys = [
            why_not_moved(partnership, counted, draft_on)
            for draft_on in drafts
            for counted in [slots(unmoved, draft_on)]
            if move.on in {day.on if isinstance(day, Slot) else day for day in counted}
        ]
        why = next(iter(whys), "nothing is planned for that day")
        if why:
            on, to = day_in_words(move.on), day_in_words(move.to)
            yield f"The prompt of {on} cannot be moved to {to}, because {why}: it stays."


def on_rewords(
    partnership: Partnership, occurrences: Iterable[Occurrence], now: datetime
) -> Iterator[str]:
    """Words for a day on which nothing is asked."""
    today, days = local_date(now, partnership.tz), {one.on for one in occurrences}
    for each in partnership.reword:
        if each.on > today and each.on not in days:
            yield f"Nothing is asked on {day_in_words(each.on)}, so the words for it are not used."
