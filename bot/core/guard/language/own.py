"""Puts a partnership's own choice of words together with the shared list. Looks at no text."""

import re
from collections.abc import Collection, Iterable

from bot.core.guard.language.terms import Term
from bot.core.partnership import Care, OwnWords


def terms_for(settings: Iterable[Care], terms: Iterable[Term]) -> tuple[Term, ...]:
    """The shared terms without those that are left out, and the words that were added."""
    chosen: Collection[Care] = tuple(settings)
    left_out = {term_id for care in chosen for term_id in care.leave_out_words}
    own = [_term(words) for care in chosen for words in care.own_words]
    return (*(term for term in terms if term.id not in left_out), *own)


def _term(own: OwnWords) -> Term:
    """In tier A, so that it is noticed: whoever adds a word wants people to be told of it."""
    named = "-".join(re.findall(r"[a-z0-9]+", own.words.lower()))[:50].strip("-")
    return Term(
        id=f"own-{named or 'words'}",
        tier="A",
        pattern=r"\s+".join(re.escape(word) for word in own.words.split()),
        why=own.why.rstrip(". ") + ".",
        instead=own.instead.rstrip(". "),
        source="your partnership’s own list",
    )
