"""Whether a question leans: presumes success or failure, or has its answer baked in."""

from collections.abc import Iterator

from bot.core.asking.wording.grammar import AUXILIARY, any_of
from bot.core.asking.wording.manner.opening import questions
from bot.core.asking.wording.manner.verdicts import PRAISE, RATED, SCORN
from bot.core.asking.wording.rules import Check, Remark, matching

_NEUTRAL = r"(?:often|soon|long|far|many|much|old|big|early|late|different|similar|else|then)\b"
_A_VIEW = r"(?!(?:\w+ )?(?:feelings?|views?|opinions?|disagreements?|days?|weeks?|mornings?)\b)"
_VERY = r"(?:(?:very|own|current|already|really|truly|so|most|recent|new) )*"
_EVERYONE = (
    r"(?:people|everyone|everybody|others|the board|partners|parents|families|schools|staff"
    r"|colleagues|them|the doubters|doubters|sceptics|the sceptics)"
)

_PRESUMED = (
    rf"^how (?:very )?(?:{RATED})\b",
    rf"^how (?!{_NEUTRAL})[a-z-]+ (?:is|are|was|were) (?:we|our|this partnership"
    r"|the partnership)\b",
    rf"\b(?:fix|improve|tackle|overcome|address|solve|deal with|explain|excuse|reverse|do about"
    r"|done about|end|sort out|put right|turn (?:round|around)|get rid of|break down|combat|cure"
    r"|justify|repair|put an end to|mend|rescue|recover from|make up for|confront|undo|halt)"
    r" (?:our |the |this |these |such |their |some |all |constant |continued |ongoing |widespread"
    rf" |general )*(?:{SCORN})\b",
    rf"\b(?:our|such an?|this|your) {_VERY}(?:{PRAISE}) {_A_VIEW}",
    rf"\b(?:our|such an?|your) {_VERY}(?:{SCORN}) {_A_VIEW}",
    r"\bthe (?:excellent|outstanding|amazing|brilliant|fantastic|wonderful|great) (?:work"
    r"|progress|job)\b|\bkeep up (?:the|our)\b",
    r"\b(?:our|the|this) (?:\w+ )?(?:failure|failures|failings?|shortcomings?|incompetence"
    r"|successes)(?! (?:of|in) (?:others|other areas))\b",
    r"\b(?:biggest|worst|main|greatest|most serious) (?:failure|failing|weakness|mistake"
    r"|success)\b",
    r"^what (?:is|are|was|were) the (?:\w+ )?(?:benefits?|advantages?|successes|failures?"
    r"|weaknesses|disadvantages?) (?:of|with|in)\b",
    r"\bwhat(?:['’]s| is| has| have)? (?:gone|went|going|wrong|been)? ?wrong with\b"
    r"|\bproblems? with (?:our|the)\b",
    r"\b(?:is|are|was|were) (?:all )?so (?:un\w+|in\w+|dis\w+|slow|poor|bad|weak|difficult|hard"
    r"|good|effective|great|strong|successful|confus\w+|bad at|good at)\b",
    r"\bthanks to (?:the|our)\b|\bas a result of our\b|\ba waste of\b|\blet us down\b",
    r"\b(?:so|such a|been a|been such a|a great|a huge|a real) (?:success|successful|failure|mess"
    r"|disaster|triumph|waste|effective)\b",
    r"\b(?:is|are|was|were|been) (?:\w+ )?(?:failing|letting down)\b",
    r"\b(?:are|were|do|did) (?:we|partners|people) (?:still |all |keep )?(?:getting|doing|get|do)"
    r" (?:so )?(?:badly |very )?wrong\b",
    r"\b(?:fall|falls|fell|fallen|falling) short\b|\bhave we (?:failed|let)\b|\bdespite\b",
    r"^how (?:has|have|had|did) .*\b(?:made|make)\b.*\b(?:safer|better|easier|worse|stronger)\b",
    r"^how (?:much )?(?:has|have|had) (?:\w+ ){1,7}?(?:improved|worsened|failed|succeeded"
    r"|benefit+ed|transformed|strengthened|declined)\b",
    r"^what (?:improvements?|benefits?|positive \w+|successes) (?:has|have|had|did|do|does)\b",
    r"^what (?:makes|made|keeps|is it about|is it that makes)\b.*\b(?:the best|so \w+|such)\b",
    r"^what (?:makes|made) (?:us|our|this) .*\b(?:better|great|successful|strong)\b",
    r"^what (?:is|was) so \w+ about\b|^what (?:explains|accounts for|lies behind|is behind) our\b",
    r"\b(?:stop|prevent|keep|save) (?:our|the|this) (?:\w+ )?\w+ from (?!being|feeling)\w+ing\b",
    r"\bthe fact that\b",
    r"^how much (?:better|worse|safer|stronger|easier|more \w+)\b|\beven better\b",
    r"\bcontinue (?:to be|to deliver|to lead|our|being|delivering)\b",
)
_URGED = (
    rf"^(?:{AUXILIARY})n['’]t\b|^(?:{AUXILIARY}) (?:we|you|they) not\b|^can(?:not)? we all\b"
    r"|^would(?:n['’]t)? you (?:agree|say|not)\b|^(?:do|would) you agree\b",
    rf", (?:{AUXILIARY})(?:n['’]t)? (?:we|you|they|it|I)\?|, (?:right|yes|correct|no|agreed)\?",
    r"\bstop (?:ignoring|failing|wasting|pretending|overlooking|neglecting|repeating|making"
    r" excuses|letting|going round|avoiding|dragging|being so)\b",
    r"\b(?:surely|obviously|obvious|finally|(?<!as )clearly|undoubtedly|of course|needless to say"
    r"|no doubt|everyone (?:knows|agrees)|everybody (?:knows|agrees)|we all (?:know|agree|want)"
    r"|as we know|let['’]s face it|at long last|yet again|by now|it is clear that|it['’]s clear"
    r" that)\b",
    r"\bgiven (?:that|how|our|the)\b|^(?:now that|because|since|seeing as) we (?:all |already )?"
    r"(?:know|agree|are|have (?:such|the best))\b",
    rf"\b(?:get|make|bring|persuade|convince|encourage|help) {_EVERYONE} (?:to )?(?:see|accept"
    r"|realise|understand|recognise|agree|admit|believe) (?:that|how (?:important|urgent)|the need"
    r"|why)\b",
    rf"\b(?:convince|persuade|win over|convert) {_EVERYONE}\b",
    r"\bto accept (?:that|the|our)\b|\bhappen(?:s|ing)? again\b",
    r"\b(?:keep failing|still failing|continue to fail|keep getting (?:this |it )?wrong)\b",
    r"\b(?:should|must|ought to) (?:we )?have (?:\w+ )?(?:known|learned|learnt|done|acted|seen)\b",
)

_leans = matching(
    "leading",
    any_of(*_PRESUMED, *_URGED),
    "It leans towards an answer. Ask so that any honest answer fits.",
)


def on_leaning(text: str) -> Iterator[Remark]:
    """A remark when the question itself leans, or the sentence that sets the scene for it."""
    for sentence in questions(text):
        yield from _leans(sentence)


CHECKS: tuple[Check, ...] = (on_leaning,)
