"""What a sentence may tell of one child or family, and how much each detail narrows who it is."""

import re

from bot.core.guard.vocabulary import any_of

CHILD = any_of(r"""
    boys?|girls?|lads?|lass|kids?|child|pupil|student|young person|yp|teen(?:ager)?|toddler|baby|
    youngster|son|daughter|brother|sister|twins?|triplets|siblings?|wheelchair user|newcomer|
    refugee|looked[- ]after child|care leaver|\d\d ?yo|grandson|granddaughter|nephew|niece
""")
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = any_of(r"""
    january|february|march|april|may|june|july|august|september|october|november|december
""")
_IN_WORDS = any_of(r"""
    five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen
""")

_AGE = (
    r"\bs?he's (?:[5-9]|1\d)\b(?!%)"
    r"|\b(?:[5-9]|1\d)[- ]?(?:year|yr|y)?s?[- ]?(?:old|o)\b|\baged? (?:[5-9]|1\d)\b"
    rf"|\b{_IN_WORDS}[- ]year[- ]old\b|\b(?:is|was|of) (?:{_IN_WORDS}|1\d)\b(?! ?(?:%|miles|of\b"
    rf"|per|schools))"
    r"|\b(?:son|daughter|boy|girl|lad),? (?:1\d|[5-9])\b|(?:^|, )1\d, |\bat 1[0-7]\b|\b(?:about"
    r"|around) 1[0-7]\b"
)
_YEAR_GROUP = (
    r"\b(?:year|yr|y) ?(?:1[0-3]|[1-9])s?\b(?! ?%)|\bin (?:1[01]|[789])[A-Z]\b|\bunder 1\ds\b"
)
_SCHOOL = (
    r"(?-i:\b(?:[A-Z][\w'.-]{1,30} ){1,3}(?:School|Academy|High|Primary|College|Grammar|Juniors?"
    r"|Infants?|Nursery)\b"
    r"|\b(?:St\.?|Saint|King|Queen|Ysgol) [A-Z]\w+(?:'s)?(?: [A-Z]\w+'s)?"
    r"|\bat (?:the )?[A-Z][a-z]{3,}\b(?! (?:Road|Street|Council|Centre|Board|Lane|Place|Park|Hall))"
    r"|\b(?:Rovers|United|Athletic|Rangers|Wanderers)\b)"
    r"|\b(?:the|our|his|her) (?:catholic |village |upper |lower |primary |church |special |high "
    r"|middle )(?:school|academy)\b|\bat the (?:grammar|primary|juniors?|infants?|comp)\b"
    r"|\bthe (?:academy|pru)\b|\bsixth form\b|\b(?:at|in) our (?:school|nursery|college|church"
    r"|mosque|club)\b"
)
_PLACE = (
    r"(?-i:\b(?:in|from|near|around|round|outside|off|on|at"
    r"|above) (?:the )?[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?"
    r"(?: (?:estate|park|road|street|site|bridge|wall|flats))?\b)"
    r"|\b(?:outside|above|behind|opposite|near|at|by|in|from|on|next to) (?:the|that"
    r"|our) (?:[\w'-]{1,20} )?"
    + any_of(r"""
    spar|co-?op|chippy|chip shop|takeaway|bookies|bus station|train station|park|pub|mosque|
    church|skate park|car wash|pavilion|bridge|estate|village|garage|off[- ]licence|shops?|
    corner shop|hotel|caravan site|traveller site|halting site|retail park|flats?|launderette|
    seafront|pru|b&b|farm|allotments|quarry|harbour|beach|school field|field|ward|terrace|
    barber'?s|library|canal|river|lake|reservoir|station
""")
    + r"\b|\b(?:chip shop|car wash|village)\b"
)
_EVENT = r"\b" + any_of(r"""
    stabb\w+|shot|shooting|killed|murder\w*|died|death|drown\w*|jumped|hang\w+|overdos\w+|
    crash\w*|airlifted|fire\b|firebomb\w*|set fire|arson|machete|knife ?point|raped?|kidnap\w*|
    abduct\w*|arrested|cuckooed|in court|convicted|jailed|prison|removed|excluded|groomed|
    found in|was found|missing|pregnant|gave birth|had a baby|trafficked|attacked|assault\w*|
    beaten|suicide|hit by|run over|explosion|evicted|deported|approached|gets stopped|burns|
    graffiti|came off|expelled|suspended|caught|dealing|house fire
""")
_RARE = r"\b" + any_of(r"""
    stabbed|shot|killed|murdered|died|drowned|jumped|airlifted|firebomb\w*|set fire|machete|
    kidnapped|abducted|in the (?:paper|gazette|news|press|echo|post)|on the (?:news|telly)|
    went viral|raped|cuckooed|crash|boot of a car|evicted|deported|came off (?:a|his|her)|
    house fire|fell from|filmed (?:in|at|on)|
    won (?:the|a|an) (?:\w+ ){0,3}(?:prize|medal|cup|award|race)|
    lost (?:two|three|a|both|her|his|their) (?:\w+ )?(?:child\w*|sons?|daughters?|baby|parents?)|
    the burns|hit by (?:a|the) (?:train|car|bus|van|lorry|tram)|run over|knocked down|
    born (?:to a|in (?:a|the))|had a baby|gave birth|found in a|
    lost (?:an|his|her) (?:arm|leg|eye|hand|foot|hearing|sight)|burn(?:ed|t) down
""")
_WHEN = (
    rf"\b(?:on|last|this|since|next) {_DAY}\b|\bsince {_MONTH}\b|\b(?:last|this) (?:week|month"
    rf"|weekend|night|summer"
    rf"|{_MONTH})\b"
    rf"|\byesterday\b|\bon (?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b|\bin {_MONTH}\b"
    rf"|\bthat week\b|\bafter the\b|\b(?:on|since|at) "
    + any_of(r"""
    bonfire night|halloween|christmas(?: eve| day)?|new year'?s?(?: eve| day)?|
    valentine'?s(?: day| night)?|easter|eid|boxing day|mischief night|the \d\d?(?:st|nd|rd|th)
""")
    + r"\b"
)
_TRAIT = (
    r"\b"
    + any_of(r"""
    somali|roma|gypsy|traveller|polish|syrian|ukrainian|afghan|albanian|vietnamese|black|asian|
    chinese|jewish|muslim|sikh|hindu|romanian|kurdish|eritrean|sudanese|nigerian|catholic|deaf|
    blind|wheelchair|one arm|tracheostomy|hearing aid|autistic|transgender|trans|non-binary|gay|
    lesbian|down'?s|cerebral palsy|epilep\w+|stammer|albino|pregnant|twins?|triplets|adopted|
    looked[- ]after|fostered|care leaver|placed|placement|refugee|asylum|
    turkish|bulgarian|hungarian|lithuanian|latvian|pakistani|bangladeshi|bengali|iranian|iraqi|
    ethiopian|ghanaian|congolese|portuguese|brazilian|prosthetic|guide dog|stutter|sikh temple|
    (?:mum|mother|dad|father|one) of (?:four|five|six|seven|eight|nine)|
    (?:four|five|six|seven|eight|nine) (?:kids|children|brothers|sisters|siblings|girls|boys)|
    from (?:syria|poland|kent|luton|london|afghanistan|sudan|eritrea)|new in|arrived|burns|
    with the \w+|the (?:eldest|youngest)|eldest|youngest
""")
    + r"\b"
)
_KIN = r"(?:step-?)?(?:dad|mum|mam|mother|father|brother|sister|parent|uncle|aunt|nan|gran)s?"
_RELATIVE = (
    rf"\b{_KIN} (?:who|that) (?:runs?|owns?|drives|teaches|cleans|cooks|preaches)\b"
    rf"|\bwhose (?:husband|wife|partner) (?:is|runs|owns|drives|works|teaches)\b"
    rf"|\b(?:whose|his|her) (?:\w+[ -])?{_KIN} (?:is|was|are|runs?|owns?|cleans?|works?|teaches"
    rf"|drives|has|in|got)\b"
    r"|\b(?:mum|dad|mother|father) is an? |\b(?:father|dad|mum|mother) in prison"
    r"|\b(?:head(?: ?teacher)?|deputy head|vicar|imam|gp|doctor|councillor|magistrate"
    r"|police officer|mayor|teacher"
    r"|caretaker|barber|butcher|landlord|publican|farmer|postman|solicitor|pastor|priest"
    r"|headmaster|headmistress)(?:'s|s) "
    rf"(?:own |eldest |youngest |oldest )?(?:wife|grand\w+|niece|nephew|eldest|youngest|{CHILD})\b"
    r"|\bfamily (?:who|that) (?:run|own)s?\b|\b(?:shop"
    r"|farm|pub|takeaway) family\b"
)
_KNOWN = (
    r"\b(?:everyone|everybody|we all|you all|you'?ll (?:all )?(?:know|remember)|the whole (?:town"
    r"|village|school|estate))\b"
    r"(?:[\w ]{0,30}\b(?:kn[oe]ws?|talking about|meant?)\b)?"
    r"|\bfirst [\w ]{1,40} in (?:this|the|our) (?:town|village|school|county)\b|\bthe one i mean\b"
)
_WHO = (
    rf"\bthe (?:[\w'-]{{1,20}} ){{0,3}}(?:{CHILD}|family|mum|mother|dad|father) (?:who|that"
    rf"|whose)\b"
)
_HOME = r"\blives? with (?:his|her) \w+|\bin foster care\b|\bsubject of\b|\bnew foster placement\b"

WEIGHTS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern, re.I), weight)
    for pattern, weight in (
        (_AGE, 1.0),
        (_YEAR_GROUP, 1.0),
        (_SCHOOL, 1.0),
        (_PLACE, 1.0),
        (_EVENT, 0.5),
        (_RARE, 1.5),
        (_WHEN, 1.0),
        (_TRAIT, 1.0),
        (_RELATIVE, 2.0),
        (_KNOWN, 1.5),
        (_HOME, 0.5),
        (_WHO, 0.5),
    )
)
"""A detail counts once. A parent's trade, and that everybody knows, narrow more than an age."""


def weight(sentence: str) -> float:
    """How much a sentence narrows who is meant: three is as much as age, school and place."""
    return sum(each for pattern, each in WEIGHTS if pattern.search(sentence))
