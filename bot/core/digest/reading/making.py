"""How a digest says how it was made: what was asked, counted, left out, and by which method."""

from collections.abc import Iterator

from bot.core.digest.compiling.quoting import LONGEST_QUOTE
from bot.core.digest.digest import Counts, Digest, Made
from bot.core.themes.reach import Reach
from bot.core.words import counted, day_in_words, moment_in_words, sentence

_CONSENT = {
    "ask": "Words are printed only with their author's yes.",
    "assumed": "Words are printed unless their author said no, as this partnership's own terms "
    "say.",
    "never": "This partnership does not print members' words.",
}

_METHOD = (
    "Nothing was generated: any words quoted are members' own, and the name of a theme is made of "
    "words that at least two people used."
)

_NOT_TOLD = (
    "Replies whose authors asked to be left out are neither printed nor counted. A small number of "
    "them, which could point at somebody, is not told."
)

_SECTORS = (
    "A sector is named only where at least {people} people from at least {agencies} sectors "
    "replied (for a theme: raised it), and nobody else's can be worked out from it; otherwise it "
    "says “partners”. A view that only one person gave never shows a sector."
)

_ORDER = "Themes and views stand in an order drawn by lot, not by number, time or rank."

_LONG = (
    f"Quotes of more than about {LONGEST_QUOTE} characters are shortened, and say so. "
    "The coordinators can show the whole reply."
)

_BANK = "The questions for the board were drawn by lot from a bank that people wrote."

_CREDIT = (
    "Made by Dots {version}. The three principles are those of Joining the Dots, by the Tackling "
    "Child Exploitation Support Programme (https://tce.researchinpractice.org.uk/). "
    "The questions are our own, and no endorsement is implied."
)

_NOT_GROUPED = "Replies were not grouped, for want of what compares them: every view stands alone."
_NOBODY_SORTED = "Dots grouped the replies on this machine, and nobody has sorted them since."
_ONLY_SURE = "Only what surely belongs together stands as a theme, and even that may be wrong."
_NO_MODEL = (
    "What compares meanings was not at hand, so only what was said in nearly the same words stands "
    "together."
)
_WHOLE = (
    "Where a question has more replies than anybody sorts one by one, each stands where it fits "
    "best, and some do not belong where they stand."
)
_SORTED = "Dots grouped the replies on this machine, and people sorted them, in {decisions}."


def making(digest: Digest) -> tuple[str, ...]:
    """A few sentences for each thing a reader may ask about how the digest was made."""
    made = digest.made
    asked = f"{_asked(made)} {_until(digest)}"
    credit = _CREDIT.format(version=made.version)
    if digest.counts is None:
        return (asked, credit)
    return (
        asked,
        _coverage(digest.counts),
        _grouping(made),
        f"{_CONSENT[made.quotes]} {_METHOD}",
        *_edits(made),
        _left_out(made),
        *_held_back(made),
        _SECTORS.format(people=made.minimum_people, agencies=made.minimum_agencies),
        " ".join((_ORDER, *((_LONG,) if made.quotes != "never" else ()))),
        f"{_BANK} {credit}",
    )


def _asked(made: Made) -> str:
    if made.first_on is None or made.last_on is None:
        return "No question was asked in this cycle."
    when = f"between {day_in_words(made.first_on)} and {day_in_words(made.last_on)}"
    if made.first_on == made.last_on:
        when = f"on {day_in_words(made.first_on)}"
    questions = sentence(counted(made.questions, "question was", "questions were"))
    return f"{questions} asked in {counted(made.channels, 'channel', 'channels')}, {when}."


def _until(digest: Digest) -> str:
    cut = moment_in_words(digest.made.cut_at.astimezone(digest.tz))
    return f"Replies given by {cut} count; later ones are carried to the next digest."


def _coverage(counts: Counts) -> str:
    told = f"{counts.people} people gave {counts.replies} replies. Every one is reflected here: "
    told += (
        f"{counts.in_themes} in themes, {counts.alone} as single views, "
        f"{counts.loose} not easily grouped."
    )
    if counts.off_topic:
        were = sentence(counted(counts.off_topic, "more reply was", "more replies were"))
        told += f" {were} about something else, and left out."
    if counts.late:
        came = sentence(counted(counts.late, "of them", "of them"))
        told += f" {came} came after the question had closed."
    return told


def _grouping(made: Made) -> str:
    method = made.method
    if not method.name:
        return _NOT_GROUPED
    decisions = counted(method.decisions, "decision", "decisions")
    told = [_SORTED.format(decisions=decisions) if method.decisions else _NOBODY_SORTED]
    if not method.model:
        told.append(_NO_MODEL)
    elif Reach.SURE in method.name and not method.decisions:
        told.append(_ONLY_SURE)
    if method.model and Reach.WHOLE in method.name:
        told.append(_WHOLE)
    model = f", model {method.model}" if method.model else ", without a model"
    return f"{' '.join(told)} Method: {method.name} {method.version}{model}."


def _edits(made: Made) -> Iterator[str]:
    if made.reworded:
        were = sentence(counted(made.reworded, "line has", "lines have"))
        yield f"{were} a coordinator's words. Nobody can change a quote."
    if made.hidden:
        were = sentence(counted(len(made.hidden), "line was", "lines were"))
        yield f"{were} hidden by a coordinator: {'; '.join(made.hidden)}."


def _left_out(made: Made) -> str:
    if made.left_out is None:
        return _NOT_TOLD
    return f"{made.left_out} more replies were left out at their authors' wish, and not counted."


def _held_back(made: Made) -> Iterator[str]:
    if made.held_back:
        held = sentence(counted(made.held_back, "reply is", "replies are"))
        yield (
            f"{held} held back, neither printed nor counted, because Dots noticed something there "
            "that could point at a person or be a concern, and nobody has released it."
        )
