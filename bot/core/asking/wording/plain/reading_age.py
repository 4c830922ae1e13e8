"""How old a reader must be to read a text with ease: the Flesch-Kincaid grade, in years of age."""

import re

# Flesch-Kincaid grade (Kincaid and others, 1975, for the US Navy): a grade of 0 is a reader of 5.
# https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests
_PER_WORD, _PER_SYLLABLE, _BASE = 0.39, 11.8, 15.59
_AGE_AT_GRADE_ZERO = 5

# Words that nobody in the room stumbles over, whatever their length: the things that all prompts
# are about. Each counts as two syllables, as Gunning (1952) leaves familiar words out of his count.
_FAMILIAR = re.compile(
    r"^(?:partner\w*|famil(?:y|ies)|communit(?:y|ies)|information|different\w*|exploit\w*"
    r"|together|anybody|everybody|somebody|everyone|anyone|another|area|areas|safeguarding"
    r"|agenc(?:y|ies)|meetings?|decisions?|decide|conversations?|experience[sd]?|understand\w*"
    r"|organisations?|professionals?|neighbours?|officers?|teenagers?|notic(?:e|es|ed|ing)"
    r"|surpris(?:e|es|ed|ing)|curious|remember|support\w*|evenings?|important|difficult"
    r"|every|evidence|interested|usually|actually|strateg(?:y|ies)|quarter|december|november)$"
)
_FAMILIAR_SYLLABLES = 2

_EXCEPTIONS = {"people": 2, "quiet": 2, "idea": 3, "ideas": 3, "science": 2, "being": 2, "doing": 2}
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouydt]ed|[^aeiouyscxzg]es)$")
_SPLIT = re.compile(r"i[ao](?!u)|[^cgst]io|eo|ua|uing|ying|eing(?=$)")
_TOGETHER = re.compile(r"[cst]i[ao]|gio|[aeiou]{3}")


def reading_age(text: str) -> float:
    """The age in years at which the text reads easily; 0 for a text without words."""
    words = re.findall(r"[a-z]+(?:['’][a-z]+)?", text.lower())
    if not words:
        return 0
    sentences = max(len(re.findall(r"[.?!]+(?:\s|$)", text)), 1)
    syllables = sum(_syllables(word) for word in words)
    grade = _PER_WORD * len(words) / sentences + _PER_SYLLABLE * syllables / len(words) - _BASE
    return max(grade + _AGE_AT_GRADE_ZERO, 0)


def _syllables(word: str) -> int:
    """Near enough: groups of vowels, without a silent e, with vowels that part (`io`, `ua`)."""
    bare = re.sub(r"['’](?:s|re|ve|ll|d|m|t)?$", "", word)
    if bare in _EXCEPTIONS:
        return _EXCEPTIONS[bare]
    bare = bare.replace("some", "som")  # something, sometimes, wholesome: the e inside is silent
    count = len(_VOWELS.findall(_SILENT.sub(lambda m: m.group()[0], bare)))
    count += len(_SPLIT.findall(bare)) - len(_TOGETHER.findall(bare))
    if _FAMILIAR.match(bare):
        return min(max(count, 1), _FAMILIAR_SYLLABLES)
    return max(count, 1)
