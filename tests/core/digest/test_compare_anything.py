"""Whatever changed between two versions is told, nothing is where nothing changed, the numbers add
up, and no word that somebody took back, or that is new, is in it."""

import re
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.core.digest.comparing.compare import compared
from bot.core.digest.comparing.kin import Sets, kin
from bot.core.digest.comparing.places import come_and_gone, moved, places
from bot.core.digest.comparing.sets import themes
from bot.core.digest.compiling.compile import compile_digest
from bot.core.digest.compiling.material import Material
from bot.core.digest.digest import Digest
from bot.core.replies import Reply
from tests.core.digest.invented_cycle import ASKED
from tests.core.digest.test_fairness import any_edits, any_grouping, cycles

QUESTIONS = {one.question for one in ASKED}


def saying(number: int) -> str:
    """Words that nobody else says, beside some that all do."""
    return f"Ask sooner, listen more, zq{number}x."


def told_apart(material: Material) -> Material:
    """The same with words by which every reply can be told from every other."""
    replies = tuple(
        one.model_copy(update={"text": saying(number)})
        for number, one in enumerate(material.replies)
    )
    return material.model_copy(update={"replies": replies})


@st.composite
def versions(draw: st.DrawFn) -> tuple[Digest, Digest]:
    """A draft as it may come, and what may have become of it: replies that went, came or were
    changed, another grouping, other edits."""
    whole = told_apart(draw(cycles()))
    random = draw(st.randoms(use_true_random=False))
    first, later = whole.model_copy(update={"replies": _some_of(random, whole)}), whole
    later = later.model_copy(update={"replies": _some_of(random, whole)})
    if random.random() < 0.5:
        found = any_grouping(random, list(later.replies))
        later = later.model_copy(update={"grouping": found})
    if random.random() < 0.3:
        edits = any_edits(random, list(later.replies))
        later = later.model_copy(update={"edits": edits})
    return compile_digest(first), compile_digest(later)


def _some_of(random: Random, whole: Material) -> tuple[Reply, ...]:
    share = random.choice([1, 1, 0.9, 0.6])
    kept = (one for one in whole.replies if random.random() < share)
    return tuple(
        one.model_copy(update={"text": f"{one.text} zqy"}) if random.random() < 0.05 else one
        for one in kept
    )


@settings(max_examples=60, deadline=None)
@given(versions())
def test_something_is_told_of_any_two_that_differ_and_nothing_of_equal_ones(
    both: tuple[Digest, Digest],
) -> None:
    before, after = both
    assert bool(compared(before, after)) == (before != after)
    assert compared(after, after) == ()


@settings(max_examples=60, deadline=None)
@given(versions())
def test_every_question_under_which_something_changed_is_named_once(
    both: tuple[Digest, Digest],
) -> None:
    before, after = both
    assume(before.kind == after.kind)
    told = compared(before, after)
    old = {one.id: one for one in before.questions}
    for asked in after.questions:
        under = [one for one in told if one.startswith(f"Under “{asked.text}”: ")]
        assert len(under) == (asked.id in old and asked != old[asked.id])


@settings(max_examples=60, deadline=None)
@given(versions())
def test_the_numbers_of_what_came_and_went_add_up(both: tuple[Digest, Digest]) -> None:
    before, after = both
    assume(before.counts is not None and after.counts is not None)
    assert before.counts is not None
    assert after.counts is not None
    came, went = come_and_gone(before, after)
    assert before.counts.replies + came - went == after.counts.replies
    told = [one for one in compared(before, after) if re.match(r"\w+ repl(y|ies) (came|went)", one)]
    assert len(told) == bool(came or went)
    numbers = re.findall(r"\b(one|\d+)\b", " ".join(told).lower())
    assert numbers == [{1: "one"}.get(n, str(n)) for n in (came, went) if n]


@settings(max_examples=60, deadline=None)
@given(versions())
def test_every_reply_of_both_stays_where_it_was_or_is_told_to_have_moved(
    both: tuple[Digest, Digest],
) -> None:
    before, after = both
    old = {one.id: one for one in before.questions}
    for asked in after.questions:
        if asked.id in old:
            was, now = places(old[asked.id]), places(asked)
            found = themes(old[asked.id].themes, asked.themes)
            on = {(f"theme:{a}", f"theme:{b}") for a, b in found.kin.pairs}
            stayed = sum(
                was[one] == now[one] if "theme:" not in was[one] else (was[one], now[one]) in on
                for one in was.keys() & now.keys()
            )
            several = moved(old[asked.id], asked, found.kin)
            assert stayed + several.total() == len(was.keys() & now.keys())


@settings(max_examples=60, deadline=None)
@given(versions())
def test_no_words_and_no_ids_of_members_are_told_and_no_name_that_is_not_in_the_later_one(
    both: tuple[Digest, Digest],
) -> None:
    before, after = both
    told = "\n".join(compared(before, after))
    assert "zq" not in told
    assert not re.search(r"\bR\d\d\b|U0", told)
    labels = {theme.label for asked in after.questions for theme in asked.themes}
    names = labels | {one.label for one in after.threads} | QUESTIONS
    names |= {one.text for one in after.board_questions} | {"One view, in other words."}
    assert set(re.findall("“([^”]*)”", told)) <= names


@st.composite
def changed_somewhere(draw: st.DrawFn) -> tuple[Digest, Digest]:
    """A digest, and the same with one value in it changed, wherever that is."""
    digest = compile_digest(draw(cycles()))
    whole: Any = digest.model_dump(mode="json")
    found = list(_places(whole))
    holder, key = found[draw(st.integers(0, len(found) - 1))]
    holder[key] = _another(holder[key])
    try:
        return digest, Digest.model_validate(whole)
    except ValidationError:
        assume(False)
        raise


def _places(value: Any) -> Any:
    """Where every value stands: its holder, and its key or number."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in list(pairs):
        yield value, key
        if isinstance(each, dict | list):
            yield from _places(each)


def _another(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return {"quoted": "waiting", "some": "many"}.get(value, f"{value}0")
        case list():
            return value[:-1]
        case _:
            return None


@settings(max_examples=200, deadline=None)
@given(changed_somewhere())
def test_a_change_of_any_one_value_is_told(both: tuple[Digest, Digest]) -> None:
    before, after = both
    assert bool(compared(before, after)) == (before != after)


parted = st.lists(st.integers(2, 5), min_size=2, max_size=8)
"""How many replies each of several themes has."""


def _sets(sizes: list[int]) -> Sets:
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    return {
        f"T{start}": frozenset(f"R{start + n}" for n in range(size))
        for start, size in zip(starts, sizes, strict=True)
    }


@given(parted, st.randoms(use_true_random=False))
def test_two_that_are_united_are_one_of_two_and_all_others_go_on(
    sizes: list[int], random: Random
) -> None:
    apart = _sets(sizes)
    one, other = random.sample(sorted(apart), 2)
    rest = {each: apart[each] for each in apart if each not in (one, other)}
    united = rest | {"united": apart[one] | apart[other]}
    merged = kin(apart, united)
    assert set(merged.before("united")) == {one, other}
    assert all(merged.before(each) == (each,) for each in rest)
    split = kin(united, apart)
    assert set(split.after("united")) == {one, other}
    assert all(split.after(each) == (each,) for each in rest)


@given(parted, parted, st.randoms(use_true_random=False))
def test_every_theme_before_and_after_has_one_fate(
    before: list[int], after: list[int], random: Random
) -> None:
    old, new = _sets(before), _sets(after)
    shuffled = sorted(frozenset[str]().union(*new.values()))
    random.shuffle(shuffled)
    as_they_fell = dict(zip(sorted(shuffled), shuffled, strict=True))
    new = {name: frozenset(as_they_fell[one] for one in those) for name, those in new.items()}
    found = kin(old, new)
    assert len(set(found.pairs)) == len(found.pairs)
    for one, other in found.pairs:
        assert one == other or old[one] & new[other]
    for one in old:
        assert len(found.after(one)) <= len(old[one] | {one})
