"""Weighs what a sentence says of one child or family: age, school, place, event, day, what is rare.

Whoever knows the area would know who is meant once enough of it stands together.
"""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.people.passage import Passage
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting

_CHILD = (
    r"boy|girl|lad|lass|kid|child|pupil|student|young person|yp|teen(?:ager)?|toddler|baby"
    r"|youngster|son|daughter"
    r"|brother|sister|twins?|triplets|siblings?|looked[- ]after child|care leaver|16yo|15yo|14yo"
    r"|13yo"
)
_FAMILY = r"family|mum|mother|dad|father|household|couple|woman|man"

_ONE = re.compile(
    rf"\b(?:the|that|this|a|an|one|he's the|she's the|another|our|his"
    rf"|her)(?: [\w'-]{{1,30}}){{0,5}}? (?:{_CHILD})\b"
    rf"|\b(?:the|that|this)(?: [\w'-]{{1,30}}){{0,3}}? (?:{_FAMILY})\b"
    rf"|\bone of our [\w ]{{2,20}}(?:{_CHILD})s?\b"
    r"|\b(?:the|that|a|our) (?:year|yr|y) ?\d{1,2}\b(?! (?:assembl|curriculum|cohort|group|class"
    r"|transition))|\b(?:she|he) is\b|\b(?:1\d|[5-9])[- ]?(?:year|yr|y)[- ]?s?[- ]?old (?!s)"
    r"|\bthe (?:one|person) i mean\b|\b(?:his|her) (?:mum|mother|dad|father|brother|sister)\b"
    r"|\b1\d, year \d+",
    re.I,
)
_AGE = re.compile(
    r"\b(?:[5-9]|1\d)[- ]?(?:year|yr|y)?s?[- ]?(?:old|o)\b|\baged? (?:[5-9]|1\d)\b|\b(?:five|six"
    r"|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen)[- ]year[- ]old\b|\b(?:son|daughter|boy|girl|lad),? (?:1\d|[5-9])\b|(?:^|, )1\d, ",
    re.I,
)
_YEAR_GROUP = re.compile(
    r"\b(?:year|yr|y) ?(?:1[0-3]|[1-9])s?\b(?! ?%)|\bin (?:1[01]|[789])[A-Z]\b|\bunder 1\ds\b", re.I
)
_SCHOOL = re.compile(
    r"\b(?:[A-Z][\w'.-]+ ){1,3}(?:School|Academy|High|Primary|College|Grammar|Juniors?"
    r"|Infants?)\b|\b(?:St\.?|Saint|King|Queen) [A-Z][\w]+'?s?(?:'s)?\b"
    r"|\bat (?:the )?[A-Z][a-z]{3,}\b(?! (?:Road|Street|Council|Centre|Board))|\b(?:the|our|his"
    r"|her) (?:catholic |village |upper |primary |church )(?:school|academy)\b"
    r"|\bthe academy\b|\b(?:Rovers|United|Athletic|Juniors|Rangers|Wanderers)\b",
)
_PLACE = re.compile(
    r"\b(?:in|from|near|around|outside|off|on"
    r"|at) (?:the )?(?:[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?)(?: (?:estate|park|road|street|site|bridge"
    r"|wall))?\b"
    r"|\b(?:outside|above|behind|near|at|by|in|from|on) the (?:[\w'-]{1,30} )?(?:spar|co-?op|chippy"
    r"|chip shop|takeaway|bookies|bus station|train station|park|pub|mosque|church"
    r"|skate park|car wash|pavilion|bridge|estate|village|garage|launderette|seafront|pru|b&b"
    r"|halting site|farm|allotments|quarry|harbour|beach|off[- ]licence|shops?|corner shop|hotel"
    r"|caravan site|traveller site|retail park|flats?)\b|\b(?:chip shop|car wash)\b|\bvillage\b",
)
_EVENT = re.compile(
    r"\b(?:stabb\w+|shot|shooting|killed|murder\w*|died|death|drown\w*|jumped|hang\w+|overdos\w+"
    r"|crash\w*|airlifted|fire\b|firebomb\w*|set fire|arson|machete|knife ?point"
    r"|rap(?:ed|e)|kidnap\w*|abduct\w*|arrested|cuckooed|in the (?:paper|gazette|news|press|echo"
    r"|mail|post)|on the news|in court|convicted|jailed|prison|removed|excluded|groomed|found in"
    r"|missing|pregnant|gave birth"
    r"|trafficked|attacked|assault\w*|beaten|suicide|hit by|run over|explosion|evicted|deported"
    r"|approached|gets stopped)\b",
    re.I,
)
_RARE_EVENT = re.compile(
    r"\b(?:stabbed|shot|killed|murdered|died|drowned|jumped|airlifted|firebomb\w*|set fire"
    r"|machete|kidnapped|abducted|in the (?:paper|gazette|news|echo|post)|on the news"
    r"|jumped outside|came off (?:a|his|her)|the burns|went viral|born to a|raped|cuckooed|crash"
    r"|boot of a car|evicted|deported)\b",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:on|last|this|since|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:last"
    r"|this) (?:week|month|weekend|night|summer|september|october|november|december|january"
    r"|february|march|april|may|june|july|august)\b|\byesterday\b|\bin (?:january|february|march"
    r"|april|may|june|july|august|september|october|november|december)\b|\bthat week\b"
    r"|\bafter the\b",
    re.I,
)
_TRAIT = re.compile(
    r"\b(?:somali|roma|gypsy|traveller|polish|syrian|ukrainian|afghan|albanian|vietnamese|black"
    r"|asian|chinese|jewish|muslim|sikh|hindu|romanian|kurdish|eritrean|sudanese|nigerian"
    r"|catholic"
    r"|deaf|blind|wheelchair|one arm|tracheostomy|autistic|transgender|trans|non-binary|gay"
    r"|lesbian|down'?s|cerebral palsy|epilep\w+|stammer|albino|ginger|pregnant|twins?|triplets"
    r"|adopted"
    r"|looked[- ]after|fostered|care leaver|placed|placement|refugee|asylum|from (?:syria|poland"
    r"|kent|luton|london|afghanistan|sudan|eritrea)|new in|arrived)\b",
    re.I,
)
_PARENT = re.compile(
    r"\b(?:whose|his|her) (?:\w+[ -])?(?:dad|mum|mother|father|brother|sister|parents?"
    r"|uncle)s? (?:is|was|are|runs?|owns?|cleans?|works?|teaches|drives|has|in)\b"
    r"|\bmum is an? |\bdad is an? |\bfather in prison|\b(?:head ?teacher|deputy head|vicar|imam"
    r"|gp|councillor|magistrate|police officer|mayor|teacher)'s (?:wife|son|daughter|child|kid"
    r"|boy|girl|brother|sister)",
    re.I,
)
_ONLY = re.compile(
    rf"\b(?:the only|only one|just one|there is (?:just |only )?one"
    rf"|is the one)(?: [\w'-]{{1,30}}){{0,4}}? (?:{_CHILD}|family|looked[- ]after child"
    rf"|imam's wife)\b"
    r"(?! (?:group|worker|rep\b|representative|protection|in five|in the (?:room|meeting|group"
    r"|sample|data|survey)|on the (?:board|panel|call)))",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:only|one|just one) (?:\w+ ){0,3}in (?:\d+|two|three|four|five|six|seven|eight|nine"
    r"|ten)\b",
    re.I,
)
_THE_EVENT = re.compile(
    r"\bthe (?:stabbing|shooting|murder|assault|fire|arson|rape|attack|crash|kidnap\w*|suicide"
    r"|raid)\b[^.!?\n]{0,40}\b(?:outside|at|on|in|near)\b[^.!?\n]{0,40}"
    r"\b(?:last|on|this) (?:mon|tues|wednes|thurs|fri|satur|sun|week|night|month)\w*",
    re.I,
)
_KNOWN_TO_ALL = re.compile(
    r"\b(?:everyone|everybody|we all|you all|the whole (?:town|village|school"
    r"|estate))\b[\w ]{0,30}\b(?:kn[oe]ws?|talking about)\b|\bfirst (?:[\w ]{1,40}) in (?:this"
    r"|the|our) (?:town|village|school|county)\b",
    re.I,
)
_LIVES_WITH = re.compile(r"\blives? with (?:his|her) \w+|\bin foster care\b|\bsub?ject of\b", re.I)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|when|whenever|imagine|suppose|any|every|each|what is it like|what would|who do you"
    r"|should not|should never|might|could be|how do|how would|national case|for example a"
    r"|hypothetical"
    r"|a typical|case study|scenario|young people aged|children aged|with consent|on the panel"
    r"|advisory group|youth council|youth cafe)\b",
    re.I,
)
_NEEDED = 3.0
"""Weight at which a sentence singles somebody out: three details, or two of which one is rare."""

_WEIGHTS: tuple[tuple[re.Pattern[str], float], ...] = (
    (_AGE, 1.0),
    (_YEAR_GROUP, 1.0),
    (_SCHOOL, 1.0),
    (_PLACE, 1.0),
    (_EVENT, 0.5),
    (_RARE_EVENT, 1.0),
    (_WHEN, 1.0),
    (_TRAIT, 1.0),
    (_PARENT, 1.5),
    (_KNOWN_TO_ALL, 1.5),
    (_LIVES_WITH, 0.5),
)


def combinations(passage: Passage) -> Iterator[Sighting]:
    """Sentences about one child or family that hold enough to tell who it is."""
    words, place = passage.words, 0
    while place < len(words):
        start, end = passage.sentence_span(place)
        place = max(end, place + 1)
        sentence = words[start : min(end, start + 600)]
        if len(sentence) > 20:
            yield from _weighed(sentence, start)


def _weighed(sentence: str, start: int) -> Iterator[Sighting]:
    only = _ONLY.search(sentence)
    if only and not _SEVERAL.search(sentence) and _weight(sentence) >= 1.0:
        yield _sighting(sentence, start, "it says that somebody is the only one of a kind")
    elif _THE_EVENT.search(sentence) and not _HYPOTHETICAL.search(sentence):
        yield _sighting(sentence, start, "it tells what happened, where and when")
    elif (
        _ONE.search(sentence)
        and not _HYPOTHETICAL.search(sentence)
        and _weight(sentence) >= _NEEDED
    ):
        yield _sighting(
            sentence, start, "age, school, place, event or family together point at one person"
        )


def _weight(sentence: str) -> float:
    return sum(weight for pattern, weight in _WEIGHTS if pattern.search(sentence))


def _sighting(sentence: str, start: int, why: str) -> Sighting:
    begin = len(sentence) - len(sentence.lstrip())
    stop = len(sentence.rstrip())
    certainty = LIKELY if "only" in why else POSSIBLE
    return Sighting("combination", start + begin, start + max(stop, begin + 1), certainty, why)
