"""Looks for somebody's place on the internet: handles, gamer tags, links to profiles and to files
about a person. Links to public pages are let pass.
"""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.around import after, before, sentence
from bot.core.guard.identifiers.lexicon import Lexicon
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting

_PROFILE = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:[\w-]{1,63}\.)?(?:instagram|insta|tiktok|snapchat|facebook|fb"
    r"|twitter|x|youtube"
    r"|twitch"
    r"|telegram|discord|steamcommunity|roblox|onlyfans|linktr|reddit|threads|bereal)\."
    r"(?:com|me|net|tv|gg|ee)/(?P<who>@?[\w.@?=/+%-]{3,200})|\bt\.me/(?P<group>[\w+/-]{3,100})",
    re.I,
)
_NO_PROFILE = re.compile(
    r"/(?:watch|playlist|embed|shorts|p|reel|groups?|events?|hashtag|search|share|help|about"
    r"|policies|legal"
    r"|safety|r|pages|download|login|explore|results|live|jobs|company|intl|en-gb)\b",
    re.I,
)
"""What stands after a network's name in a link to no person: a film, a group, its own pages."""

_LINK = re.compile(
    r"(?:https?://|(?<![\w.@/-]))(?P<host>[\w-]+(?:\.[\w-]+)+)(?P<path>/[^\s;|<>\"]{3,400})", re.I
)
_ABOUT_ONE = re.compile(
    r"(?:boy|girl|teen\w*|schoolboy|schoolgirl|pupil|toddler|baby|mum|mother"
    r"|father)[-_](?:\w+[-_])*?"
    r"(?:\d{1,2}|stab\w*|shot|kill\w*|miss\w*|die[sd]|death|murder\w*|rap\w*|attack\w*|arrest\w*"
    r"|charged|hurt)"
    r"|/(?:u|users?|v|members?|cases?|clients?|persons?|people|child|pupils?|students?|profile)/[\w%.-]*[\w.-]",
    re.I,
)
_PUBLIC_HOST = re.compile(
    r"\.(?:gov|nhs|police|ac|sch|parliament)\.|gov\.|legislation|slack\.com", re.I
)

_NET = (
    r"snap(?:chat)?|insta(?:gram)?|ig|tik ?tok|telegram|discord|psn|playstation|xbox|ps[45]"
    r"|roblox|fortnite"
    r"|minecraft|twitter|facebook|fb|kik|whats ?app|bereal|twitch|steam|youtube|gta"
)
_TAG = r"@?(?P<tag>[\w][\w.#-]{2,40}[\w])"
_NAMED = re.compile(
    rf"\b(?:(?:{_NET})(?:'s)?(?: (?:is|was|name|id|handle|tag|user(?:name)?|account|called|under|as"
    rf"|profile|accounts?))*"
    r"|(?:gamer ?tag|user(?: ?name)?|handle|screen ?name|account(?: name| called)?|gamer id))"
    r"(?: (?:he|she|they)(?:'s| is| are| goes by| posts as| uses))?"
    rf"(?: (?:is|on [\w ]{{2,20}}|under|called|name|id))*[\s:=,(\"'-]{{1,4}}(?:is )?{_TAG}",
    re.I,
)
_ON_NET = re.compile(
    rf"(?<![\w.@])@?(?P<tag>[\w][\w.#-]{{2,40}}[\w])[\"')]{{0,2}},? {{1,2}}(?:is (?:his|her"
    rf"|their) \w+ )?(?:on|in|from) (?:his |her |the )?"
    rf"(?:{_NET})\b",
    re.I,
)
_AT = re.compile(r"(?<![\w.@/])@ ?(?P<tag>[\w][\w.-]{2,40}[\w])")
_NET_NEAR = re.compile(rf"\b(?:{_NET})\b|\baccount\b|\bfollow\b|\bprofile\b", re.I)
_TWO_WORD_TAG = re.compile(
    r"\b(?:gamer ?tag|psn(?: id)?"
    r"|xbox(?: id)?)(?: is)?[\s:,\"'-]{1,3}(?P<tag>[A-Z]\w+(?: [A-Z]?\w+){1,2}\d+)"
)
_MADE_UP = re.compile(r"(?<![\w@/.#:-])[A-Za-z0-9.]{1,20}_[\w.]{1,30}[A-Za-z0-9_](?![\w/:-]|\.\w)")
_PERSON = re.compile(
    r"\b(?:he|she|he's|she's|his|her|him|goes by|calls? (?:him|her)self|profile|followers)\b", re.I
)
"""Who is spoken of where something written with a low line is somebody's name on a network."""
_OFFICIAL = re.compile(
    r"police|council|nhs|scp\b|safeguard|school|academy|nspcc|barnardo|childline|gov|trust|hub"
    r"|charity"
    r"|news|bbc|research|practice|partnership|society|support|service|centre|youth"
    r"|colleague|channel|here|everyone",
    re.I,
)


def profiles(lexicon: Lexicon, words: str) -> Iterator[Sighting]:
    """Profiles' addresses, links about one person, and what somebody is called on a network."""
    yield from _links(words)
    for pattern in (_NAMED, _ON_NET):
        for match in pattern.finditer(words):
            if _looks_like_a_tag(lexicon, match["tag"], words[match.start("tag") - 1]):
                yield _handle(*match.span("tag"))
    for match in _TWO_WORD_TAG.finditer(words):
        yield _handle(*match.span("tag"))
    for match in _MADE_UP.finditer(words):
        if _PERSON.search(sentence(words, *match.span())) and not _OFFICIAL.search(match.group()):
            yield _handle(*match.span())
    for match in _AT.finditer(words):
        yield from _at(words, match)


def _handle(start: int, end: int) -> Sighting:
    return Sighting("handle", start, end, LIKELY, "it is what somebody is called on a network")


def _links(words: str) -> Iterator[Sighting]:
    for match in _PROFILE.finditer(words):
        if not (_OFFICIAL.search(match.group()) or _NO_PROFILE.search(match.group())):
            yield Sighting("link", *match.span(), LIKELY, "it leads to somebody's profile")
    for match in _LINK.finditer(words):
        if _ABOUT_ONE.search(match["path"]) and not _PUBLIC_HOST.search(match["host"]):
            yield Sighting("link", *match.span(), POSSIBLE, "it leads to a page about one person")


def _looks_like_a_tag(lexicon: Lexicon, tag: str, mark: str) -> bool:
    """Something made up, and not a word: figures, dots or lines inside, or in no list."""
    if _OFFICIAL.search(tag) or lexicon.is_network(tag):
        return False
    if mark == "@" or re.search(r"\w[._#]\w|[a-z]\d|\d[a-z]|[a-z][A-Z]|-\d", tag):
        return True
    return not lexicon.is_word(tag) and not lexicon.is_network(tag) and "-" not in tag


def _at(words: str, match: re.Match[str]) -> Iterator[Sighting]:
    """A tag after @: somebody outside, where a network is named or the tag has figures in it."""
    if _OFFICIAL.search(match["tag"]):
        return
    near = before(words, match.start()) + after(words, match.end())
    if _NET_NEAR.search(near) or re.search(r"\d", match["tag"]):
        yield _handle(*match.span())
