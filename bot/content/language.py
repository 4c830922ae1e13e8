"""Reads our list of words that label or blame, with its sources. Judges no text itself."""

from functools import lru_cache
from pathlib import Path

from bot.content.source import read_source
from bot.core.guard.language import Term
from bot.core.values import Value

_FILE = Path(__file__).parent / "language_terms.yaml"


class LanguageFile(Value):
    """The list as written: each term names one of the sources by its short name."""

    sources: dict[str, str]
    terms: tuple[Term, ...]


@lru_cache(maxsize=1)
def language_terms() -> tuple[Term, ...]:
    """Every term of every tier, with its source in full. The file is part of the package and never
    changes."""
    source, findings = read_source(_FILE)
    if source is None or findings:
        raise ValueError(f"{_FILE.name} cannot be read: {[str(one) for one in findings]}")
    file = LanguageFile.model_validate(source.data)
    return tuple(
        term.model_copy(update={"source": file.sources[term.source]}) for term in file.terms
    )
