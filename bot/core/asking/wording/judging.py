"""Brings all checks together on a question or its follow-up. Does not rewrite."""

from collections.abc import Iterable

from bot.core.asking.wording.manner import leaning, opening, singleness
from bot.core.asking.wording.matter import blame, child_story, us
from bot.core.asking.wording.matter.labelling import on_labels
from bot.core.asking.wording.plain import form, insiders, plainness
from bot.core.asking.wording.rules import Check, Remark
from bot.core.guard.language import Term

_CHECKS: tuple[Check, ...] = (
    *form.CHECKS,
    *singleness.CHECKS,
    *opening.CHECKS,
    *leaning.CHECKS,
    *blame.CHECKS,
    *child_story.CHECKS,
    *us.CHECKS,
    *plainness.CHECKS,
    *insiders.CHECKS,
)

_MAY = {"question-mark", "opener"}
"""What a follow-up may do and a question may not: it may be a plain invitation."""

_LONGEST_READ = 2_000
"""Characters. Beyond that a text is only too long: nothing in it needs to be read closely."""


def remarks_on(text: str, terms: Iterable[Term] = ()) -> tuple[Remark, ...]:
    """Everything that makes `text` other than one open, plain question about how we work."""
    if form.is_empty(text):
        return (Remark(rule="empty", found="no words", advice="Write the question."),)
    # Line breaks, and quotation marks round the whole, are how it was written, not what it asks.
    words = " ".join(text[:_LONGEST_READ].split()).strip("\"'‘’“” ")
    if len(text) > _LONGEST_READ:
        found, advice = f"{plainness.word_count(text)} words", "Keep one question of 25 words."
        return (Remark(rule="too-long", found=found, advice=advice),)
    return (*(remark for check in _CHECKS for remark in check(words)), *on_labels(words, terms))


def remarks_on_follow_up(
    text: str, follow_up: str, terms: Iterable[Term] = ()
) -> tuple[Remark, ...]:
    """The same for the follow-up of `text`, which may also be a plain invitation."""
    remarks = [one for one in remarks_on(follow_up, terms) if one.rule not in _MAY]
    together = plainness.word_count(f"{text} {follow_up}")
    if together > plainness.MOST_WORDS_WITH_FOLLOW_UP:
        advice = f"Use at most {plainness.MOST_WORDS_WITH_FOLLOW_UP} words with the question."
        remarks.append(Remark(rule="too-long", found=f"{together} words in all", advice=advice))
    return tuple(remarks)


def told_once(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """For people: words that break two rules are remarked on once, under the graver rule or the
    first."""
    first: dict[str, Remark] = {}
    for remark in sorted(remarks, key=lambda one: not one.is_error):
        first.setdefault(remark.found, remark)
    return tuple(first.values())


def is_usable(remarks: Iterable[Remark]) -> bool:
    """True when nothing said of a prompt keeps it from being asked."""
    return not any(remark.is_error for remark in remarks)
