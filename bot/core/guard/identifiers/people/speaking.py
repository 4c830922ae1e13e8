"""What a sentence speaks of round a name: a child's life, a colleague's work, or a complaint."""

import re

_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|he's|she's|hes|shes)\b", re.I)
_CHILD_LIFE = re.compile(
    r"\b(?:mum|mam|mom|mummy|mother|dad|father|nan|gran\w*|stepdad|stepmum|foster|carers?|placement|placed|school"
    r"|college|nursery|class|club|youth club|missing|excluded|exclusion|arrested|custody|police|stabbed|hurt|harm\w*|safe"
    r"|care plan|on a plan|in care|looked after|social worker|key ?worker|hospital|camhs|self[- ]harm\w*|groom\w*"
    r"|exploit\w*|traffick\w*|disclos\w*|carrying|knife|weed|drugs|county lines|gang|boyfriend|girlfriend|pregnant"
    r"|brother|sister|siblings?|twin|baby|family|home|flat|refuge|moved|bed|hungry|bruis\w*|trainers|phone|turned \d+"
    r"|child|kid|boy|girl|lad|young person|teen\w*|review|interpreter|dinner lady|court|order|help)\b",
    re.I,
)
_COLLEAGUE_BEFORE = re.compile(
    r"\b(?:thanks?|thank you|thx|ta|cheers|credit|kudos|shout[- ]?out|grateful|well done|hats off|diolch|appreciate\w*"
    r"|agree(?:d|s)?(?: with)?|i'm with|as|like|echo\w*|what|per|ask|contact|cc|email(?:ed)?|present|apologies|minutes"
    r"|actions?|attendees|attending|chair(?:ed)? by|led by|lead|from|by|colleagues?|speak to|spoke to|speak with|via|dear|hi|hello"
    r"|following|building on|points? from|slides|welcome|congrat\w*)\b[^.!?\n]{0,24}$|\+1[^.!?\n]{0,16}$",
    re.I,
)
_ROLE_BEFORE = re.compile(
    r"\b(?:dr|prof|professor|pc|dc|ds|di|dci|dcs|supt|sgt|sergeant|insp\w*|cllr|councillor|rev|reverend|imam|rabbi|pastor|baroness|lord"
    r"|lady|sir|dame|justice|judge|minister|commissioner|mp|chair|manager|officer|coordinator|co-ordinator|director|head"
    r"|analyst|nurse|colleague|author|researchers?|professor|scrutineer|trainer|consultant)\.?,? $",
    re.I,
)
_COLLEAGUE_AFTER = re.compile(
    r"(?: [A-Z][\w'-]+)?,? (?:\((?!\d|y|aged|m\b|f\b)[a-z]|from (?!home|school|care|placement|his|her|the flat|my)"
    r"|(?:in|at|of) (?:the )?(?:licensing|housing|health|police|probation|education|school nursing|public|early|youth|csc|yjs"
    r"|mash|our|legal|finance|comms|camhs team|adult|community|social care|children's|icb|council|women|la|food|mosque|church)"
    r"|(?:presented|chair(?:s|ed)|circulat\w+|sent|shared|led|hosts?|spoke|facilitat\w+|present(?:s|ed)|raised|suggested"
    r"|mentioned|wrote|writes|minuted|emailed|drafted|to (?:circulate|draft|send|ask|book|speak|chase|share|bring|update|follow))\b"
    r"|and (?:team|the|[A-Z]\w+ (?:from|in|at)))|'s (?:slides|point|team|work|model|idea|question|email|presentation|paper|comment|research|training|book|audit|review|report)\b",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:agenda|minutes|apologies|slides|circulate|actions?|chair(?:s|ed|ing)?|papers|terms of reference|tor|present|attendees"
    r"|will (?:send|share|bring|present|lead|circulate|cover)|book the room|presented|workshop|keynote|facilitat\w+|research"
    r"|author|framework|model|theory|trainer|conference|webinar|manager|coordinator|licensing|training)\b",
    re.I,
)
_COMPLAINT = re.compile(
    r"\b(?:allegations?|complain(?:t|ts|ed|ing)?|suspended|dismissed|disciplin\w+|misconduct|inappropriate\w*|strip[- ]search\w*"
    r"|groom\w*|lado (?:about|referral|re)|whistle\w*|never turned up|out of hours|told the family|shouted|hit|touched|investigat\w+"
    r"|under investigation|sacked|lied|abus\w+|unprofessional|rude)\b",
    re.I,
)


def is_of_a_child(around: str) -> bool:
    """True when one person is spoken of, and what belongs to a child's life."""
    return bool(_PERSON.search(around) and _CHILD_LIFE.search(around))


def touches_childs_life(around: str) -> bool:
    """True when what belongs to a child's life is spoken of, of one child or many."""
    return bool(_CHILD_LIFE.search(around))


def is_a_colleague(words: str, start: int, end: int, sentence: str) -> bool:
    """True when the person named is thanked, quoted, or has a part in the partnership's work."""
    return bool(
        _ROLE_BEFORE.search(words, max(0, start - 24), start)
        or _COLLEAGUE_BEFORE.search(words, max(0, start - 40), start)
        or _COLLEAGUE_AFTER.match(words, end, end + 60)
        or _MEETING.search(sentence)
    )


def has_a_role(words: str, start: int) -> bool:
    """True when a professional's title stands right before the name."""
    return bool(_ROLE_BEFORE.search(words, max(0, start - 24), start))


def is_a_complaint(sentence: str) -> bool:
    """True when somebody's conduct is complained of."""
    return bool(_COMPLAINT.search(sentence))
