"""Whether a question keeps to how we work: no partner blamed or compared, no child's story."""

from bot.core.asking.wording.grammar import AUXILIARY, WORD, any_of
from bot.core.asking.wording.rules import Check, matching

_NAMED = (
    r"(?:the |our |some |other |most ){0,3}(?:police(?: officers)?|officers|social care"
    r"|social services|social workers?|children['’]s (?:services|social care)"
    r"|adult (?:services|social care)|schools?|school leaders"
    r"|teachers|head ?teachers|education|academies|health(?: visitors| colleagues"
    r"| services)?|nhs|hospitals?|gps?|camhs|councils?|local authorit(?:y|ies)"
    r"|housing(?: officers)?"
    r"|youth (?:justice|offending)(?: \w+)?|probation|courts?|licensing|icb|voluntary sector"
    r"|third sector|charit(?:y|ies)|faith (?:groups|leaders)|mash|front door)"
)
_SERVICE = (
    rf"(?:{_NAMED}|(?:the |our |some |other |most ){{0,3}}(?:partners?|partner agencies"
    r"|agenc(?:y|ies)|services|colleagues|managers|practitioners|senior leaders))"
)
_ONE_OF_US = (
    r"(?:agency|agencies|partners?|services?|teams?|organisations?|sectors?|school|schools|force"
    r"|professionals?|department)"
)
_RANKED = (
    r"(?:worst|weakest|strongest|slowest|quickest|fastest|better|worse|behind|ahead|fail\w*|blame"
    r"|at fault|lets? us down|best(?! (?:help|placed|way|able)\b)"
    r"|(?:most|least) (?:effective|helpful|engaged|committed|responsive|useful|likely|often"
    r"|willing|reliable|proactive|difficult|co-?operative|\w+ly)"
    r"|(?:contribut\w*|does?|shares?|engages?|attends?|helps?|gives?|adds?) (?:the )?"
    r"(?:least|most|less|more))"
)
_BLAME = any_of(
    rf"\b{_SERVICE} (?:to )?(?:do|be doing|have done|are doing|is doing)"
    r" (?:better|more|differently|wrong|less|that|to (?:improve|change))\b",
    rf"\bshould {_SERVICE} (?:be|have|do|stop|start|change|improve)\b",
    rf"\b{_SERVICE} (?:needs?|has|have|ought) to (?:change|improve|do|stop|start|learn|understand"
    r"|step|listen|share|take)\b",
    rf"\b{_SERVICE} (?:{WORD} ){{0,2}}?(?:fail\w*|refus\w*|neglect\w*|ignor\w*|won['’]?t|never"
    r"|always|obstruct\w*|block\w*|drag\w*|reluctan\w*|unwilling|defensive|(?:get|got|do|did)\w* "
    r"(?:it |this |things )?wrong)\b",
    rf"\b{_NAMED} (?:fall short|miss|overlook\w*|hinder\w*|delay\w*|undermin\w*|lack\w*"
    rf"|slow us)\b",
    rf"\bhold {_SERVICE} to account\b|\bwho\b[^?,]{{0,30}}\b(?:least|worst)\b",
    rf"\b{_SERVICE} (?:still )?not \w+ing\b",
    rf"\b(?:can|could|should|must|might) {_NAMED}"
    rf" (?:{WORD} )?(?:improve|do better|change|fix|catch up|be more|step up)\b",
    rf"\b{_SERVICE} (?:do|does|did|are|is|have|has)(?:n['’]t| not)\b",
    rf"\b{_SERVICE} (?:{WORD} )?(?:let(?:s|ting)?|letting)(?: {WORD}){{0,3}} down\b",
    rf"\b{_SERVICE} (?:{WORD} )?so (?:slow|bad|poor|difficult|hard|late|weak|quiet)\b",
    rf"\b{_SERVICE}(?:['’]s?)? (?:{WORD} )?(?:weakness|weaknesses|failures?|failings?|mistakes?"
    r"|shortcomings?|inaction)\b",
    rf"\b(?:get|make|force|persuade|convince|push"
    rf"|pressure)(?:ting)? {_SERVICE} (?:to )?(?:{WORD} )?"
    r"(?:take|pull|do|step|listen|share|respond|engage|attend|act|care|change|understand|buy"
    r"|co-?operate|stop|start|turn)\b",
    rf"\b(?:stops?|prevents?|keeps?) {_SERVICE} (?:from )?\w+ing\b",
    rf"\bwhich (?:of (?:our|the) )?(?:{WORD} )?{_ONE_OF_US}\b[^?]*\b{_RANKED}\b",
    rf"\bwhich (?:of (?:our|the) )?(?:{WORD} )?{_ONE_OF_US} (?:{AUXILIARY})(?:n['’]t| not)\b",
    r"\bwho (?:does|did|do|is|are|has|contributes|performs?) (?:the )?(?:least|most|worst|best)\b",
    rf"\b(?:compare[sd]?|measure up|stack up) (?:with|to|against) (?:the )?(?:{_SERVICE}"
    rf"|others?)\b",
    rf"\bcompar(?:e|ing)\b[^?]*\b{_SERVICE}|\b{_SERVICE} compare\b|\bcompared (?:to|with)\b",
    r"\bwho \w+ (?:it|this|that) (?:best|better|worst|worse)\b|\blet down by\b",
    rf"\b(?:better|worse|more|less|slower|faster|quicker|stronger|weaker)(?: {WORD}){{0,4}} than"
    rf" (?:{_SERVICE}|others|other (?:{WORD} )?{_ONE_OF_US}|other areas)",
    r"\b(?:to|who do we) blame\b|\bwhose (?:fault|mistake|failure|job was)\b|\bat fault\b",
    r"\bweak(?:est)? link\b|\bpull(?:s|ing)? (?:their|its) weight\b|\bdrop(?:ped|s)? the ball\b",
    r"\blet(?:s|ting)? (?:us|me|the partnership|the side|children|families|young people|everyone)"
    r" down\b",
    r"\bwho (?:is|was|has been|['’]s) (?:holding|slowing|letting|blocking|failing|dragging"
    r"|responsible"
    r" for (?:the |this |these |our )?(?:fail|delay|gap|mess|poor|mistake|breakdown))",
    r"\bwho (?:failed|messed|got (?:it|this) wrong)\b|\bleague table\b",
)

_PERSON = (
    r"(?:child|young person|young man|young woman|girl|boy|teenager|teen|pupil|student"
    r"|family|victim|survivor|case|incident|referral|service user|disclosure)"
)
_A_CHILD = any_of(
    rf"\b(?:a|an|one|any|the|this|that) (?:{WORD} ){{0,2}}{_PERSON} (?:who|whom|whose|(?:that )?"
    r"(?:we|you|I|your team|they) (?!have never|never|seldom|rarely|do not|don['’]t))",
    rf"\b(?:an?|one|any|the) (?:recent |last |latest |real "
    rf"|specific )(?:{WORD} )?{_PERSON} that\b",
    rf"\b(?:tell|describe|share|give|think|recall|remember|details?|example|story|stories)\b[^?]*"
    rf"\b(?:a|an|one) (?:{WORD} ){{0,2}}{_PERSON}\b(?! (?:to|might|would|could)\b)",
    rf"\bwhat (?:happened|went wrong) (?:to|with|in|when|for) (?:a|the|that|this|one) "
    rf"(?:{WORD} ){{0,2}}{_PERSON}\b",
    rf"\b(?:recent|last|latest|real|specific|particular|current) (?:{WORD} )?{_PERSON}\b"
    r"(?! (?:review|reviews|audit|study|studies|panel|conference|rate|rates|data|survey))",
    rf"\bwhich {_PERSON}\b(?! (?:do|does|would|might|could|can) we\b| (?:might|would|could)\b)",
    rf"\bwho (?:is|was) the {_PERSON}\b",
    r"\bwhich of (?:the|our|your|these|those) (?:\w+ )?(?:children|young people|pupils|families"
    r"|girls|boys|cases|victims)\b",
    r"\bwhich (?:children|young people|pupils|families|girls|boys) (?:in your|on your|at your"
    r"|are (?:\w+ )?(?:at risk|being|exploited|missing|involved|of concern|known|worrying))\b",
    r"\bwho (?:are|is) (?:you|we) (?:most |currently |really )*(?:worried|concerned|anxious)\b",
    r"\byour (?:own )?(?:child|children|son|daughter|pupils?|clients?|caseload|cases"
    r"|foster child)\b",
    r"\b(?:someone|somebody) (?:you|we) (?:have )?(?:supported|helped|worked|work|know|knew"
    r"|met)\b",
    r"\bthe (?:\w+ )?(?:incident|stabbing|assault|arrest|missing episode|attack)\b",
    r"\b(?-i:[Cc]hild [A-Z])\b|\b\d{1,2}[- ]year[- ]old\b",
    r"\bthe (?:child|girl|boy|young person|family|pupil|teenager) (?:at|from|in|on|with)\b",
    r"\bone of (?:your|our|the|my) (?:\w+ )?(?:children|pupils|students|families|cases|girls|boys"
    r"|residents|young people)\b",
    r"\b(?:a|one) (?:\w+ )?(?:child|young person|boy|girl|teenager|pupil) (?:was|had|got|went"
    r"|came|told"
    r"|disclosed|said|ran)\b|['’]s experience of being\b",
    r"\b(?:case|incident) (?:where|when|in which)\b",
    r"\b(?:child|young person|family)['’]s (?:story|journey|case|name|details)\b",
    r"\b(?:story|case) of (?:a|an|one|the|[A-Z]\w+)\b",
)

CHECKS: tuple[Check, ...] = (
    matching(
        "blame",
        _BLAME,
        "It singles out or compares partners. Ask what we could change between us.",
    ),
    matching(
        "a-child",
        _A_CHILD,
        "It invites the story of one child or family. Ask about how we work together instead.",
    ),
)
