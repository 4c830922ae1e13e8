"""Which sectors stand beside quotes: never one that points at a person."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.plan import Occurrence
from bot.core.digest.digest import Digest
from bot.core.replies import Choice, Reply
from bot.core.sectors import Sector
from tests.core.digest.invented_cycle import (
    PURPOSE,
    SHARED_POWER,
    SLOWER,
    invented_digest,
    partnership,
    reply,
)

YES, NO_WORD = Choice.QUOTE, None
HEALTH, POLICE, FAITH, HOUSING = Sector.HEALTH, Sector.POLICE, Sector.FAITH, Sector.HOUSING
UNSAID, OTHER = Sector.UNSAID, Sector.OTHER
NOBODY: set[Sector] = set()


def voices(*sectors: Sector | None, choice: Choice | None = YES) -> list[Reply]:
    """One person of each sector, all answering one question."""
    return [
        reply(f"R{n}", SHARED_POWER, f"U0V{n}", sector=sector, choice=choice)
        for n, sector in enumerate(sectors)
    ]


def shown(digest: Digest) -> set[Sector]:
    return {line.sector for one in digest.questions for line in one.lines if line.sector}


def assumed(replies: Sequence[Reply]) -> Digest:
    terms = partnership(privacy={"quotes": "assumed"})
    return invented_digest(partnership=terms, replies=replies)


@pytest.mark.parametrize(
    ("sectors", "expected"),
    [
        ([HEALTH, HEALTH, POLICE, POLICE], NOBODY),
        ([HEALTH, HEALTH, HEALTH, POLICE, POLICE], {HEALTH, POLICE}),
        ([HEALTH] * 5, NOBODY),
        ([HEALTH, HEALTH, HEALTH, None, None], NOBODY),
        ([HEALTH, HEALTH, HEALTH, UNSAID, OTHER], NOBODY),
    ],
)
def test_five_people_of_two_sectors_are_the_fewest_beside_whom_a_sector_stands(
    sectors: list[Sector | None], expected: set[Sector]
) -> None:
    assert shown(invented_digest(replies=voices(*sectors))) == expected
    assert shown(assumed(voices(*sectors, choice=NO_WORD))) == expected


@pytest.mark.parametrize(("people", "agencies"), [(7, 2), (5, 4)])
def test_a_partnership_may_raise_either_floor(people: int, agencies: int) -> None:
    six = voices(HEALTH, HEALTH, POLICE, POLICE, FAITH, FAITH)
    privacy = {"minimum_people": people, "minimum_agencies": agencies}
    strict = invented_digest(partnership=partnership(privacy=privacy), replies=six)
    assert shown(invented_digest(replies=six)) == {HEALTH, POLICE, FAITH}
    assert shown(strict) == NOBODY


def test_one_person_with_many_replies_is_one_person() -> None:
    many = [
        reply(f"M{n}", SHARED_POWER, f"U0M{n % 2}", sector=(HEALTH, POLICE)[n % 2])
        for n in range(8)
    ]
    again = [*many, reply("M9", SHARED_POWER, "U0M9", sector=FAITH)]
    assert shown(invented_digest(replies=again)) == NOBODY


def test_the_only_person_of_a_sector_is_named_by_it_only_with_their_own_yes() -> None:
    five = [*voices(HEALTH, HEALTH, POLICE, POLICE, FAITH, HOUSING, choice=NO_WORD)]
    assert shown(assumed(five)) == {HEALTH, POLICE}
    agreed = [one.model_copy(update={"choice": YES}) for one in five]
    assert shown(assumed(agreed)) == {HEALTH, POLICE, FAITH, HOUSING}


def test_the_last_partner_without_a_sector_is_given_company() -> None:
    """Were only the faith partner unnamed, taking away the others would name them."""
    six = voices(HEALTH, HEALTH, HEALTH, POLICE, POLICE, FAITH, choice=NO_WORD)
    digest = assumed(six)
    assert shown(digest) == {HEALTH}  # the police, the smaller sector, keep them company


def test_somebody_who_did_not_say_a_sector_is_given_company_too() -> None:
    six = voices(HEALTH, HEALTH, HEALTH, POLICE, POLICE, None)
    assert shown(invented_digest(replies=six)) == {HEALTH}


def test_two_people_of_one_hidden_sector_are_not_company_enough() -> None:
    unsaid = voices(HEALTH, HEALTH, HEALTH, POLICE, POLICE, None, None)
    assert shown(invented_digest(replies=unsaid)) == {HEALTH}


def test_when_nobody_can_be_hidden_nobody_is_named() -> None:
    assert shown(assumed(voices(*[HEALTH] * 4, FAITH, choice=NO_WORD))) == NOBODY


def test_words_that_are_not_printed_need_no_company() -> None:
    five = voices(HEALTH, HEALTH, HEALTH, POLICE, POLICE)
    silent = reply("R9", SHARED_POWER, "U0V9", sector=FAITH, choice=NO_WORD)
    assert shown(invented_digest(replies=[*five, silent])) == {HEALTH, POLICE}


def test_a_single_view_has_no_sector_and_takes_none_from_the_others() -> None:
    five = voices(HEALTH, HEALTH, HEALTH, POLICE, POLICE)
    alone = reply("R9", SLOWER, "U0V9", sector=FAITH)
    digest = invented_digest(replies=[*five, alone])
    assert shown(digest) == {HEALTH, POLICE}


def test_the_invitation_lists_what_may_not_be_named_so_it_tells_nobody_apart() -> None:
    """One faith partner replied and was not quoted: the list is as if nobody had."""
    five = voices(HEALTH, HEALTH, HEALTH, POLICE, POLICE)
    silent = reply("R9", PURPOSE, "U0V9", sector=FAITH, choice=NO_WORD)
    invited = invented_digest(replies=five).invited
    assert {FAITH, HOUSING} < set(invited)
    assert not {HEALTH, POLICE} & set(invited)
    assert invented_digest(replies=[*five, silent]).invited == invited


@pytest.mark.parametrize(
    "sectors", [[], ["health", "police", "faith"], ["health", "police", "other", "unsaid"]]
)
def test_an_invitation_never_lists_one_sector_alone(sectors: list[str]) -> None:
    five = voices(HEALTH, HEALTH, HEALTH, POLICE, POLICE)
    digest = invented_digest(partnership=partnership(sectors=sectors), replies=five)
    assert digest.invited == ()


def test_nobody_is_invited_by_name_when_no_sector_may_be_named() -> None:
    assert invented_digest(replies=voices(HEALTH, HEALTH, POLICE, POLICE)).invited == ()


_voices = st.lists(
    st.tuples(
        st.sampled_from([SHARED_POWER, PURPOSE, SLOWER]),
        st.integers(0, 11),
        st.sampled_from([YES, YES, NO_WORD]),
    ),
    min_size=5,
    max_size=30,
)
_home = st.lists(st.sampled_from([None, HEALTH, POLICE, FAITH, HOUSING]), min_size=12, max_size=12)


@settings(max_examples=200, deadline=None)
@given(_voices, _home, st.sampled_from(["ask", "assumed"]))
def test_no_sector_is_the_only_one_left(
    said: list[tuple[Occurrence, int, Choice | None]], home: list[Sector | None], quotes: str
) -> None:
    replies = [
        reply(f"R{n}", to, f"U0V{who}", sector=home[who], choice=choice)
        for n, (to, who, choice) in enumerate(said)
    ]
    by_id = {one.id: one for one in replies}
    terms = partnership(privacy={"quotes": quotes})
    digest = invented_digest(partnership=terms, replies=replies)
    lines = [line for one in digest.questions if not one.one_voice for line in one.lines]
    hidden = [by_id[line.reply_id] for line in lines if line.sector is None]
    assert all(line.sector in (None, by_id[line.reply_id].sector) for line in lines)
    assert not {one.sector for one in hidden} & shown(digest)
    if shown(digest) and hidden:
        assert len({one.author for one in hidden}) >= 2
        assert len({one.sector for one in hidden}) >= 2
    assert not set(digest.invited) & shown(digest)


def test_one_person_who_brings_two_sectors_is_no_company_for_themselves() -> None:
    five = voices(HEALTH, HEALTH, HEALTH, POLICE, POLICE, choice=NO_WORD)
    both = [
        reply(f"B{n}", SHARED_POWER, "U0BOTH", sector=one, choice=NO_WORD)
        for n, one in enumerate((FAITH, HOUSING))
    ]
    assert shown(assumed([*five, *both])) == {HEALTH}
