"""What a sentence speaks of round a name: a child's life, a colleague's work, or a complaint."""

import re

_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|he's|she's|hes|shes)\b", re.I)
_CHILD_LIFE = re.compile(
    r"\b(?:mum|mam|mom|mummy|mother|dad|father|nan|gran\w*|step-?dad|step-?mum|foster|carers?"
    r"|placements?|placed|school"
    r"|college|nursery|class|club|missing|exclu\w+|arrested|nicked|custody|police|stabbed|hurt"
    r"|harm\w*|safe|care plan"
    r"|on a plan|(?:in|into) care|looked after|social worker|key ?worker|hospital|camhs"
    r"|self[- ]harm\w*|groom\w*|exploit\w*|traffick\w*"
    r"|disclos\w*|carrying|knife|weed|drugs|county lines|gang|boyfriend|girlfriend|pregnant"
    r"|brother|sister|siblings?|twin"
    r"|baby|family|home|flat|refuge|moved|bed|hungry|bruis\w*|trainers|phone|turned \d+|child|kid"
    r"|boy|girl|lad"
    r"|young person|teen\w*|review|interpreter|dinner lady|court|order|help|strategy meetings?"
    r"|conference|voice|coat"
    r"|teaching assistant|referral|attendance|off roll|sofa[- ]surf\w*|coach|smiles?)\b",
    re.I,
)
_OWN_LIFE = re.compile(
    r"\b(?:his|her|he's|she's|hes|shes) (?:own |new |last |foster |little |older |younger "
    r"|whole )?(?:mum|mam|mom|mother|dad|father|nan|gran\w*|parents?|carers?|aunt\w*"
    r"|uncle|brothers?|sisters?|siblings?|family|placement|school|social worker|key ?worker"
    r"|review|ehcp|phone|friends?|class|college|home|flat|bed"
    r"|birthday|voice|wishes|bruis\w+|boyfriend|girlfriend|teaching assistant|teachers?"
    r"|form tutor|solicitor|guardian|childhood|medication|coat|uniform)\b"
    r"|\b(?:he|she)(?:'s| is| was| has been|'d been| had been| gets| got| keeps"
    r"| kept)? (?:\w+ )?(?:missing|excluded|arrested|moved|stabbed|hurt|safe|carrying|pregnant"
    r"|groomed"
    r"|placed|in care|into care|in custody|disclosed|scared|frightened|hungry|bruised|let down"
    r"|self-?harming|running away|ran away|exploited|cuckooed|taken into care"
    r"|nicked|found|asked for help|turned \d+|sleeping rough|on a plan|out of school)\b",
    re.I,
)
_COLLEAGUE_BEFORE = re.compile(
    r"\b(?:thanks?|thank you|thx|ta|cheers|credit|kudos|shout[- ]?out|grateful|well done|hats off"
    r"|diolch|appreciate\w*"
    r"|agree(?:d|s)?(?: with)?|i'm with|as|like|echo\w*|what|per|ask|contact|cc|email(?:ed)?"
    r"|present|apologies|minutes"
    r"|actions?|attendees|attending|chair(?:ed)? by|led by|lead|from|by|colleagues?|speak to"
    r"|spoke to|speak with|via|dear|hi|hello"
    r"|colleague|manager|boss|could|can|following|building on|points? from|slides|welcome"
    r"|congrat\w*)\b[^.!?\n]{0,24}$|\+1[^.!?\n]{0,16}$",
    re.I,
)
_ROLE_BEFORE = re.compile(
    r"\b(?:dr|prof|professor|pc|dc|ds|di|dci|dcs|supt|sgt|sergeant|insp\w*|cllr|councillor|rev"
    r"|reverend|imam|rabbi|pastor|baroness|lord"
    r"|lady|sir|dame|justice|judge|minister|commissioner|mp|chair|manager|officer|coordinator"
    r"|co-ordinator|director|head"
    r"|analyst|nurse|colleague|author|researchers?|professor|scrutineer|trainer|consultant)\.?,? $",
    re.I,
)
_COLLEAGUE_AFTER = re.compile(
    r"(?: [A-Z][\w'-]{1,30})?,? (?:\((?!\d|y|aged|m\b|f\b)[a-z]|from (?!home|school|care"
    r"|placement|his"
    r"|her|the flat|my)"
    r"|(?:in|at|of) (?:the )?(?:licensing|housing|health|police|probation|education"
    r"|school nursing|public|early|youth|csc|yjs"
    r"|mash|our|legal|finance|comms|camhs team|adult|community|social care|children's|icb|council"
    r"|women|la|food|mosque|church)"
    r"|(?:presented|chair(?:s|ed)|circulat\w+|sent|shared|led|hosts?|spoke|facilitat\w+"
    r"|present(?:s|ed)|raised|suggested"
    r"|mentioned|wrote|writes|minuted|emailed|drafted|to (?:circulate|draft|send|ask|book|speak"
    r"|chase|share|bring|update|follow))\b"
    r"|(?:has |have |had |was |were |is )?(?:also |so |really |always )?(?:found|mapped|rang"
    r"|brilliant|great|fantastic|helpful|wonderful|covers?|covering|works?|worked|organis\w+"
    r"|arrang\w+"
    r"|joined|brought|leaving|leaves|retir\w+|started a|makes a|made a|did (?:a|the|it)|explained"
    r"|summed|put it|nailed|volunteer\w+|offered|set up|trained|taught us|taught me)"
    r"|(?:the|our|a|an|my|who (?:runs|leads|chairs|works|is the)) [\w' -]{0,30}\b(?:workers?"
    r"|officers?|nurse|lead|manager|analyst|coordinator|chair|head|teacher|trainer|rep|team"
    r"|volunteer|sergeant"
    r"|inspector|dog|consultant|commissioner|councillor|mentor|coach|psychologist|therapist"
    r"|partner|colleague|director|administrator)\b"
    r"|and (?:team|the|[A-Z]\w+ (?:from|in|at|\())|street|road|park|centre|house|lane|wing|palace"
    r"|place|school|hall|community|foundation|trust|court|close)|'s (?:slides|point|team|work"
    r"|model|idea|question|email|presentation|paper|comment|research|training|book|audit|review"
    r"|report)\b",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:agenda|minutes|apologies|slides|circulate|actions?|chair(?:s|ed|ing)?|papers"
    r"|terms of reference|tor|present|attendees"
    r"|will (?:send|share|bring|present|lead|circulate|cover)|book the room|presented|workshop"
    r"|keynote|facilitat\w+|research"
    r"|author|framework|model|theory|trainer|conference|webinar|manager|coordinator|licensing"
    r"|training)\b",
    re.I,
)
_COMPLAINT = re.compile(
    r"\b(?:allegations?|complain(?:t|ts|ed|ing)?|suspended|dismissed|disciplin\w+|misconduct"
    r"|inappropriate\w*|strip[- ]search\w*"
    r"|groom\w*|lado (?:about|referral|re)|whistle\w*|never turned up|out of hours"
    r"|told the family|shouted|hit|touched|investigat\w+"
    r"|under investigation|sacked|lied|abus\w+|unprofessional|rude)\b",
    re.I,
)


def is_of_a_child(around: str) -> bool:
    """True when one person is spoken of, and what belongs to a child's life."""
    return bool(_PERSON.search(around) and _CHILD_LIFE.search(around))


def is_their_life(around: str) -> bool:
    """True when it is said whose: "her school", "he was moved"."""
    return bool(_OWN_LIFE.search(around))


def touches_childs_life(around: str) -> bool:
    """True when what belongs to a child's life is spoken of, of one child or many."""
    return bool(_CHILD_LIFE.search(around))


def is_thanked_or_at_work(words: str, start: int, end: int) -> bool:
    """True when the words right before or after a name are those for a colleague."""
    return bool(
        _ROLE_BEFORE.search(words, max(0, start - 24), start)
        or _COLLEAGUE_BEFORE.search(words, max(0, start - 40), start)
        or _COLLEAGUE_AFTER.match(words, end, end + 60)
    )


def is_a_colleague(words: str, start: int, end: int, sentence: str) -> bool:
    """True when the person named is thanked, quoted, or has a part in the partnership's work."""
    return is_thanked_or_at_work(words, start, end) or bool(_MEETING.search(sentence))


def has_a_role(words: str, start: int) -> bool:
    """True when a professional's title stands right before the name."""
    return bool(_ROLE_BEFORE.search(words, max(0, start - 24), start))


def is_a_complaint(sentence: str) -> bool:
    """True when somebody's conduct is complained of."""
    return bool(_COMPLAINT.search(sentence))
