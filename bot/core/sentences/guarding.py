"""What Dots says about what the guard noticed: to the author of a reply, to the coordinators it
waits for, and to the safeguarding contacts. Kinds and places, never the words."""

from collections.abc import Sequence
from datetime import date

from bot.core.guard.consequences import holding, is_concern
from bot.core.guard.examine import Examined
from bot.core.guard.held import HeldState
from bot.core.partnership import Safeguarding
from bot.core.sentences import safety
from bot.core.words import day_in_words


def warning(question: str, examined: Examined, numbers: Safeguarding, length: int) -> list[str]:
    """To the author of a reply in a thread, at once and privately."""
    first = safety.concern(numbers) if is_concern(examined) else []
    told = f"About your reply to “{question}”: only you can see this message. Dots noticed:"
    lines = ["\n".join(f"• {line}" for line in safety.noticed(examined, length))]
    return [*first, told, *lines, _how_to_mend(examined), _what_follows()]


def _how_to_mend(examined: Examined) -> str:
    if not holding(examined):
        return "There is nothing that you need to do."
    return (
        "Everybody in the channel can see it as it stands. To change it, point at your message in "
        "the thread, open its menu (⋮) and choose Edit message, or Delete message. Dots looks "
        "again as soon as you have."
    )


def _what_follows() -> str:
    return (
        "Until then, or until a coordinator has looked at it and released it, the reply is held "
        "out of the digest. If it is none of this, leave it as it is. Nothing was deleted."
    )


def wording(question: str, suggestions: Sequence[str]) -> list[str]:
    """To the author of a reply, about words that blame or label."""
    return [
        f"About your reply to “{question}”: only a suggestion, and only you can see it. It changes "
        "nothing, and you need not do anything.",
        "\n".join(f"• {line}" for line in suggestions),
    ]


def held(
    question: str | None,
    examined: Examined,
    length: int,
    since: date,
    *,
    is_private: bool,
    is_concern: bool,
) -> list[str]:
    """To the coordinators: what waits for one of them, and since when."""
    what = "A private reply" if is_private else "A reply"
    where = f"{what} to “{question}”" if question else "A line of the draft digest"
    noticed_ = "\n".join(f"• {line}" for line in safety.noticed(examined, length))
    concern = (
        [
            "It may be about somebody at risk now. Dots has made no referral: please look at once, "
            "and follow your own procedure."
        ]
        if is_concern
        else []
    )
    return [
        *concern,
        f"{where} is held out of the digest since {day_in_words(since)}. Dots noticed:",
        noticed_,
    ]


def settled(state: HeldState, reason: str | None) -> str:
    """What became of something that waited."""
    if state is HeldState.RELEASED:
        return f"Released. The reason: {reason or '-'}"
    return "Nothing waits here any more: its author changed it, or took it back."


def alert(partnership: str, *, is_private: bool, is_gone: bool) -> list[str]:
    """To a safeguarding contact: where to look."""
    if is_private:
        where = (
            f"A private reply to {partnership} may be about somebody at risk now. It waits in the "
            "coordinators' queue. Nobody knows who wrote it; they were shown the numbers to ring."
        )
    elif is_gone:
        where = (
            f"A reply to {partnership} may have been about somebody at risk. Its author has "
            "deleted it since; you may want to speak to the coordinators."
        )
    else:
        where = (
            f"A reply to {partnership} may be about somebody at risk now. Its author was sent the "
            "numbers to ring. Please look at it:"
        )
    caution = "Dots may be wrong, and it has made no referral. Your own procedure comes first."
    return [where, caution]


def contact_not_told() -> str:
    """Slack took no private message to one of the contacts."""
    return (
        "A reply may be about somebody at risk now, and one of the safeguarding contacts could not "
        "be told in a private message. Please look at what waits in your queue, and make sure that "
        "they know. Dots has made no referral."
    )


def waiting_in(partnership: str) -> str:
    """Over what waits in one partnership."""
    return f"Waiting for you in {partnership}"


def more_waiting(number: int) -> str:
    """The way to the rest of what waits."""
    return f"Open the queue ({number} more)"


def queue_intro(count: int) -> str:
    """Above everything that waits."""
    if not count:
        return "Nothing waits for you."
    return (
        "Held out of the digest until one of you decides, or the author changes it. The oldest "
        "come first."
    )


_RELEASED = {
    "released": "Released, with your reason on the record. It may be used in the digest now.",
    "changed": "Its author changed it while you were reading, or something else was noticed. "
    "Please look at it again. Nothing was released.",
    "cleared": "Nothing waits here any more: its author changed it, or took it back.",
    "gone": "Dots does not know this any more. Nothing was released.",
    "not-yours": "Only this partnership's coordinators can release a reply. Nothing was released.",
}


def released(outcome: str) -> str:
    """The answer to a coordinator who releases a reply."""
    return _RELEASED[outcome]


def released_before() -> str:
    """Two coordinators at once: the second is told. It follows the first one's name."""
    return "had already released it. Nothing more is needed."


def why_released() -> str:
    """Under the box for the reason."""
    return "It is kept in the record of decisions. Please name nobody in it."


def reader_only(*, private: bool) -> str:
    """Over the words of a reply that a coordinator is shown."""
    return (
        "The words, for you to judge. Nobody knows who wrote them."
        if private
        else "The words, as they stand in the thread."
    )
