"""Fairness, proved: one property for each sentence that the digest's promise is made of."""

from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.digest.compiling.compile import compile_digest
from bot.core.digest.compiling.material import Material
from bot.core.digest.compiling.quoting import quotable
from bot.core.digest.digest import Digest
from bot.core.digest.edits import Action, Edit, Edits, fingerprint, line
from bot.core.digest.heard import LineKind
from bot.core.digest.reading.pages import pages
from bot.core.digest.reading.parts import Heading, Part
from bot.core.digest.reading.whole import parts
from bot.core.replies import Choice, Reply
from bot.core.sectors import Sector
from bot.core.themes import grouping as grouped
from bot.core.themes.grouping import Grouping, Theme
from tests.core.digest.invented_cycle import (
    ASKED,
    OUT,
    SHARED_POWER,
    SHARED_POWER_TOO,
    SLOWER,
    UNSAID_YET,
    cycle,
    five_people,
    grouping,
    invented_digest,
    invented_material,
    partnership,
    reply,
    together,
)

QUESTIONS = [one.id for one in ASKED if one is not SHARED_POWER_TOO]
SECTORS = [None, Sector.HEALTH, Sector.POLICE, Sector.FAITH, Sector.HOUSING, Sector.UNSAID]


@st.composite
def cycles(draw: st.DrawFn) -> Material:
    """A cycle as it may come: any people, any choices, any grouping, any edits."""
    random = draw(st.randoms(use_true_random=False))
    home = [random.choice(SECTORS) for _ in range(20)]
    replies = [_any_reply(random, number, home) for number in range(draw(st.integers(0, 45)))]
    found = any_grouping(random, replies) if random.random() < 0.9 else None
    return invented_material(
        partnership=partnership(privacy={"quotes": random.choice(["ask", "assumed", "never"])}),
        replies=replies,
        grouping=found,
        edits=any_edits(random, replies),
    )


def _any_reply(random: Random, number: int, home: list[Sector | None]) -> Reply:
    who = random.randrange(len(home))
    choice = random.choice([Choice.QUOTE, Choice.QUOTE, UNSAID_YET, OUT, Choice.COUNT_ONLY])
    text = random.choice(
        ["Ask sooner.", "", "\U0001f44d", "Listen more. " * 90, "<!channel> & *b*"]
    )
    made = reply(f"R{number:02}", random.choice(ASKED), f"U0V{who}", text, home[who], choice)
    return made.model_copy(update={"held": random.random() < 0.05})


def any_grouping(random: Random, replies: list[Reply]) -> Grouping:
    """Themes within each question, and some replies in none; a few that are not there any more."""
    by_question: dict[str, list[str]] = {}
    for one in replies:
        if random.random() < 0.7:
            by_question.setdefault(one.occurrence_id, []).append(one.id)
    themes = [
        _any_theme(random, ids[at : at + size])
        for ids in by_question.values()
        for at, size in _cuts(random, len(ids))
    ]
    rest = [one.id for one in replies if not any(one.id in each.members for each in themes)]
    loose = tuple(random.sample(rest, len(rest) // 4))
    off = tuple(one for one in random.sample(rest, len(rest) // 5) if one not in loose)
    threads = _any_threads(random, [*themes], rest)
    return grouping(*themes, not_easily_grouped=loose, off_topic=off, threads=threads)


def _any_threads(
    random: Random, themes: list[Theme], rest: list[str]
) -> tuple[grouped.Thread, ...]:
    """Two questions' themes or single views, said to have "sooner" or "more" in common."""
    both = [(one.id, one.members) for one in themes] + [(one, (one,)) for one in rest]
    pairs = [random.sample(both, 2) for _ in range(2 if len(both) > 1 else 0)]
    return tuple(
        grouped.Thread(
            id=f"{number}-{first[0]}",
            label=(random.choice(["sooner", "more"]),),
            sides=tuple(
                grouped.Side(group=random.choice(QUESTIONS), replies=replies)
                for _, replies in (first, second)
            ),
            likeness=0.5,
        )
        for number, (first, second) in enumerate(pairs)
    )


def _cuts(random: Random, length: int) -> list[tuple[int, int]]:
    at, cuts = 0, []
    while length - at > 1:
        size = random.randint(2, 6)
        cuts.append((at, size))
        at += size
    return cuts


def _any_theme(random: Random, ids: list[str]) -> Theme:
    members = (*ids, "R99") if random.random() < 0.1 else tuple(ids)
    changes: dict[str, Any] = {"label": random.choice([(), ("ask sooner",), ("listen more",)])}
    if len(ids) > 3 and random.random() < 0.4:
        changes["readings"] = (tuple(ids[:2]), tuple(ids[2:4]))
    if len(ids) > 4 and random.random() < 0.4:
        changes["subthemes"] = (tuple(ids[:2]), tuple(ids[2:]))
    if random.random() < 0.2:
        changes["folded"] = (tuple(ids[:2]),)
    return together(*members, **changes)


def any_edits(random: Random, replies: list[Reply]) -> Edits:
    """Some of these lines hidden, some put in other words."""
    chosen = random.sample(replies, len(replies) // 6)
    return Edits(
        edits=tuple(
            Edit(
                target=line(one.id),
                action=random.choice([Action.HIDE, Action.PUT]),
                words="One view, in other words.",
                reason="It could point at somebody.",
                about=fingerprint(one.text),
            )
            for one in sorted(chosen, key=lambda one: one.id)
        )
    )


def used_in(material: Material) -> list[Reply]:
    """The replies that may be used, worked out anew."""
    off = material.grouping.off_topic if material.grouping else ()
    return [
        one
        for one in material.replies
        if one.choice is not OUT and not one.held and one.id not in off
    ]


def places(digest: Digest) -> Counter[str]:
    """How often every reply stands in a theme, as a single view or as not easily grouped."""
    found: Counter[str] = Counter()
    for asked in digest.questions:
        found.update(one for theme in asked.themes for one in theme.reply_ids)
        found.update(one.reply_ids[0] for one in (*asked.views, *asked.loose))
    return found


@settings(max_examples=60, deadline=None)
@given(cycles())
def test_every_usable_reply_is_in_exactly_one_place_and_the_counts_add_up(
    material: Material,
) -> None:
    digest = compile_digest(material)
    if digest.counts is None:
        assert places(digest) == Counter()
        return
    assert places(digest) == Counter(one.id for one in used_in(material))
    counts = digest.counts
    assert counts.replies == counts.in_themes + counts.alone + counts.loose
    assert counts.replies == len(used_in(material))
    assert counts.people == len({one.author for one in used_in(material)})
    themed = [
        one for asked in digest.questions for theme in asked.themes for one in theme.reply_ids
    ]
    assert counts.in_themes == len(themed)


@settings(max_examples=60, deadline=None)
@given(cycles())
def test_words_are_printed_only_with_a_yes_and_only_as_they_were_said(material: Material) -> None:
    by_id = {one.id: one for one in material.replies}
    quotes = material.partnership.privacy.quotes
    for said in compile_digest(material).lines():
        if said.kind is LineKind.QUOTED:
            author = by_id[said.reply_ids[0]]
            assert said.words == quotable(author.text).words
            assert author.choice is Choice.QUOTE or (quotes == "assumed" and author.choice is None)
            assert material.edits.of(line(author.id)) is None or (
                material.edits.hides(line(author.id)) is None
            )
        elif said.kind is LineKind.PUT:
            assert said.words == "One view, in other words."
        else:
            assert said.words == ""


@settings(max_examples=60, deadline=None)
@given(cycles())
def test_a_single_view_is_a_line_of_its_own_and_never_shows_a_sector(material: Material) -> None:
    for asked in compile_digest(material).questions:
        for said in (*asked.views, *asked.loose):
            assert said.sector is None
            assert len(said.reply_ids) == 1


@settings(max_examples=60, deadline=None)
@given(cycles())
def test_a_theme_is_never_one_person_and_never_anothers(material: Material) -> None:
    by_id = {one.id: one for one in material.replies}
    for asked in compile_digest(material).questions:
        for theme in asked.themes:
            members = [by_id[one] for one in theme.reply_ids]
            assert len({one.author for one in members}) > 1
            inside = {one for said in theme.all_lines() for one in said.reply_ids}
            assert inside <= set(theme.reply_ids)
            speakers = [by_id[said.reply_ids[0]].author for said in theme.all_lines()]
            assert len(set(speakers)) == len(speakers)


@settings(max_examples=60, deadline=None)
@given(cycles())
def test_sectors_that_are_hidden_are_hidden_in_company(material: Material) -> None:
    by_id = {one.id: one for one in material.replies}
    digest = compile_digest(material)
    shown = {said.sector for said in digest.lines() if said.sector}
    quoted = [
        by_id[said.reply_ids[0]]
        for asked in digest.questions
        for theme in asked.themes
        for said in theme.all_lines()
    ]
    hidden = {(one.author, _sector(one)) for one in quoted if _sector(one) not in shown}
    if shown and hidden:
        assert len({author for author, _ in hidden}) > 1
        assert len({sector for _, sector in hidden}) > 1
    for asked in digest.questions:
        for theme in asked.themes:
            _assert_hidden_in_company(theme.reply_ids, set(theme.voices.sectors), by_id)
    for thread in digest.threads:
        ids = tuple(one for side in thread.sides for one in side.reply_ids)
        _assert_hidden_in_company(ids, set(thread.voices.sectors), by_id)
    assert not set(digest.invited) & shown


def _sector(one: Reply) -> Sector | None:
    return None if one.sector is Sector.UNSAID else one.sector


def _assert_hidden_in_company(
    ids: tuple[str, ...], told: set[Sector], by_id: dict[str, Reply]
) -> None:
    if not told:
        return
    members = [by_id[one] for one in ids]
    assert len({one.author for one in members}) >= 5
    assert len({_sector(one) for one in members} - {None}) >= 2
    for sector in told:
        assert len({one.author for one in members if _sector(one) is sector}) >= 2


@settings(max_examples=40, deadline=None)
@given(cycles(), st.randoms(use_true_random=False))
def test_the_same_replies_in_any_order_give_the_same_bytes(
    material: Material, random: Random
) -> None:
    mixed = material.model_copy(
        update={"replies": tuple(random.sample(material.replies, len(material.replies)))}
    )
    assert compile_digest(mixed).model_dump_json() == compile_digest(material).model_dump_json()


@settings(max_examples=40, deadline=None)
@given(cycles())
def test_no_theme_is_dropped_to_save_space(material: Material) -> None:
    digest = compile_digest(material)
    themes = [theme for asked in digest.questions for theme in asked.themes]
    views = sum(said.has_words for asked in digest.questions for said in asked.views)
    assert _level_four(parts(digest)) >= len(themes)
    cut = [part for page in pages(digest) for part in page.parts]
    assert _quotes(cut) == _quotes(parts(digest)) >= views


def _level_four(flow: tuple[Part, ...]) -> int:
    return sum(isinstance(part, Heading) and part.level == 4 for part in flow)


def _quotes(flow: tuple[Part, ...] | list[Part]) -> int:
    return sum(part.kind == "quote" for part in flow)


@settings(max_examples=60, deadline=None)
@given(cycles())
def test_a_thread_has_two_principles_two_people_and_no_sector_beside_its_words(
    material: Material,
) -> None:
    by_id = {one.id: one for one in material.replies}
    for thread in compile_digest(material).threads:
        assert len({side.principle for side in thread.sides}) == len(thread.sides) >= 2
        members = [by_id[one] for side in thread.sides for one in side.reply_ids]
        assert len({one.author for one in members}) > 1
        assert {one.id for one in members} <= {one.id for one in used_in(material)}
        assert all(side.line is None or side.line.sector is None for side in thread.sides)


def large_and_small(cycle_id: str, *, more: int) -> list[str]:
    """The themes of one question, in order: one of them by `more` people, the others by two."""
    to = SHARED_POWER.model_copy(update={"cycle_id": cycle_id})
    sizes = (more, 2, 2, 2)
    replies, themes = [], []
    for theme, size in enumerate(sizes):
        ids = [f"T{theme}-{n}" for n in range(size)]
        replies += [reply(one, to, f"U0{one}") for one in ids]
        themes.append(together(*ids))
    digest = invented_digest(
        cycle=cycle(cycle_id), asked=[to], replies=replies, grouping=grouping(*themes)
    )
    return [theme.id for theme in digest.questions[0].themes]


def test_the_order_of_themes_does_not_know_how_many_raised_them() -> None:
    for number in range(30):
        assert large_and_small(f"c{number}", more=2) == large_and_small(f"c{number}", more=9)


def test_the_largest_theme_comes_first_no_more_often_than_another() -> None:
    first = Counter(large_and_small(f"c{number}", more=9)[0] for number in range(200))
    assert set(first) == {"T0-0", "T1-0", "T2-0", "T3-0"}
    assert all(35 <= times <= 65 for times in first.values())  # of 50 expected


@pytest.mark.parametrize("sector", [Sector.FAITH, None])
def test_the_only_one_of_a_small_sector_is_heard_in_full(sector: Sector | None) -> None:
    alone = reply("R9", SLOWER, "U0ALONE", "We were never asked.", sector)
    digest = invented_digest(
        replies=[*five_people(), alone], grouping=grouping(together("R0", "R1", "R2", "R3", "R4"))
    )
    (asked,) = [one for one in digest.questions if one.id == SLOWER.id]
    (view,) = asked.views
    assert (view.words, view.sector) == ("We were never asked.", None)
    assert "We were never asked." in repr(parts(digest))
