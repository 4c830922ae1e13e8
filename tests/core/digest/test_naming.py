"""Which sectors stand beside quotes: never one that points at a person."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.digest.compiling.naming import (
    PEOPLE_PER_SECTOR,
    may_be_quoted,
    nameable_sectors,
    voices,
)
from bot.core.digest.digest import Digest
from bot.core.digest.heard import Voices
from bot.core.partnership import Privacy
from bot.core.replies import Choice, Reply
from bot.core.sectors import Sector
from tests.core.digest.invented_cycle import (
    PURPOSE,
    SHARED_POWER,
    SLOWER,
    grouping,
    invented_digest,
    partnership,
    reply,
    together,
)

YES, NO_WORD = Choice.QUOTE, None
HEALTH, POLICE, FAITH, HOUSING = Sector.HEALTH, Sector.POLICE, Sector.FAITH, Sector.HOUSING
UNSAID, OTHER = Sector.UNSAID, Sector.OTHER
NOBODY: set[Sector] = set()
ASK, ASSUMED = Privacy(), Privacy(quotes="assumed")


def people(*sectors: Sector | None, choice: Choice | None = YES) -> list[Reply]:
    """One person of each sector, all answering one question."""
    return [
        reply(f"R{n}", SHARED_POWER, f"U0V{n}", sector=sector, choice=choice)
        for n, sector in enumerate(sectors)
    ]


def shown(digest: Digest) -> set[Sector]:
    return {line.sector for line in digest.lines() if line.sector}


def named(replies: Sequence[Reply], privacy: Privacy = ASK) -> set[Sector]:
    """The sectors a digest may name when everybody who may be quoted is."""
    quoted = [one for one in replies if may_be_quoted(one, privacy)]
    return set(nameable_sectors(replies, quoted, privacy, "anytown:2027-02-03"))


def assumed(replies: Sequence[Reply]) -> set[Sector]:
    return named(replies, ASSUMED)


def of_a_theme(*sectors: Sector | None, quoted: Sequence[Sector] = ()) -> Voices:
    """Which voices a theme by these people admits to, where the digest may name every sector."""
    return voices(people(*sectors), set(Sector), quoted, ASK, "anytown:2027-02-03")


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
    assert named(people(*sectors)) == expected
    assert assumed(people(*sectors, choice=NO_WORD)) == expected


@pytest.mark.parametrize(("people_", "agencies"), [(7, 2), (5, 4)])
def test_a_partnership_may_raise_either_floor(people_: int, agencies: int) -> None:
    six = people(HEALTH, HEALTH, POLICE, POLICE, FAITH, FAITH)
    strict = Privacy(minimum_people=people_, minimum_agencies=agencies)
    assert named(six) == {HEALTH, POLICE, FAITH}
    assert named(six, strict) == NOBODY


def test_one_person_with_many_replies_is_one_person() -> None:
    many = [
        reply(f"M{n}", SHARED_POWER, f"U0M{n % 2}", sector=(HEALTH, POLICE)[n % 2])
        for n in range(8)
    ]
    again = [*many, reply("M9", SHARED_POWER, "U0M9", sector=FAITH)]
    assert named(again) == NOBODY


def test_the_only_person_of_a_sector_is_named_by_it_only_with_their_own_yes() -> None:
    five = [*people(HEALTH, HEALTH, POLICE, POLICE, FAITH, HOUSING, choice=NO_WORD)]
    assert assumed(five) == {HEALTH, POLICE}
    agreed = [one.model_copy(update={"choice": YES}) for one in five]
    assert assumed(agreed) == {HEALTH, POLICE, FAITH, HOUSING}


def test_the_last_partner_without_a_sector_is_given_company() -> None:
    """Were only the faith partner unnamed, taking away the others would name them."""
    six = people(HEALTH, HEALTH, HEALTH, POLICE, POLICE, FAITH, choice=NO_WORD)
    assert assumed(six) == {HEALTH}  # the police, the smaller sector, keep them company


def test_somebody_who_did_not_say_a_sector_is_given_company_too() -> None:
    six = people(HEALTH, HEALTH, HEALTH, POLICE, POLICE, None)
    assert named(six) == {HEALTH}


def test_two_people_of_one_hidden_sector_are_not_company_enough() -> None:
    unsaid = people(HEALTH, HEALTH, HEALTH, POLICE, POLICE, None, None)
    assert named(unsaid) == {HEALTH}


def test_when_nobody_can_be_hidden_nobody_is_named() -> None:
    assert assumed(people(*[HEALTH] * 4, FAITH, choice=NO_WORD)) == NOBODY


def test_words_that_are_not_printed_need_no_company() -> None:
    five = people(HEALTH, HEALTH, HEALTH, POLICE, POLICE)
    silent = reply("R9", SHARED_POWER, "U0V9", sector=FAITH, choice=NO_WORD)
    assert named([*five, silent]) == {HEALTH, POLICE}


def test_a_single_view_has_no_sector_and_takes_none_from_the_others() -> None:
    five = people(HEALTH, HEALTH, HEALTH, POLICE, POLICE)
    alone = reply("R9", SLOWER, "U0V9", sector=FAITH)
    found = grouping(together(*(one.id for one in five), subthemes=(("R1", "R2"), ("R3", "R4"))))
    digest = invented_digest(replies=[*five, alone], grouping=found)
    assert shown(digest) == {HEALTH, POLICE}


def test_the_invitation_lists_what_may_not_be_named_so_it_tells_nobody_apart() -> None:
    """One faith partner replied and was not quoted: the list is as if nobody had."""
    five = people(HEALTH, HEALTH, HEALTH, POLICE, POLICE)
    silent = reply("R9", PURPOSE, "U0V9", sector=FAITH, choice=NO_WORD)
    invited = invented_digest(replies=five).invited
    assert {FAITH, HOUSING} < set(invited)
    assert not {HEALTH, POLICE} & set(invited)
    assert invented_digest(replies=[*five, silent]).invited == invited


@pytest.mark.parametrize(
    "sectors", [[], ["health", "police", "faith"], ["health", "police", "other", "unsaid"]]
)
def test_an_invitation_never_lists_one_sector_alone(sectors: list[str]) -> None:
    five = people(HEALTH, HEALTH, HEALTH, POLICE, POLICE)
    digest = invented_digest(partnership=partnership(sectors=sectors), replies=five)
    assert digest.invited == ()


def test_nobody_is_invited_by_name_when_no_sector_may_be_named() -> None:
    assert invented_digest(replies=people(HEALTH, HEALTH, POLICE, POLICE)).invited == ()


@pytest.mark.parametrize(
    ("sectors", "expected"),
    [
        ([HEALTH, HEALTH, POLICE, POLICE], Voices()),  # four people
        ([HEALTH] * 5, Voices()),  # one sector
        ([HEALTH] * 3 + [POLICE] * 2, Voices(sectors=(HEALTH, POLICE), at_least=2)),
        ([HEALTH] * 3 + [POLICE], Voices()),
        ([HEALTH] * 4 + [POLICE], Voices()),  # the one from the police would be found
        ([HEALTH] * 3 + [POLICE, FAITH], Voices(sectors=(HEALTH,), others=True, at_least=2)),
        ([HEALTH] * 3 + [FAITH, None], Voices(sectors=(HEALTH,), others=True, at_least=2)),
        ([HEALTH] * 3 + [None, None], Voices()),
    ],
)  # fmt: skip
def test_a_theme_names_sectors_only_where_nobody_can_be_found(
    sectors: list[Sector | None], expected: Voices
) -> None:
    found = of_a_theme(*sectors)
    assert (set(found.sectors), found.others, found.at_least) == (
        set(expected.sectors),
        expected.others,
        expected.at_least,
    )


def test_a_sector_beside_a_quote_leaves_no_single_other_partner() -> None:
    """Police, health and faith are seen; the one left over would be housing."""
    sectors = [HEALTH, HEALTH, POLICE, POLICE, FAITH, HOUSING]
    assert of_a_theme(*sectors).at_least == 3
    assert len(of_a_theme(*sectors, quoted=[FAITH]).sectors) == 1


_seats = st.lists(st.sampled_from([None, HEALTH, POLICE, FAITH, HOUSING]), max_size=14)


@settings(max_examples=300, deadline=None)
@given(_seats, st.sets(st.sampled_from([HEALTH, POLICE, FAITH, HOUSING])))
def test_whoever_is_an_other_partner_is_so_in_company(
    sectors: list[Sector | None], quoted: set[Sector]
) -> None:
    found = of_a_theme(*sectors, quoted=sorted(quoted & set(sectors)))
    if found.sectors:
        assert all(sectors.count(one) >= PEOPLE_PER_SECTOR for one in found.sectors)
        seen = {*found.sectors, *quoted}
        hidden = [one for one in sectors if one not in seen]
        assert not hidden or (len(hidden) >= 2 and len(set(hidden)) >= 2)
        assert found.at_least <= len({one for one in sectors if one})


@settings(max_examples=300, deadline=None)
@given(_seats, st.sampled_from([HEALTH, POLICE, FAITH, HOUSING]))
def test_between_two_digests_no_sector_comes_or_goes_with_one_unknown_person(
    sectors: list[Sector | None], more: Sector
) -> None:
    """What a theme named last time, and names when one more person raised it."""
    before, after = of_a_theme(*sectors), of_a_theme(*sectors, more)
    for came in set(after.sectors) - set(before.sectors):
        assert [*sectors, more].count(came) >= PEOPLE_PER_SECTOR
    for went in set(before.sectors) - set(after.sectors):
        assert sectors.count(went) >= PEOPLE_PER_SECTOR


def test_one_person_who_brings_two_sectors_is_no_company_for_themselves() -> None:
    five = people(HEALTH, HEALTH, HEALTH, POLICE, POLICE, choice=NO_WORD)
    both = [
        reply(f"B{n}", SHARED_POWER, "U0BOTH", sector=one, choice=NO_WORD)
        for n, one in enumerate((FAITH, HOUSING))
    ]
    assert assumed([*five, *both]) == {HEALTH}
