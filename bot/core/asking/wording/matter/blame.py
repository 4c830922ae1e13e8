"""Whether a question blames a partner or holds one against another."""

from bot.core.asking.wording.grammar import AUXILIARY, NAMED_SERVICE, SERVICE, WORD, any_of
from bot.core.asking.wording.rules import Check, matching

_HELPS = (
    r"(?:help\w*|teach\w*|taught|thank\w*|surpris\w*|inspir\w*|welcom\w*|shown|joined|here|new)"
)
_ONE_OF_US = (
    r"(?:agency|agencies|partners?|services?|teams?|organisations?|sectors?|school|schools|force"
    r"|professionals?|department|of us)"
)
_RANKED = (
    r"(?:worst|holding|dragging|slowing|letting (?:us|children|families|young people|everyone) down"
    r"|(?:the )?most (?:improvement|work|attention|training|catching up)|weakest|strongest"
    r"|slowest|quickest|fastest|better|worse|behind|ahead|fail\w*|blame"
    r"|at fault|lets? us down|try harder|best(?! (?:help|placed|way|able)\b)|the fewest"
    r"|(?:most|least) (?:effective|helpful|engaged|committed|responsive|useful|likely|often"
    r"|willing|reliable|proactive|difficult|co-?operative|\w+ly)"
    r"|(?:exclud\w*|refer\w*|contribut\w*|does?|shares?|engages?|attends?|helps?|gives?|adds?"
    r"|brings?|brought|listens?|cares?|shared|gave|attended|contributed) (?:the )?"
    r"(?:least|most|less|more|fewest))"
)
# What is said of somebody who is at fault.
_FAULT = (
    r"(?:fail\w*|refus\w*|neglect\w*|ignor\w*|won['’]?t|obstruct\w*|block\w*|drag\w*"
    r"|reluctan\w*|unwilling|defensive|excuses?|hid(?:e|ing)|dodg\w*|unhelpful|obstructive"
    r"|incompeten\w*|lazy|useless|clueless|arrogant|falls? down|fell down|get(?:s|ting)? away with"
    r"|got away with|come out worst|mess(?:es|ed|ing)? (?:up|this|it)|blunder\w*|missed"
    r"|overlook\w*|hinder\w*|delay\w*|undermin\w*"
    r"|fall(?:s|ing)? short|lag\w* behind|slow(?:s|ing)? us|sit(?:s|ting)? on|drop(?:s|ped|ping)?"
    r"|(?:get|got|do|did)\w* (?:it |this |things |so much )?wrong)"
)
_FLAW = r"(?:failures?|failings?|inaction|incompetence|mistakes?|shortcomings?|weakness(?:es)?)"
_TO_ACT = (
    r"(?:take|pull|do|step|listen|share|respond|engage|attend|act|care|change|understand|buy"
    r"|co-?operate|stop|start|turn|explain|own|accept|admit|wake|pay|sort|improve|try|answer)"
)

_HARM = (
    r"(?:the |this |these |our )?(?:fail|delay|gap|mess|poor|mistake|breakdown|lack|problem"
    r"|confusion|missed|late|slow|error|loss|drop|decline)"
)

_OWING = (
    rf"\b{SERVICE} (?:to )?(?:do|be doing|have done|are doing|is doing)"
    r" (?:better|more|differently|wrong|less|that|to (?:improve|change)|(?:their|its) (?:bit|part"
    r"|job|share))\b",
    rf"\bshould {SERVICE} (?:be|have|do|stop|start|change|improve)\b",
    rf"\b{SERVICE} (?:needs?|ought) to (?:change|improve|do|stop|start|step|take|try|explain|own"
    r"|accept|admit|sort|mend|fix|answer|be (?:more|better))\b",
    rf"\b{NAMED_SERVICE} (?:needs?|ought|have got) to (?:learn|understand|listen|share)\b",
    rf"\b(?:are|is) {SERVICE} (?:ever )?going to\b|\b{SERVICE} (?:are|is) (?:ever )?going to\b",
    rf"\b(?:can|could|should|must|might) (?:the |our )?{NAMED_SERVICE}"
    rf" (?:{WORD} )?(?:improve|do better|change|fix|catch up|be more|step up)\b",
    rf"\bhold {SERVICE} (?:to account|accountable|responsible)\b|\b{SERVICE} be held\b",
    rf"\b(?:get|make|force|persuade|convince|push|pressure|will it take for|would it take for)"
    rf"(?:ting)? {SERVICE} (?:to )?(?:{WORD} )?{_TO_ACT}\b",
    rf"\b(?:is |are )?(?:stops?|stopping|prevents?|preventing|keeps?|keeping) {SERVICE}"
    r" (?:from )?\w+ing\b",
)
_FAILING = (
    rf"\b{SERVICE}(?:['’]s?)? (?:{WORD} ){{0,2}}?{_FAULT}\b",
    rf"\b(?:mistakes?|errors?|failings?|blunders?|harm|damage) (?:do|does|did|has|have)"
    rf" {SERVICE}\b",
    rf"\b{NAMED_SERVICE} (?:{WORD} )?(?:never|always)\b",
    rf"\b(?:could|should|might|ought) {SERVICE} have (?:done|said|known|seen|told|been|\w+ed)\b",
    rf"\b(?:the |our ){{0,2}}{NAMED_SERVICE} (?:miss|lack\w*|hide|dump)\b",
    rf"\b{SERVICE} (?:still )?not \w+ing\b",
    rf"\b{SERVICE} (?:do|does|did|are|is|have|has)(?:n['’]t| not)\b",
    rf"\b(?:can|do|does|did|are|is|have|has|will|would|could)(?:n['’]t| not)"
    rf" (?:the |our )?{NAMED_SERVICE}\b",
    rf"\b{SERVICE} (?:{WORD} )?(?:let(?:s|ting)?|letting)(?: {WORD}){{0,3}} down\b",
    rf"\b{SERVICE} (?:{WORD} )?so (?:slow|bad|poor|difficult|hard|late|weak|quiet)\b",
    rf"\b{SERVICE}['’]s? (?:{WORD} )?{_FLAW}\b|\b{NAMED_SERVICE} {_FLAW}\b"
    rf"|\b{_FLAW} (?:of|by|in) {SERVICE}\b",
    rf"\b{SERVICE} (?:{WORD} )?(?:doing )?(?:about )?(?:its|their) (?:poor|bad|terrible|awful"
    r"|weak|slow|appalling|shocking|dreadful|late|missed)\b",
    rf"\bexcuses\b[^?]*\b{SERVICE}|\bcomplaints? about {SERVICE}",
    r"\blet down by\b|\bweak(?:est)? link\b|\bpull(?:s|ing)? (?:their|its) (?:own )?weight\b",
    r"\bdrop(?:s|ped|ping)? the ball\b|\bpass(?:es|ed|ing)? the buck\b|\bpick up the slack\b",
    r"\blet(?:s|ting)? (?:us|me|the partnership|the side|children|families|young people|everyone"
    r"|our communit(?:y|ies)) down\b",
)
_WHO = (
    r"\bwho\b[^?,]{0,30}\b(?:least|worst)\b",
    r"\bwho (?:is|does|has|have|did)(?:n['’]t| not|(?: still)? yet to)"
    r" (?:\w+ing|do|done|pull|turn|come|share|attend|deliver|complet|engag|respond|follow|keep"
    r"|contribut|read|answer|repl|met|meet)\w*\b(?! about| here)",
    r"\bwho (?:does|did|do|is|are|has|contributes|performs?) (?:the )?(?:least|most|worst|best)\b",
    r"\bwho \w+ (?:it|this|that) (?:best|better|worst|worse)\b",
    r"(?<!without )(?<!than )(?<!beyond )(?<!from )\bblam(?:e|es|ed)\b(?! culture)|\bat fault\b"
    r"|\bwhose (?:fault|mistake|failure|job was)\b",
    r"\bwho (?:is|was|has been|['’]s) (?:slowing|letting|blocking|failing|dragging"
    r"|holding (?:us|this|it|things|everyone|everything|the partnership) (?:back|up)|responsible"
    rf" for {_HARM})",
    rf"\bwhich (?:{WORD} )?{_ONE_OF_US} (?:is|are|was|were) (?:to be )?(?:responsible|answerable)"
    rf" for {_HARM}",
    rf"\bwhat (?:is it about|is wrong with) {SERVICE}\b|\b{SERVICE} ever done\b",
    rf"\b{SERVICE} make (?:it|life|things|our \w+) (?:so )?(?:hard|harder|difficult|impossible)\b",
    rf"\b{SERVICE} be (?:made|forced|told|pushed) to\b",
    r"\bwho (?:caused|causes|created|is causing) (?:the |this |these |all )*(?:confusion|delay|mess"
    r"|problem|trouble|breakdown|chaos|row|upset)",
    r"\bwho (?:failed|messed|got (?:it|this) wrong|(?:should|could|ought to) have"
    r"|was (?:meant|supposed) to)\b",
)
_COMPARED = (
    r"\bwhich (?:of (?:our|the) )?(?:\w+ )?(?:agency|agencies|sectors?|organisations?|departments?"
    r"|forces?|professions?) (?:is|are|was|were|has|have|does|do|should|could|must|might|needs?"
    rf"|\w+s)\b(?! (?:\w+ )?(?:{_HELPS}|we)\b)",
    rf"\bwhich (?:of (?:our|the) )?(?:{WORD} )?(?:{_ONE_OF_US}|{NAMED_SERVICE})\b[^?]*\b{_RANKED}",
    rf"\bwhich (?:of (?:our|the) )?(?:{WORD} )?{_ONE_OF_US} (?:{AUXILIARY})(?:n['’]t| not)\b",
    rf"\bwhich (?:of (?:our|the) )?(?:{WORD} )?{_ONE_OF_US} (?:needs?|has|have|ought) to\b",
    rf"\b(?:compare[sd]?|measures? up|stacks? up|ranks?|ranked) (?:with|to|against)"
    rf" (?:the )?(?:{SERVICE}|others?|those|that of)\b",
    rf"\bcompar(?:e|ing)\b[^?]*\b{SERVICE}|\b{SERVICE} compare\b|\bcompared (?:to|with)\b",
    rf"\b(?:better|worse|more|less|slower|faster|quicker|stronger|weaker)(?: {WORD}){{0,4}} than"
    rf" (?:{SERVICE}|others|other (?:{WORD} )?{_ONE_OF_US}|other areas)",
    rf"\bas (?:good|well|quick(?:ly)?|often|much|hard) as {SERVICE}|\bunlike {SERVICE}",
    r"\bleague tables?\b",
)

CHECKS: tuple[Check, ...] = (
    matching(
        "blame",
        any_of(*_OWING, *_FAILING, *_WHO, *_COMPARED),
        "It singles out or compares partners. Ask what we could change between us.",
    ),
)
