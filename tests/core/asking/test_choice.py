"""Which prompts come next, over years of cycles with and without skips."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.choosing.choice import CYCLES_APART, Asked, Choice, is_repeat, missing
from bot.core.asking.choosing.choice import choose as choices
from bot.core.framework import PRACTICES, Principle
from bot.core.prompts import Prompt, PromptBank
from tests.core.asking.anytown import bank

BANK = bank()
BANK_FOR_YEARS = bank(per_practice=4, per_pair=4)
LENGTHS = st.lists(st.integers(3, 6), min_size=8, max_size=20)


def choose(
    bank: PromptBank, history: Sequence[Asked], cycle_id: str, count: int
) -> tuple[Prompt, ...]:
    return tuple(choice.prompt for choice in choices(bank, history, cycle_id, count))


def asked(cycle_id: str, prompt: Prompt) -> Asked:
    return Asked(cycle_id, prompt.id, prompt.practices)


def spread(practices: Sequence[str]) -> int:
    per_principle = [sum(p.startswith(principle) for p in practices) for principle in Principle]
    return max(per_principle) - min(per_principle)


@settings(max_examples=60, deadline=None)
@given(LENGTHS)
def test_without_skips_rotation_and_balance_hold_over_years(lengths: list[int]) -> None:
    history: list[Asked] = []
    for number, length in enumerate(lengths):
        chosen = choose(BANK, history, f"c{number}", length)
        assert [prompt.joins for prompt in chosen] == [False] * (length - 1) + [True]
        assert spread([p for prompt in chosen for p in prompt.practices]) <= 1
        assert not any(is_repeat(prompt, history, f"c{number}") for prompt in chosen)
        history += [asked(f"c{number}", prompt) for prompt in chosen]
    singles = [a.practices[0] for a in history if len(a.practices) == 1]
    rounds = [singles[i : i + 12] for i in range(0, len(singles), 12)]
    assert all(len(set(one)) == len(one) for one in rounds)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(3, 6), st.integers(0, 40)), min_size=8, max_size=20))
def test_whatever_people_say_rotation_and_balance_hold_over_years(
    cycles: list[tuple[int, int]],
) -> None:
    history: list[Asked] = []
    for number, (length, people) in enumerate(cycles):
        chosen = choose(BANK_FOR_YEARS, history, f"c{number}", length)
        assert spread([p for prompt in chosen for p in prompt.practices]) <= 1
        assert not any(is_repeat(prompt, history, f"c{number}") for prompt in chosen)
        history += [asked(f"c{number}", prompt)._replace(said=people) for prompt in chosen]
    singles = [a.practices[0] for a in history if len(a.practices) == 1]
    rounds = [singles[i : i + 12] for i in range(0, len(singles), 12)]
    assert all(len(set(one)) == len(one) for one in rounds)


def test_the_pair_with_least_said_so_far_closes_the_next_cycle() -> None:
    history: list[Asked] = []
    people = {"BB+LC": 9, "BB+CU": 2, "LC+CU": 7}
    for number in range(3):
        chosen = choose(BANK_FOR_YEARS, history, f"c{number}", 3)
        said = people["+".join(chosen[-1].principles)]
        history += [asked(f"c{number}", prompt)._replace(said=said) for prompt in chosen]
    last = choices(BANK_FOR_YEARS, history, "c3", 3)[-1]
    assert last.prompt.principles == (Principle.BB, Principle.CU)
    assert "has had least said about it so far" in last.why


def test_a_question_of_their_own_comes_before_the_shipped_ones() -> None:
    ours = Prompt(id="ours-1", practices=("LC2",), text="What do grandparents see?")
    own = BANK.with_own(PromptBank(prompts=(ours,)))
    history: list[Asked] = []
    chosen = [c for n in range(3) for c in _cycle(own, history, f"c{n}")]
    of_practice = [c for c in chosen if c.prompt.practices == ("LC2",)]
    assert of_practice[0].prompt == ours
    assert "it is one of your own questions" in of_practice[0].why


def _cycle(bank: PromptBank, history: list[Asked], cycle_id: str) -> list[Choice]:
    chosen = list(choices(bank, history, cycle_id, 6))
    history += [asked(cycle_id, each.prompt) for each in chosen]
    return chosen


@settings(max_examples=30, deadline=None)
@given(LENGTHS, st.data())
def test_with_skips_a_practice_still_waits_for_the_others_of_its_principle(
    lengths: list[int], data: st.DataObject
) -> None:
    """What holds whatever is skipped: balance of what is still to come, and rotation within
    each principle. A skipped practice returns, and may make another come round early."""
    history: list[Asked] = []
    for number, length in enumerate(lengths):
        skips = data.draw(st.lists(st.booleans(), min_size=length, max_size=length))
        for left, skipped in zip(range(length, 0, -1), skips, strict=True):
            here = [p for a in history if a.cycle_id == f"c{number}" for p in a.practices]
            chosen = choose(BANK, history, f"c{number}", left)
            assert chosen[-1].joins
            planned = spread([*here, *(p for prompt in chosen for p in prompt.practices)])
            assert planned <= max(1, spread(here) - left + 1)
            if not skipped:
                history.append(asked(f"c{number}", chosen[0]))
    for principle in Principle:
        singles = [
            a.practices[0]
            for a in history
            if len(a.practices) == 1 and a.practices[0].startswith(principle)
        ]
        runs = [singles[i : i + 4] for i in range(len(singles) - 3)]
        assert all(len(set(run)) == 4 for run in runs)


@settings(max_examples=40, deadline=None)
@given(LENGTHS, st.integers(0, 5))
def test_choosing_again_after_the_first_were_asked_gives_the_rest(
    lengths: list[int], done: int
) -> None:
    history: list[Asked] = []
    for number, length in enumerate(lengths):
        whole = choose(BANK, history, f"c{number}", length)
        begun = [asked(f"c{number}", prompt) for prompt in whole[: min(done, length)]]
        rest = choose(BANK, [*history, *begun], f"c{number}", length - len(begun))
        assert rest == whole[len(begun) :]
        history += [asked(f"c{number}", prompt) for prompt in whole]


def test_a_practice_that_was_not_asked_returns_first() -> None:
    first = choose(BANK, [], "c0", 6)
    again = choose(BANK, [asked("c0", prompt) for prompt in first[1:]], "c1", 6)
    assert first[0].practices in {prompt.practices for prompt in again}


def test_pairs_take_turns() -> None:
    history: list[Asked] = []
    pairs = []
    for number in range(6):
        chosen = choose(BANK, history, f"c{number}", 6)
        pairs.append(chosen[-1].principles)
        history += [asked(f"c{number}", prompt) for prompt in chosen]
    assert len(set(pairs[:3])) == len(set(pairs[3:])) == 3


def test_a_question_within_four_cycles_is_a_repeat() -> None:
    prompt = BANK.prompts[0]
    cycles = [Asked(f"c{number}", "other", ("LC1",)) for number in range(1, CYCLES_APART)]
    history = [asked("c0", prompt), *cycles]
    assert is_repeat(prompt, history, "c3")
    assert not is_repeat(prompt, history, "c4")


def test_a_bank_that_cannot_make_a_balanced_cycle_is_named() -> None:
    assert missing(BANK) == ()
    only_care = PromptBank(prompts=tuple(p for p in BANK.prompts if p.practices == ("LC1",)))
    assert missing(only_care) == (
        "a prompt for Bridging boundaries",
        "a prompt for Complexity, curiosity and uncertainty",
        "a prompt that joins two principles",
    )


def test_a_practice_without_prompts_does_not_stop_the_rotation() -> None:
    fewer = PromptBank(prompts=tuple(p for p in BANK.prompts if p.practices != ("LC4",)))
    history: list[Asked] = []
    for number in range(8):
        chosen = choose(fewer, history, f"c{number}", 6)
        assert spread([p for prompt in chosen for p in prompt.practices]) <= 1
        history += [asked(f"c{number}", prompt) for prompt in chosen]
    heard = {a.practices[0] for a in history if len(a.practices) == 1}
    assert heard == PRACTICES.keys() - {"LC4"}
