"""Sees where words are talked about, and not used: quoted, criticised, denied, or part of a law.

Knows no term. Texts come as the guard reads them: straight quotation marks, nothing hidden.
"""

import re
from collections.abc import Sequence

_WORD = r"(?:\W+[\w'-]+)"
"""One word between a sign and the words that it speaks of."""

_QUOTED = re.compile(r"\"[^\"\n]{1,300}\"|(?<!\w)'[^'\n]{1,200}'(?!\w)")
_NOT_SPEECH = re.compile(r"^[ \t]*(?:>|&gt;)[^\n]*|```.*?```|`[^`\n]+`", re.MULTILINE | re.DOTALL)

_NAMED = (
    r"words?|phrases?|terms?|labels?|expressions?|wording|headings?|titles?|category|column|tag"
    r"|slang|saying|cliche|stereotype"
)
"""What words are called when they are named as words."""
_SPEAKING = (
    r"(?:saying|using|writing|calling|describing|labelling|seeing|treating|talking about"
    r"|the use of)"
)
_GIVEN_UP = (
    r"(?:instead of|rather than|no longer|away from|as opposed to|alternatives? to"
    r"|used to (?:say|write|call|describe|put|think|record|use|talk)"
    rf"|(?:stop|avoid|drop|ban|swap)(?:s|ped|ned|ed|ping|ning|ing)? {_SPEAKING}"
    r"|(?:avoid|ban)(?:s|ned|ed|ning|ing)?|(?:I'd|we'd|should|let's) swap|swapped"
    r"|replac(?:e|ed|ing)|cross(?:ed|ing) out|retired|challenged?|questioned)"
    rf"(?: {_SPEAKING})?|(?:without|against|beyond) {_SPEAKING}"
)
"""What is said before words that somebody gives up, or has something better for."""
_CALLED = (
    r"called|calling|labell?ed|labell?ing|branded|branding|stereotyped|dismissed as|written off as"
    r"|seen as|seeing|treated as|treating|judged|judging|so-called|tagged"
    r"|(?:what|when|if|whenever) (?:we|they|you|some|people|professionals|services|staff|someone)"
    r" (?:call|label|say|write|describe as|used to call)"
    r"|(?:never|not|don't|wouldn't|shouldn't|can't) (?:call|describe|label|say|write|use)"
)
"""What is said before a name that others give to somebody."""
_DENIED = (
    r"(?:\b(?:is|are|was|were|be|been|it|that) (?:not|never)|n't|\bnot|\bno such thing as"
    r"|\bnobody(?: is)?|\bno one(?: is)?|\bnever"
    r"|\b(?:none|not one) (?:of (?:\w+ ){1,3})?(?:is|are|was|were))"
    r"(?: (?:a|an|the|just|about|really|their|her|his|one of|to be|mean|because|that))*"
    r"|\bno (?:child|young person|girl|boy|one|parent|family)(?: \w+)?"
)
_WRITTEN = (
    r"(?:files?|notes?|records?|reports?|papers?|forms?|plans?|letters?|logs?) (?:\w+ )?"
    r"(?:call|say|describe|label|read|use)(?:s|ed)?"
)
"""What is said before words that stand in somebody's papers."""
_TAUGHT = (
    r"\b(?:talks? on\b|(?:sessions?|training|workshops?|webinars?|assembl(?:y|ies)|lessons?"
    r"|courses?|modules?|leaflets?|polic(?:y|ies)|guidance|campaigns?|conference|briefings?|research"
    r"|stud(?:y|ies)|books?|films?|podcasts?|articles?|chapters?|statistics|e-learning)"
    r" (?:on|about|into|around|covers?|covering|called|titled))"
)
"""What is said before the subject of a course, or of something to read."""
_BEFORE = re.compile(
    rf"(?:\b(?:{_NAMED}){_WORD}{{0,5}}|\b(?:{_GIVEN_UP}){_WORD}{{0,4}}"
    rf"|\b(?:{_CALLED}|{_WRITTEN}){_WORD}{{0,4}}"
    rf"|\b(?:said|wrote|written|typed|says|reads)(?!\W+(?:he|she|they|we|I)\b){_WORD}{{0,1}}"
    rf"|{_TAUGHT}{_WORD}{{0,3}}|{_DENIED})\W*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\W*(?:[\w'-]+\W+){0,3}?(?:is|are|was|were|isn't|aren't)?\s*(?:(?:not|a|an|the|often|usually"
    r"|really|only|just|still)\s+){0,3}(?:labels?|words?|terms?|phrases?|language|wordings?|jargon"
    r"|euphemisms?|findings?|diagnos[ie]s|myths?|judge?ments?|unhelpful|blaming|distress|communication|outdated|offensive|stigmatising|stigma|banned"
    r"|hides? (?:that|the|who|how|what)|tells us|says (?:more|nothing|little)|takes? away"
    r"|shuts? (?:the|down|out|off|people)"
    r"|came up(?! with)|comes up(?! with)|appears? in|in (?:its|their|our|the|old|every) (?:papers?"
    r"|reports?|records?|forms?|minutes|files?|notes|titles?|headings?|templates?|names?)"
    r"|as an? (?:heading|category|term|label|title|code)|said about|misses the|unfair"
    r")\b|^\W*(?:is|are|was|were)\s+(?:[\w'-]+\s+){0,4}(?:words?|phrases?|labels?)\b"
    r"|^\W*(?:we|they|you) mean\b|^\W*means\b"
    r"|^\W*(?:should|must|needs? to|ought to|has to) (?:be )?(?:struck|retired|deleted|binned"
    r"|reworded|rewritten|avoided|crossed out|taken out)\b",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:wordings?|phrases?|vocabulary|glossary|terminology|labelling|labels|jargon|cring\w*"
    r"|winc\w*|adultif\w*|stereotyp\w*|stigma\w*|blaming (?:language|words|terms)"
    r"|victim[- ]blaming|language (?:guide|like|such|matters|we|that|in)"
    r"|(?:the|our|that|this|their) language|better words?|plain words?|the words?"
    r"|words (?:like|such|we|that|which)|the term|terms like"
    r"|(?:say|write|says|saying|writing|said|put) (?:[\w'-]+ ){1,5}(?:instead|not|rather)"
    r"|instead of(?! (?!(?:say|writ|call|us|describ|label)ing\b)\w+ing\b)"
    r"|rather than (?:say|writ|call|us)\w*|reword\w*|rewrote|rephras\w*"
    r"|we (?:have |'ve )?(?:changed|replaced|swapped|dropped|retired|banned)"
    r"|stopped (?:using|saying|writing|calling)"
    r"|used to (?:say|write|call|describe|record|use|talk)"
    r"|no longer (?:say|write|use|uses|call|describe|talk)"
    r"|how we (?:talk|write|speak|describe)|too many (?:referrals|reports|records)"
    r"|the name (?:of|for)|hat(?:e|ed) being called|don't like being called"
    r"|nothing about (?:the|who))\b",
    re.IGNORECASE,
)
_OF_LAW = re.compile(
    r"(?-i:\bActs?\b|\bInquir(?:y|ies)\b|\bProgramme\b|\bOperation [A-Z]|\bBill\b)|\bsection \d+"
    r"|\bs\.? ?\d{2}\b|\bstatut\w+|\blegislation\b|\boffences? of\b"
    r"|\bthe (?:old |new )?law (?:calls|called|said|spoke|says|uses"
    r"|speaks|defines|has)|\blegal(?:ly)? (?:terms?|definition|test|wording|defined)"
    r"|\b(?:youth justice|national|official) statistics\b"
    r"|\bdefinitions?\b|\b(?:in|by) law\b|\bnational inquiry\b|\bcase law\b"
    r"|\bformal(?:ly)? (?:called|category|term|outcome)",
    re.IGNORECASE,
)

FEW = 3
"""Words that, alone in a sentence, are named rather than used: a heading, or `Hard to reach?`."""


def not_speech(text: str) -> Sequence[tuple[int, int]]:
    """The places of block quotes and code in a text as it was given."""
    return [match.span() for match in _NOT_SPEECH.finditer(text)]


def quoted(words: str) -> Sequence[tuple[int, int]]:
    """The places of everything between quotation marks, those included."""
    return [match.span() for match in _QUOTED.finditer(words)]


def talks_about_words(before: str, used: str, after: str) -> bool:
    """Whether a sentence, seen from its start and from its end, speaks of the words between."""
    if not before.strip() and not after.strip():
        return len(used.split()) <= FEW
    return bool(
        _BEFORE.search(before)
        or _AFTER.search(after)
        or any(sign.search(part) for sign in (_SPOKEN_OF, _OF_LAW) for part in (before, after))
    )
