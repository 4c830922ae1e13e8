"""Whether a question can only be answered with the life of one child or family."""

from bot.core.asking.wording.grammar import WORD, any_of
from bot.core.asking.wording.rules import Check, matching

_CHILD = (
    r"(?:child|young person|young man|young woman|girl|boy|lad|lass|teenager|teen|youngster|pupil"
    r"|student|schoolgirl|schoolboy|sibling|care leaver|family|victim|survivor|service user)"
    # A family hub or a pupil premium is no family and no pupil.
    r"(?! (?:hubs?|courts?|cent(?:re|er)s?|support|workers?|groups?|voices?|councils?|teams?"
    r"|services?|conferences?|surveys?|panels?|premium|protection|help|homes?|plans?|life|lives)\b)"
)
_CASE = r"(?:case|incident|referral|disclosure)"
_OF_ONE = rf"(?:{_CHILD}|{_CASE})"
_ANY = r"(?:a|an|one|any|the|this|that)"
_ADJECTIVES = rf"(?:{WORD} ){{0,2}}"
_WE_DID = (
    r"(?:(?:that )?(?:we|you|I|your team|they) "
    r"(?!have (?:never|not)|haven['’]t|never|seldom|rarely|cannot|do not|don['’]t|could|might"
    r"|would))"
)
_ONCE = (
    r"(?:who|whom|whose|that) (?:\w+ )?(?:was|were|went|got|did|came|told|said|ran"
    r"|ha(?:s|d|ve) (?:been|gone|run|told|disclosed|died|left|lost|suffered)|slipped|made|is"
    r" being|are being|['’]s been"
    # What anybody might do who comes to us says nothing of one child.
    r"|(?!asked|wanted|needed|lived|wished|joined|used|feared|moved|walked|turned)\w+ed)\b"
)
_PAST = r"(?:did|was|had|has|were)"
_HELPED = (
    r"(?:help|support|protect|fail|let|lose|miss|deal with|work with|worked with|safeguard|rescue"
    r"|save|treat|move|exclude|refer|place|find|arrest|respond to)(?:ed|d)?"
)
_SAY = (
    r"(?:tell(?! (?:whether|if|when|how|that|which)\b)|describe|share|recall|remember|outline"
    r"|walk|talk|take|give|think|name)"
)
_RECENT = r"(?:recent|last|latest|most recent|real|specific|particular|current)"
_LATELY = (
    r"(?:last|this) (?:week|weekend|month|night|term|year|summer|winter|autumn|spring)"
    r"|yesterday|recently|the other day|days ago|weeks ago"
)
_WORRY = r"(?:worried|concerned|anxious|worrying)"

_TOLD = (
    rf"^(?:please )?{_SAY}\b[^?]*\b(?:a|an|one|the|any) {_ADJECTIVES}{_OF_ONE}\b"
    r"(?! (?:to|might|would|could)\b)",
    rf"\b(?:can|could|will|would) (?:you|we|anyone|anybody|someone|somebody) (?:please )?{_SAY}\b"
    rf"[^?]*\b(?:a|an|one|the|any) {_ADJECTIVES}{_OF_ONE}\b",
    rf"\b(?:example|story|stories|details?|account|anecdote)s? (?:of|about|from|involving|in which"
    rf"|where)\b[^?]*\b(?:a|an|one|the) {_ADJECTIVES}{_OF_ONE}\b",
    rf"\bthink(?:ing)? (?:of|about|back to) (?:a|an|one|the) {_ADJECTIVES}{_OF_ONE}\b",
    r"\bwithout (?:naming|using|giving) (?:anyone|anybody|names?|any names?|details)\b",
)
_HAPPENED = (
    rf"\b{_ANY} {_ADJECTIVES}{_CHILD} {_ONCE}|\bthe {_ADJECTIVES}{_CHILD} (?:who|whom|whose)\b",
    rf"\b{_ANY} {_ADJECTIVES}{_OF_ONE} {_WE_DID}",
    rf"\b(?:did|have|had) (?:you|we|your team|I|they|agencies|partners|services)"
    rf" (?:{WORD} ){{0,4}}?{_HELPED} (?:a|an|one|the) {_ADJECTIVES}{_CHILD}\b",
    rf"\bwhen (?:a|an|one|the) {_ADJECTIVES}{_CHILD} (?:{WORD} ){{0,4}}?(?:went|was|told|ran"
    r"|disclosed|got|came|said|stopped|had|died|left)\b",
    r"\bwhat (?:became|has become|will become) of (?:a|the|that|this|one)\b",
    r"\bthe (?:\w+ )?(?:brothers|sisters|siblings|children|girls|boys|lads|pupils|young people)"
    r" (?:that |who |whom )?(?:we|you) (?:\w+ )?(?:talked|discussed|met|saw|spoke|failed|lost"
    r"|helped|heard)\b",
    rf"\b(?:murder|death|abuse|rape|arrest|exploitation|grooming|disappearance) of"
    rf" (?:a|an|one|the|that) {_ADJECTIVES}{_CHILD}\b",
    rf"\b(?:an?|one|any|the) {_RECENT} (?:{WORD} )?{_OF_ONE} that\b",
    rf"\bwhat (?:happened|went wrong) (?:to|with|in|when|for|at) (?:a|an|the|that|this|one|our) "
    rf"{_ADJECTIVES}{_OF_ONE}\b",
    rf"\b{_RECENT} (?:{WORD} )?(?:missing )?{_OF_ONE}\b"
    r"(?! (?:review|reviews|audit|study|studies|panel|conference|rate|rates|data|survey))",
    rf"\b{_PAST} (?:a|an|one|the|that|this|any) {_ADJECTIVES}{_CHILD}\b"
    r"(?! (?:friendly|led|centred))",
    rf"\b(?:a|one) (?:\w+ )?{_CHILD} (?:was|had|got|went|came|told|disclosed|said|ran)\b",
    rf"\b(?:the|that|this) {_ADJECTIVES}{_CHILD}\b[^?]*\b(?:{_LATELY})",
    rf"\bthe {_ADJECTIVES}{_CHILD} (?:at|from|in|on|with)\b(?! (?:the (?:room|middle)|mind)\b)",
    rf"\b(?:the|that|this) {_ADJECTIVES}{_CHILD} (?:found|seen|caught|taken|hurt|arrested|reported"
    r"|known|discussed|mentioned|involved|identified|referred|missing|exploited|groomed|killed"
    r"|stabbed|attacked|in question)\b",
    rf"\b(?:see|seen|saw|notice|noticed|witness|witnessed|know|known|met|meet) (?:a|an|one|any) "
    rf"{_ADJECTIVES}{_CHILD} (?:being|getting|get) (?!asked|heard|listened|thanked|welcomed|invited"
    r"|included|treated|given|offered)\w+",
    r"\bthe (?:\w+ )?(?:incident|stabbing|assault|arrest|missing episode|attack|murder"
    r"|disappearance)\b",
    r"\b(?:case|incident) (?:where|when|in which|from start)\b|\ban incident\b",
    rf"\b(?:an?|one) {_CASE} (?:of|that|where|when|which|we|you)\b",
)
_WHICH = (
    rf"\bwhich {_OF_ONE}\b(?! (?:do|does|would|might|could|can) we\b)",
    rf"\bwho (?:is|was) the {_ADJECTIVES}{_OF_ONE}\b",
    r"\bwhich of (?:the|our|your|these|those) (?:\w+ )?(?:children|young people|pupils|families"
    r"|girls|boys|cases|victims|students)\b",
    r"\bwhich (?:children|young people|pupils|families|girls|boys|students) (?:in|on|at|from"
    r"|are (?:\w+ )?(?:at risk|being|exploited|missing|involved|of concern|known|worrying))\b",
    rf"\bwhich (?:children|young people|pupils|families|girls|boys|students|child|student|pupil)"
    rf" [^?]*\b(?:concern|worry|worries|{_WORRY})\b",
    rf"\bwho (?:are|is) (?:you|we) (?:most |currently |really )*{_WORRY}\b",
    rf"\b(?:children|young people|pupils|families|girls|boys) (?:that |who |whom )?(?:we|you) "
    rf"(?:are|feel) (?:most |currently |really )*{_WORRY}\b",
    rf"\b{_OF_ONE} (?:that |who |whom )?(?:you|we) (?:are|feel) (?:\w+ )?{_WORRY}\b",
)
_YOURS = (
    r"\byour (?:own )?(?:child|children|son|daughter|pupils?|clients?|caseload|cases"
    r"|foster child)\b",
    r"\b(?:someone|somebody) (?:you|we) (?:have )?(?:supported|helped|worked|work|know|knew"
    r"|met)\b",
    r"\bone of (?:your|our|the|my) (?:\w+ )?(?:children|pupils|students|families|cases|girls|boys"
    r"|residents|young people)\b",
    r"\b(?-i:[Cc]hild [A-Z])\b|\b\d{1,2}[- ]year[- ]old (?:\w+ )?(?:who|was|from|at|had)\b",
    rf"\b{_CHILD}['’]s (?:story|journey|case|name|details)\b|['’]s experience of being\b",
    r"\b(?:story|case) of (?:a|an|one|the|[A-Z]\w+)\b",
)

CHECKS: tuple[Check, ...] = (
    matching(
        "child-story",
        any_of(*_TOLD, *_HAPPENED, *_WHICH, *_YOURS),
        "It invites the story of one child or family. Ask about how we work together instead.",
    ),
)
