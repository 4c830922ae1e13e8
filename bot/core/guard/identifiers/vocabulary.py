"""Makes a set of words from a text, so that long lists can be read. Knows no word itself."""


def vocabulary(words: str) -> frozenset[str]:
    """The words between white space, each once."""
    return frozenset(words.split())
