"""What coordinators decided while sorting, as it is kept, and what of it still holds."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from bot.core.digest.edits import fingerprint
from bot.core.themes.decisions import Apart, Decision, Move, OffTopic, Rename, Together
from bot.core.themes.said import Said
from bot.core.values import Utc, Value


class Sorted(Value):
    """One answer of one coordinator: what it decides, in order. `wordings`: the fingerprint of the
    words that each reply had then: of a reply that says something else now, nothing was decided."""

    number: int
    decisions: tuple[Decision, ...]
    wordings: Mapping[str, str]
    by: str
    at: Utc


def sorted_now(
    number: int, decisions: Iterable[Decision], said: Sequence[Said], by: str, at: datetime
) -> Sorted | None:
    """The answer to be kept; None if it decides nothing about what was said."""
    known = {each.id: fingerprint(each.text) for each in said}
    made = _narrowed(decisions, known)
    wordings = {reply: known[reply] for one in made for reply in named(one)}
    return Sorted(number=number, decisions=made, wordings=wordings, by=by, at=at) if made else None


def still_holding(kept: Iterable[Sorted], wordings: Mapping[str, str]) -> tuple[Decision, ...]:
    """The decisions in their order, about replies that are there in the same words."""
    return tuple(
        decision
        for one in kept
        for decision in _narrowed(
            one.decisions,
            {reply for reply, then in one.wordings.items() if wordings.get(reply) == then},
        )
    )


def _narrowed(decisions: Iterable[Decision], known: Collection[str]) -> tuple[Decision, ...]:
    narrow = (narrowed(one, known) for one in decisions)
    return tuple(one for one in narrow if one is not None)


def named(decision: Decision) -> tuple[str, ...]:
    """Every reply that a decision names."""
    match decision:
        case Together():
            return (*decision.replies, *decision.but_not)
        case Apart():
            return (decision.reply, *decision.others)
        case Move():
            return (decision.reply, *decision.to, *decision.away_from)
        case Rename():
            return decision.replies
        case OffTopic():
            return (decision.reply,)


def narrowed(decision: Decision, known: Collection[str]) -> Decision | None:
    """The decision without replies that are not known; None where nothing is left of it."""
    match decision:
        case Together():
            replies, but_not = _of(decision.replies, known), _of(decision.but_not, known)
            made = decision.model_copy(update={"replies": replies, "but_not": but_not})
            return made if len(replies) > 1 or (replies and but_not) else None
        case Apart():
            others = _of(decision.others, known)
            kept = decision.reply in known and others
            return decision.model_copy(update={"others": others}) if kept else None
        case Move():
            to, away = _of(decision.to, known), _of(decision.away_from, known)
            kept = decision.reply in known and (to or away)
            return decision.model_copy(update={"to": to, "away_from": away}) if kept else None
        case Rename():
            replies = _of(decision.replies, known)
            return decision.model_copy(update={"replies": replies}) if replies else None
        case OffTopic():
            return decision if decision.reply in known else None


def _of(replies: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    return tuple(each for each in replies if each in known)
