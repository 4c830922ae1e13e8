"""Turns the lists of words into one lexicon, and looks words up in it. Weighs nothing."""

from collections.abc import Iterable, Iterator, Mapping

_IRREGULAR = {
    one.split()[0]: one.split()
    for one in (
        "be is are was were been being am", "bite bites bit bitten biting",
        "break breaks broke broken breaking", "bring brings brought bringing",
        "buy buys bought buying", "catch catches caught catching",
        "come comes came coming", "drive drives drove driven driving",
        "feel feels felt feeling", "get gets got gotten getting",
        "give gives gave given giving", "go goes went gone going",
        "hang hangs hung hanging", "have has had having", "hide hides hid hidden hiding",
        "hold holds held holding", "keep keeps kept keeping", "leave leaves left leaving",
        "make makes made making", "meet meets met meeting", "run runs ran running",
        "see sees saw seen seeing", "send sends sent sending", "sleep sleeps slept sleeping",
        "stay stays stayed staying", "take takes took taken taking", "tell tells told telling",
        "throw throws threw thrown throwing", "withdraw withdraws withdrew withdrawn withdrawing",
    )
}  # fmt: skip
_VOWELS = frozenset("aeiou")

Lexicon = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By the first word of a phrase: the words after it, and the class it belongs to."""


def lexicon(*lists: Mapping[str, str]) -> Lexicon:
    """All phrases of the lists, ready to be looked up."""
    found: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for name, written in ((name, each) for listed in lists for name, each in listed.items()):
        for phrase in _phrases(written):
            first, *rest = phrase
            found.setdefault(first, set()).add((tuple(rest), name))
    return {first: tuple(sorted(phrases)) for first, phrases in found.items()}


def _phrases(written: str) -> Iterator[list[str]]:
    for phrase in " ".join(written.split()).split(","):
        words = phrase.replace("-", " ").split()
        starred = [place for place, word in enumerate(words) if word.endswith("*")]
        if not starred:
            yield words
            continue
        place = starred[0]
        for form in forms(words[place].rstrip("*")):
            yield [*words[:place], form, *words[place + 1 :]]


def forms(verb: str) -> Iterable[str]:
    """Every form of an English verb, by the rules of spelling or by the list of those without."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    end = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return verb, verb + end, f"{verb}ed", f"{verb}ing", *_doubled(verb)


def _doubled(verb: str) -> tuple[str, ...]:
    """`grab` makes `grabbed`: the last letter is doubled after one vowel."""
    short = len(verb) > 2 and verb[-1] not in "aeiouwxy"
    if short and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        return f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    return ()
