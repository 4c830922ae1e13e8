"""Looks for names right after a word for a child or a relative, such as "her son"."""

from collections.abc import Iterator

from bot.core.guard.finding import Certainty
from bot.core.guard.identifiers.people.passage import Passage, Strength
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting
from bot.core.guard.vocabulary import vocabulary

_ONE = vocabulary(
    """
    son daughter brother sister mum mother mam mom mummy dad father daddy nan nana gran
    grandma grandmother granny grandad granddad grandfather grandson granddaughter stepson
    stepdaughter stepdad stepmum stepfather stepmother stepbrother stepsister aunt auntie
    aunty uncle niece nephew cousin twin sibling boyfriend girlfriend ex partner friend mate
    bestie baby toddler newborn infant child kid girl boy lad lass pupil student teenager teen
    youngster yp person carer guardian eldest youngest oldest mab merch bachgen brawd chwaer
    tad nain taid
    """
)
_MANY = vocabulary(
    """
    children kids siblings brothers sisters twins sons daughters girls boys lads parents carers
    grandparents triplets sibs bros cousins grandchildren friends pupils students
    """
)
_OWNERS = vocabulary(
    """
    her his my their our your the a this that another one little whose ei fy ein
    """
)
_LINKS = frozenset({",", "(", ":", "-", "is", "was", "called", "named", "of", '"', "'", "'s"})
_NAMING = frozenset({"called", "named", "aka"})
_AFTER_A_NAME = vocabulary("is was has had went got who and in said told never does , . ( '") | {""}
"""What follows a name in small letters that no list knows, and seldom a misspelt word."""
_REVIEWS = vocabulary(
    """
    review reviews report inquiry case enquiry scr lcspr cspr law judgment
    """
)
_OF_A_CHURCH = frozenset({"sister", "brother", "father", "mother"})
_OFFICES = vocabulary(
    """
    unit service services team board panel forum council voice network project centre charter
    premium survey offer partnership programme fund trust strategy
    """
)
"""After capitals that make an office of what would else be a name: "Pupil Referral Unit"."""
_SMALL_WORDS_AFTER_CALLED = vocabulary(
    """
    me us you him her it them out in on at to for the a an back up and names by off over after
    again together home because our your their my his this that people police everyone not
    what
    """
)
_OF_MANY = vocabulary(
    "friend mate mother mum mam dad father brother sister parents parent cousin twin aunt auntie "
    "uncle nan gran grandma carer friends sons daughters"
)


def names_after_kin(passage: Passage) -> Iterator[Sighting]:
    """Names of children and relatives, and those that are listed with them."""
    tokens = passage.tokens
    for index, token in enumerate(tokens):
        if token.is_possessive and not _is_naming(passage, index + 1):
            continue
        if token.key in _ONE and not _is_of_a_church(passage, index):
            yield from _after(passage, index, many=False)
        elif token.key in _MANY or (token.key == "people" and tokens[index - 1].key == "young"):
            yield from _after(passage, index, many=True)


def _is_of_a_church(passage: Passage, index: int) -> bool:
    """True for the capital of "Sister Agnes" and "Father Michael", where nobody's is meant."""
    tokens = passage.tokens
    is_title = tokens[index].is_capital and tokens[index].key in _OF_A_CHURCH
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    is_owned = index > 0 and tokens[index - 1].key in _OWNERS
    return is_title and not is_owned and follows is not None and follows.is_capital


def _is_naming(passage: Passage, index: int) -> bool:
    """True for the "name is" of "the girl's name is"."""
    return index < len(passage.tokens) and passage.tokens[index].key == "name"


def _after(passage: Passage, index: int, many: bool) -> Iterator[Sighting]:
    at, links = _over_links(passage, index + 1)
    if at >= len(passage.tokens) or ("of" in links and passage.tokens[index].key not in _OF_MANY):
        return
    end = _named(passage, index, at, links, many)
    if not end:
        return
    certainty = LIKELY if passage.tokens[at].strength >= Strength.LOW else POSSIBLE
    yield _sighting(passage, at, end, certainty)
    yield from _listed(passage, end)


def _over_links(passage: Passage, at: int) -> tuple[int, set[str]]:
    """The index of the first token that is no link, and the links before it (at most four)."""
    links: set[str] = set()
    tokens = passage.tokens
    while at < len(tokens) and len(links) < 4:
        key = tokens[at].key
        if key in ("name", "names", "known", "as", "first", "who") and _leads_to_link(passage, at):
            links.add("is")
        elif key not in _LINKS:
            break
        else:
            links.add(key)
        at += 1
    return at, links


def _leads_to_link(passage: Passage, at: int) -> bool:
    following = passage.tokens[at + 1].key if at + 1 < len(passage.tokens) else ""
    return following in {"is", "was", "as", ":", "name", "called", "known"} or (
        passage.tokens[at].key == "as" and passage.tokens[at - 1].key == "known"
    )


def _named(passage: Passage, kin: int, at: int, links: set[str], many: bool) -> int:
    """Where a name at `at` ends; 0 when what stands there is no name."""
    token, end = passage.tokens[at], passage.name_from(at)
    following = passage.tokens[end].key if end < len(passage.tokens) else ""
    is_office = following in _OFFICES and passage.tokens[end].is_capital
    if following in _REVIEWS or is_office:
        return 0
    if links & _NAMING:
        is_small = token.key in _SMALL_WORDS_AFTER_CALLED or not token.text[0].isalpha()
        return 0 if is_small or (many and token.strength < Strength.SURNAME) else end
    is_set_apart = "," in links and following == ","
    if is_set_apart and token.strength >= Strength.WORDY:
        return end
    if many:
        is_one_of_two = token.strength is Strength.WORDY and _leads_to_a_name(passage, end)
        return end if is_one_of_two or token.strength in (Strength.SURE, Strength.LOW) else 0
    if token.strength >= Strength.LOW:
        return end
    is_owned = kin > 0 and passage.tokens[kin - 1].key in _OWNERS
    if token.strength is Strength.WORDY:
        return end if is_owned or "is" in links else 0
    if token.strength is Strength.STRANGE and not links and is_owned:
        is_typo = token.key.endswith(("ed", "ing", "ly", "nt")) or following not in _AFTER_A_NAME
        return 0 if is_typo else end
    is_particle = token.key in ("van", "von", "de", "al", "el", "ap", "bin", "ó")
    return end if is_particle and end > at + 1 else 0


def _leads_to_a_name(passage: Passage, at: int) -> bool:
    """True for "and" and another name."""
    tokens = passage.tokens
    is_and = at + 1 < len(tokens) and tokens[at].key in {"and", "&"}
    return is_and and tokens[at + 1].strength >= Strength.WORDY


def _listed(passage: Passage, at: int) -> Iterator[Sighting]:
    """The names after "and" and commas, as long as they go on."""
    tokens = passage.tokens
    while at + 1 < len(tokens) and tokens[at].key in {",", "and", "&", "a"}:
        if tokens[at].key == "," and tokens[at + 1].key == "and":
            at += 1
            continue
        if tokens[at + 1].strength < Strength.LOW:
            return
        end = passage.name_from(at + 1)
        yield _sighting(passage, at + 1, end, LIKELY)
        at = end


def _sighting(passage: Passage, at: int, end: int, certainty: Certainty) -> Sighting:
    start, stop = passage.tokens[at].start, passage.tokens[end - 1].end
    return Sighting(
        "name", start, stop, certainty, "it is a name, beside a word for a child or a relative"
    )
