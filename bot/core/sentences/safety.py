"""What Dots says to somebody whose words may put a person at risk, or be about a person at risk.
It never repeats the words, and never says that it passed anything on."""

from collections.abc import Sequence

from bot.core.guard.consequences import holding, is_concern, whereabouts, wordings
from bot.core.guard.examine import Examined
from bot.core.guard.finding import Finding
from bot.core.partnership import Safeguarding
from bot.core.words import sentence


def concern(numbers: Safeguarding) -> list[str]:
    """What stands first when words may be about somebody at risk now."""
    return [
        "This may be about somebody at risk now. If a child is in danger, call 999.",
        f"Otherwise please call {numbers.front_door} now, or {numbers.out_of_hours} out of hours. "
        f"About someone who works with children (LADO): {numbers.lado}. And tell your own "
        "safeguarding lead.",
        "Nobody watches this channel or Dots for concerns, and no referral has been made.",
    ]


def noticed(examined: Examined, length: int) -> list[str]:
    """What was noticed in words of so many characters, and about where: one line each."""
    lines = [_line(each, length) for each in holding(examined)]
    return [*dict.fromkeys(lines), *_could_not_look(examined)]


def wording(examined: Examined, length: int) -> list[str]:
    """Words that blame or label: a suggestion, never more."""
    return list(dict.fromkeys(_line(each, length) for each in wordings(examined)))


def _line(finding: Finding, length: int) -> str:
    where, reason = whereabouts(finding, length), finding.reason.rstrip(".")
    return f"{sentence(f'{where}: {reason}' if where else reason)}."


def _could_not_look(examined: Examined) -> list[str]:
    if not examined.failed:
        return []
    return ["One of Dots's own checks could not read it, so a person has to look."]


def before_sending(examined: Examined, numbers: Safeguarding, length: int) -> list[str]:
    """Above a form whose words were looked at, before anything of it is kept."""
    first = concern(numbers) if is_concern(examined) else []
    lines = noticed(examined, length)
    told = ["Before it is kept, please look at it once more. Dots noticed:", *_listed(lines)]
    optional = wording(examined, length)
    if optional:
        told += ["Only a suggestion, about wording:", *_listed(optional)]
    if lines:
        told.append(
            "You can change it below, or send it as it is: then a coordinator looks at it before "
            "it can be in any digest. If you stop here, nothing is kept."
        )
    else:
        told.append("You can change it below, or send it as it is. If you stop, nothing is kept.")
    return [*first, *(told if lines else told[1:])]


def _listed(lines: Sequence[str]) -> list[str]:
    return ["\n".join(f"• {line}" for line in lines)] if lines else []
