"""Which prompt of a practice is chosen: not asked lately, in season, deep enough, another kind."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from bot.core.asking.choosing.choice import Asked, Choice, choose, is_repeat
from bot.core.asking.planning import plan
from bot.core.asking.planning.seasons import season_of
from bot.core.framework import PRACTICES, PRINCIPLE_PAIRS
from bot.core.prompts import Depth, Kind, Prompt, PromptBank, Season
from tests.core.asking.anytown import anytown, at, bank

YEAR = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)


def rich_bank() -> PromptBank:
    """Eight prompts for each practice, of seven kinds, some of a depth, one of a season."""
    depths = [Depth.FIRST, Depth.LATER, None]
    singles = [
        Prompt(
            id=f"{practice.lower()}-{n}",
            practices=(practice,),
            text=f"What {practice} {n}?",
            kind=list(Kind)[(n + place) % 7],
            depth=depths[n % 3],
            season=YEAR[place % 4] if n == 7 else None,
        )
        for place, practice in enumerate(PRACTICES)
        for n in range(8)
    ]
    joining = [
        Prompt(
            id=f"{one}-{other}-{n}".lower(),
            practices=(f"{one}{n % 4 + 1}", f"{other}{n % 4 + 1}"),
            text=f"How {one} {other} {n}?",
            kind=list(Kind)[n],
        )
        for one, other in PRINCIPLE_PAIRS
        for n in range(6)
    ]
    return PromptBank(prompts=(*singles, *joining))


BANK = rich_bank()


def years(count: int) -> list[tuple[Season, tuple[Choice, ...]]]:
    """The cycles of some years, four to a year, each with six prompts."""
    history: list[Asked] = []
    told = []
    for number in range(count * 4):
        season = YEAR[number % 4]
        chosen = choose(BANK, history, f"c{number}", 6, [season] * 6)
        told.append((season, chosen))
        history += [Asked(f"c{number}", c.prompt.id, c.prompt.practices) for c in chosen]
    return told


def test_over_years_no_question_comes_back_within_four_cycles() -> None:
    history: list[Asked] = []
    for number, (_, chosen) in enumerate(years(6)):
        assert not any(is_repeat(c.prompt, history, f"c{number}") for c in chosen)
        history += [Asked(f"c{number}", c.prompt.id, c.prompt.practices) for c in chosen]


def test_no_question_is_asked_out_of_its_season() -> None:
    for season, chosen in years(4):
        assert {c.prompt.season for c in chosen} <= {None, season}
    assert any(c.prompt.season for _, chosen in years(4) for c in chosen)


def test_the_kinds_of_a_cycle_vary() -> None:
    for _, chosen in years(2):
        kinds = Counter(c.prompt.kind for c in chosen)
        assert len(kinds) >= 5


def test_a_first_cycle_begins_gently_and_later_ones_go_deeper() -> None:
    cycles = [chosen for _, chosen in years(1)]
    assert {c.prompt.depth for c in cycles[0][:-1]} == {Depth.FIRST}
    assert {c.prompt.depth for c in cycles[1][:-1]} == {Depth.LATER}


def test_the_same_history_always_gives_the_same_prompts_and_the_same_reasons() -> None:
    assert years(2) == years(2)


def test_every_choice_says_why_in_one_sentence() -> None:
    for _, chosen in years(2):
        for choice in chosen:
            assert choice.why.endswith(".")
            assert choice.why.count(". ") == 0
            if not choice.prompt.joins:
                assert PRACTICES[choice.prompt.practices[0]].label in choice.why


def test_a_first_cycle_says_that_nothing_was_asked_before() -> None:
    first, *_, last = years(1)[0][1]
    assert "has not been asked about yet" in first.why
    assert "it suits a first cycle" in first.why
    assert "has not been joined yet" in last.why


def test_a_pair_that_was_joined_before_is_the_one_joined_longest_ago() -> None:
    assert "was joined longest ago" in years(1)[3][1][-1].why


def test_choosing_the_rest_of_a_cycle_gives_the_same_rest() -> None:
    seasons = [Season.AUTUMN] * 3 + [Season.WINTER] * 3
    whole = choose(BANK, [], "c0", 6, seasons)
    begun = [Asked("c0", c.prompt.id, c.prompt.practices) for c in whole[:2]]
    assert prompts(choose(BANK, begun, "c0", 4, seasons[2:])) == prompts(whole[2:])


def prompts(choices: Sequence[Choice]) -> list[Prompt]:
    return [choice.prompt for choice in choices]


def test_a_plan_gives_a_reason_for_each_day_of_asking() -> None:
    made = plan(anytown(), bank(), at("2026-11-23T09:00"))
    days = {(o.on, o.prompt_id) for o in made.occurrences}
    assert {(reason.on, reason.prompt_id) for reason in made.reasons} == days


@pytest.mark.parametrize(
    ("day", "season"),
    [
        ("2026-12-01", Season.WINTER),
        ("2027-02-28", Season.WINTER),
        ("2027-03-01", Season.SPRING),
        ("2027-06-01", Season.SUMMER),
        ("2027-09-01", Season.AUTUMN),
        ("2027-11-30", Season.AUTUMN),
    ],
)
def test_seasons_change_with_the_months(day: str, season: Season) -> None:
    assert season_of(date.fromisoformat(day)) is season
