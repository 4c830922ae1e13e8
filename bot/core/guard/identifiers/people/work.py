"""Weighs whether the words round a name speak of a colleague, or of an author; and of a complaint
about somebody's work. Knows no names.
"""

import re
from collections.abc import Iterable

from bot.core.guard.vocabulary import any_of, vocabulary

_THANKED = re.compile(
    r"\b"
    + any_of(r"""
    thanks?|thank you|thx|cheers|credit|kudos|shout[- ]?outs?|grateful|well (?:done|said|put)|
    hats off|diolch|chaired by|led by|building on|following on|cover(?:ing|ed|s)? for|
    stand(?:ing|s)? in for|deputis\w+ for|tak(?:e|ing) over from|appreciat\w*|proud of|
    congrat\w*|agree\w*(?: with)?|i'm with|echo\w*|apologies|
    colleagues?(?! (?:says|said|tells|told|thinks|reckons|found|saw|heard|asked|took))
""")
    + r"\b(?:(?!\bwho\b)[^.!?\n]){0,32}$|\+1[^.!?\n]{0,16}$",
    re.I,
)
_MINUTED = re.compile(
    r"\b"
    + any_of(r"""
    minutes|actions?|attendees|attending|present:|
    points?|slides from|manager|boss|welcome|invite|speak to|spoke to|liaise with|introduc\w+
""")
    + r"\b[^.!?\n]{0,32}$",
    re.I,
)
"""Both in the same sentence, before the name."""

_GREETED = re.compile(
    r"(?:\b"
    + any_of(r"""
    as|like|ask|ring|via|per|dear|hi|hiya|hello|hey|morning|cc|by|contact|email|from|over to|
    regards|wishes|best|bw|kr|ta|i'm|im|i am|could|can|read|lead:?|chair:?|operation|storm|
    project|ask for
""")
    + r"[ ,:!\n]{1,3}|\bwhat \w+ and )$",
    re.I,
)
"""Right before the name."""

_TITLED = re.compile(
    r"\b"
    + any_of(r"""
    dr|prof|professor|pc|dc|ds|di|dci|dcs|supt|superintendent|sgt|sergeant|insp\w*|cllr|
    councillor|rev|reverend|imam|rabbi|pastor|baroness|lord|lady|sir|dame|justice|judge|minister|
    commissioner|mp|chair|head ?teacher|manager|officer|coordinator|co-ordinator|director|head|
    analyst|nurse|colleague|apprentice|intern|assistant|administrator|volunteer|treasurer|secretary|vicar|
    governor|dsl|lado|iro|ceo|gp|author|every|researchers?|scrutineer|trainer|consultant|dog|cat|café|
    cafe|pub
""")
    + r"\.?,? $",
    re.I,
)

_ROLE = any_of(r"""
    workers?|officers?|nurse|lead|manager|analyst|coordinator|chair|head|teacher|trainer|rep|team|
    volunteers?|sergeant|inspector|dog|consultant|commissioner|councillor|mentor|coach|
    psychologist|therapist|partner|colleague|director|administrator|scrutineer|superintendent|
    interpreter|driver|caretaker|receptionist|librarian|ranger|warden|porter|cook|cleaner|
    secretary|midwife|lollipop \w+|governor|trustee|magistrate|mayor
""")

_POSTED = re.compile(rf"\b(?<!'s ){_ROLE}(?:,|:| -| is| was| will be| called| named)+ $", re.I)
"""Right before the name: whose post it is."""

_DEPARTMENT = any_of(r"""
    licensing|housing|health|public health|police(?! custody| station| cells)|probation|education|
    school nursing|early (?:help|years)|youth (?:justice|service|work|club)|csc|yjs|yot|mash|
    legal|finance|comms|estates|camhs|adult\w*|community|social care|children's services|icb|
    council|women|la|(?-i:IT|HR|PR)|food bank|mosque|church|fire|transport|faith|voluntary|business|
    bus company|
    charge|data|nhs|detached
""")

_PLACED = re.compile(
    rf",? ?(?:\((?:(?:our|the|my|an?) )?(?:{_DEPARTMENT}|(?:[\w'-]+ )?{_ROLE}"
    rf"|(?-i:[A-Z]{{2,6}}))\b"
    rf"|(?:here )?(?:from|in|at|of) (?:the )?{_DEPARTMENT}\b"
    rf"|(?:is |was |are )?(?:still |now |also )?(?:the(?! same)|our|a|an|my|who (?:runs|leads"
    rf"|chairs|works|is (?:the|an?|our)|(?:has|have|had) (?:\w+ )?been (?:the|an?|our)))"
    rf" [\w' -]{{0,30}}\b{_ROLE}\b"
    r"|(?:coach|bus|train|railway|tube|metro|police|fire) (?:station|stop|depot)\b|airport\b"
    r"|who (?:chairs?|leads?|runs?|manages?|heads?|works? (?:for|with|in))\b"
    r"|and (?:team|the (?:\w+ )?team|(?-i:[A-Z])\w+ (?:from|in|at|\())"
    r"|(?:(?-i:[IVX]{1,4}) )?(?:centre|wing|foundation|trust|awards?|law|review|report|inquiry"
    r"|prize|lecture"
    r"|building|room|pub|hospital|ward|theatre|stadium|estate|library|hall|suite|campus|fund"
    r"|quote|poem)\b"
    r"|(?-i:(?:[A-Z]\w+ )?"
    + any_of(r"""
    Street|Road|Park|Centre|House|Lane|Wing|Palace|Place|School|Hall|Community|Foundation|Trust|
    Court|Close|Law|Act|Review|Report|Inquiry|Principles|Model|World|Charity|College|Award|Fund|
    Project|Room|Café
""")
    + r"\b)|'s (?:\"|"
    + any_of(r"""
    law|slides|point|team|work|model|idea|question|email|presentation|paper|comment|research|
    training|books?|audit|report|talk|framework|café|theory|tedx?|phrase|film|workshop|podcast
""")
    + r"\b))",
    re.I,
)
"""Right after the name: a department, a role, or what turns it into an organisation's name."""

_BESIDE_US = re.compile(
    r"(?:, [A-Z]\w+){0,4},? and (?:I|me|myself)\b"
    r"|,? (?:here )?from (?:the (?=[A-Z]))?(?!(?:home|school|care|placement|his|her|the|my|our"
    r"|year|a|st)\b"
    r"|[A-Z]\w+ (?:Academy|School|High|Primary|College|[Ee]state))"
)
"""Right after the name: somebody who does a thing with us, or is from somewhere."""

_WORKING = re.compile(
    r",? ?(?!(?:was|were|got|been) (?:sent|found|brought|led)\b)"
    r"(?:has |have |had |was |were |is |will |to |and \w+ )?(?:also |so |really |always "
    r"|kindly |just )?"
    + any_of(r"""
    present\w*|chair\w*|circulat\w*|send|sent|shar\w+|led|leads?|hosts?|hosted|spoke|facilitat\w*|
    raised|suggested|mentioned|wrote|writes|minuted|emailed|drafted|draft|book|chase|bring|
    brought|update|follow up|found|mapped|rang|brilliant|great|fantastic|helpful|wonderful|
    amazing|covers?|covering|works?|worked|organis\w+|arrang\w+|join\w*|leaving|leaves|retir\w*|
    started a|makes a|made (?:a|this)|did (?:a|the|it)|explain\w*|summed|put it|nailed|
    volunteer\w*|offered|set up|train\w*|run|runs|ran the|argues?|
    said (?:this|that we|we|last|at)|says (?:it|we)|asked (?:us|the right)|
    if (?:he|she|they) (?:could|can|would)|speak|liaise|report
""")
    + r"\b",
    re.I,
)
"""Right after the name: what people do for a partnership."""

_MEETING = vocabulary(
    """
    agenda minutes apologies slides circulate chair chairs chaired chairing papers tor
    attendees presented workshop keynote facilitated facilitator facilitating research author
    framework theory trainer webinar coordinator licensing training podcast book books
    walkabout therapy reference
    """
)

_OFFICE = vocabulary(
    """
    panel panels board boards rota login budget data map maps mapped mapping spreadsheet tracker
    toolkit tool policy protocol form template poster leaflet logo projector link folder email
    emails inbox diary calendar deadline report reports deck session sessions conference forum
    network subgroup strategy funding grant bid vacancy retired retires retirement retiring leave
    shift shifts cover deputy induction interview colleague colleagues team teams comms estates hr
    clerk governor governors trustee draft drafted sign signed meeting meetings office desk post
    role job new lead leads leading group partnership dates date monday tuesday wednesday thursday
    friday notes feedback questions question idea ideas point update updates slot room key keys
    biscuits cake coffee tea lunch walk walked scheme pilot project survey audit analyst training
    trained course audits protocols guidance figures consortium contract commissioner licensing
    """
)
"""What is talked of at work. Much of it is talked of round children as well, so it is weighed."""

_COMPLAINT = re.compile(
    r"\b"
    + any_of(r"""
    allegations?|complain(?:t|ts|ed|ing)?|suspended|dismissed|disciplin\w+|misconduct|
    inappropriate\w*|strip[- ]search\w*|groom\w*|lado|whistle\w*|never turned up|out of hours|
    told the family|shouted|hit|touched|investigat\w+|sacked|lied|abus\w+|unprofessional|rude|
    messaging|privately|told to step back|step(?:ped)? back|barred|struck off|worker concern|
    concerns? about|restrain\w+|assault\w*
""")
    + r"\b",
    re.I,
)


def signs_of_work(words: str, start: int, ends: Iterable[int], keys: Iterable[str]) -> set[str]:
    """What says that a name is a colleague's or an author's. It begins at `start` and may end at
    any of `ends`; `keys` are the words of its sentence, folded."""
    said = frozenset(keys)
    before = {
        "work: a title": (_TITLED, 24),
        "work: thanks": (_THANKED, 60),
        "work: minutes": (_MINUTED, 60),
        "work: a greeting": (_GREETED, 20),
        "work: in a post": (_POSTED, 60),
    }
    after = {"work: a post": _PLACED, "work: doing": _WORKING, "work: with us": _BESIDE_US}
    seen = {
        sign
        for sign, (pattern, reach) in before.items()
        if pattern.search(words, max(0, start - reach), start)
    }
    seen |= {
        sign
        for sign, pattern in after.items()
        if any(pattern.match(words, end, end + 60) for end in ends)
    }
    if not _MEETING.isdisjoint(said):
        seen.add("work: a meeting")
    talk = len(_OFFICE & said)
    return seen | {f"office talk {min(talk, 3)}"}


def at_work(words: str, start: int, end: int, keys: Iterable[str]) -> int:
    """0 to 3: how much says that the name at this place is a colleague's or an author's.

    `keys` are the words of its sentence, folded.
    """
    if (
        _TITLED.search(words, max(0, start - 24), start)
        or _THANKED.search(words, max(0, start - 60), start)
        or _PLACED.match(words, end, end + 60)
    ):
        return 3
    if (
        _MINUTED.search(words, max(0, start - 60), start)
        or _GREETED.search(words, max(0, start - 20), start)
        or _WORKING.match(words, end, end + 60)
        or _BESIDE_US.match(words, end, end + 60)
    ):
        return 2
    return int(not _MEETING.isdisjoint(keys))


def has_a_title(words: str, start: int) -> bool:
    """True when a professional's title stands right before the name."""
    return bool(_TITLED.search(words, max(0, start - 24), start))


def is_a_complaint(sentence: str) -> bool:
    """True when somebody's conduct is complained of."""
    return bool(_COMPLAINT.search(sentence))
