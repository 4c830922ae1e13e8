"""Decides which sectors a digest may name. Hides who, never what was said."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from bot.core.digest.compiling.gather import authors
from bot.core.digest.heard import Voices
from bot.core.digest.lots import lot
from bot.core.partnership import Partnership, Privacy
from bot.core.replies import Choice, Reply
from bot.core.sectors import Sector

# People of one sector who replied before it is named without the yes of the one who is quoted.
# With one, "from faith groups" is a name in all but letters. A judgement.
PEOPLE_PER_SECTOR = 2

# People and sectors among whom somebody shown as "a partner" must be hidden. A judgement: with
# one of either, whoever takes away the named sectors knows which one is left.
COMPANY = 2

# Sectors in an invitation before it lists them: a list of one would point, in front of the
# board, at whoever brings that sector, perhaps one person. A judgement.
SECTORS_PER_INVITATION = 2

# Not parts of a partnership: naming them tells the board nothing.
_NO_SECTOR = frozenset({Sector.OTHER, Sector.UNSAID})

_People = dict[Sector | None, set[str]]


def may_be_quoted(reply: Reply, privacy: Privacy) -> bool:
    """True when this reply's words may be printed under the partnership's own terms."""
    if privacy.quotes == "never" or reply.choice in (Choice.LEAVE_OUT, Choice.COUNT_ONLY):
        return False
    return privacy.quotes == "assumed" or reply.choice is Choice.QUOTE


def nameable_sectors(
    replies: Sequence[Reply], quoted: Sequence[Reply], privacy: Privacy, cycle_id: str
) -> frozenset[Sector]:
    """The sectors that this cycle's digest may name; possibly none. `replies` are all that count,
    `quoted` those that stand for a theme.

    1. None, unless at least `minimum_people` people replied, from at least
       `minimum_agencies` sectors.
    2. Then a sector from which at least PEOPLE_PER_SECTOR people replied; or one of which all
       who are quoted chose "quote me by sector" themselves.
    3. Secondary suppression. Everybody else who is quoted is "a partner". Were these others
       one person, or all of one sector, then a reader who knows who was asked would find them
       by taking away the named sectors. So the named sector with the fewest people joins the
       others, again and again, until there are no others, or at least COMPANY people from
       COMPANY sectors (not having said a sector counts as one).

    A single view never shows a sector: its line may be anybody's and needs no company.
    """
    people = by_sector(replies)
    sectors = {sector for sector in people if sector is not None}
    if len(authors(replies)) < privacy.minimum_people or len(sectors) < privacy.minimum_agencies:
        return frozenset()
    named = {s for s in sectors if len(people[s]) >= PEOPLE_PER_SECTOR or _all_agreed(s, quoted)}
    while named and not _hidden_in_company(by_sector(quoted), named):
        named.remove(_fewest(named, people, cycle_id))
    return frozenset(named)


def voices(
    replies: Sequence[Reply],
    named: Collection[Sector],
    quoted: Collection[Sector],
    privacy: Privacy,
    cycle_id: str,
) -> Voices:
    """From which sectors the replies of one theme or thread came, as far as that may be said.

    Named only from `minimum_people` people of `minimum_agencies` sectors on, and of the sectors
    that the digest names anyway only those with PEOPLE_PER_SECTOR people here. `quoted` are
    sectors shown beside its quotes. Everybody in neither is one of "other partners", who must be
    nobody or in company, as in `nameable_sectors`; else the smallest named sector joins them.
    Who compares two digests, or a theme with the year, finds no step of one person: a sector
    comes and goes only with PEOPLE_PER_SECTOR people.
    """
    people = by_sector(replies)
    known = {sector for sector in people if sector is not None}
    if len(authors(replies)) < privacy.minimum_people or len(known) < privacy.minimum_agencies:
        return Voices()
    told = {s for s in known & set(named) if len(people[s]) >= PEOPLE_PER_SECTOR}
    while told and not _hidden_in_company(people, told | set(quoted)):
        told.remove(_fewest(told, people, cycle_id))
    if not told:
        return Voices()
    others = len(told) < len(people)
    return Voices(
        sectors=tuple(sorted(told, key=lambda s: lot(cycle_id, s))),
        others=others,
        at_least=len(told) + (1 if others else 0),
    )


def invited_sectors(partnership: Partnership, named: frozenset[Sector]) -> tuple[Sector, ...]:
    """The sectors to invite by name; none means that the invitation is a general one.

    Every sector of the partnership that may not be named, whether nobody, somebody not quoted,
    or somebody shown as "a partner" replied from it. So the list tells neither who was silent
    nor who a partner is: list and quotes together tell no more than the quotes do.
    """
    missing = tuple(s for s in partnership.sectors if s not in named and s not in _NO_SECTOR)
    return missing if named and len(missing) >= SECTORS_PER_INVITATION else ()


def by_sector(replies: Iterable[Reply]) -> _People:
    """The different people under each sector; None holds those who did not say one."""
    people: _People = defaultdict(set)
    for reply in replies:
        people[None if reply.sector in _NO_SECTOR else reply.sector].add(reply.author)
    return dict(people)


def _fewest(named: Iterable[Sector], people: _People, cycle_id: str) -> Sector:
    return min(named, key=lambda s: (len(people[s]), lot(cycle_id, s)))


def _all_agreed(sector: Sector, quoted: Sequence[Reply]) -> bool:
    choices = [reply.choice for reply in quoted if reply.sector is sector]
    return bool(choices) and all(choice is Choice.QUOTE for choice in choices)


def _hidden_in_company(people: _People, named: Collection[Sector]) -> bool:
    others = {sector: who for sector, who in people.items() if sector not in named}
    company = len(set().union(*others.values()))
    return not others or (len(others) >= COMPANY and company >= COMPANY)
