"""How a digest says how it was made: what was asked, counted, left out, and by which method."""

from zoneinfo import ZoneInfo

from bot.core.digest.digest import Counts, Digest, Made
from bot.core.digest.quoting import LONGEST_QUOTE
from bot.core.words import counted, day_in_words, moment_in_words, sentence

_CONSENT = {
    "ask": "Words are printed only with their author's yes.",
    "assumed": "Words are printed unless their author said no, as this partnership's own terms "
    "say.",
    "never": "This partnership does not print members' words.",
}

_NOT_TOLD = (
    "Replies whose authors asked to be left out are neither printed nor counted. "
    "There may be none: their number is not given, because a small one could point at somebody."
)

_SECTORS = (
    "A sector stands beside a quote only when at least {people} people replied, from at least "
    "{agencies} sectors; when the author chose it, or somebody else of that sector replied too; "
    "and when nobody else's sector can be worked out from it. "
    "Otherwise the quote is from “a partner”. "
    "A view that only one person gave never shows a sector."
)

_ORDER = "The order of the quotes was drawn by lot. It follows neither time nor rank nor sector."

_LONG = (
    f"A quote of more than about {LONGEST_QUOTE} characters is shortened, and says so. "
    "The coordinators can show the whole reply."
)

_METHOD = (
    "The method is extractive: any words quoted are members' own, and nothing was generated. "
    "The questions for the board come from a bank that people wrote, and were drawn by lot "
    "among the practices asked about."
)

_CREDIT = (
    "Made by Dots {version}. The three principles are those of Joining the Dots, by the Tackling "
    "Child Exploitation Support Programme, https://tce.researchinpractice.org.uk/. "
    "The questions are our own, and no endorsement is implied."
)


def making(digest: Digest) -> tuple[str, ...]:
    """One or two sentences for each thing a reader may ask about how the digest was made."""
    made = digest.made
    asked = (_asked(made), _until(digest))
    credit = _CREDIT.format(version=made.version)
    if digest.counts is None:
        return (*asked, credit)
    return (
        *asked,
        _coverage(digest, digest.counts),
        _CONSENT[made.quotes],
        _left_out(made),
        *_held_back(made),
        *_about_quotes(made),
        _METHOD,
        _caution(digest.counts),
        credit,
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
    cut = moment_in_words(digest.made.cut_at.astimezone(ZoneInfo(digest.zone)))
    return f"Replies given by {cut} count. Later ones are carried to the next digest."


def _coverage(digest: Digest, counts: Counts) -> str:
    quoted = sum(len(question.lines) for question in digest.questions)
    told = f"{counts.people} people gave {counts.replies} replies. All of them are reflected here: "
    told += f"{quoted} as quotes, {counts.replies - quoted} in the counts only."
    if counts.late:
        came = sentence(counted(counts.late, "late reply is", "late replies are"))
        told += f" {came} included, given after the question had closed."
    return told


def _left_out(made: Made) -> str:
    if made.left_out is None:
        return _NOT_TOLD
    return f"{made.left_out} more replies were left out at their authors' wish, and not counted."


def _held_back(made: Made) -> tuple[str, ...]:
    if not made.held_back:
        return ()
    held = sentence(counted(made.held_back, "reply is", "replies are"))
    return (
        f"{held} held back, neither printed nor counted, because Dots noticed something there that "
        "could point at a person or be a concern, and nobody has released it.",
    )


def _about_quotes(made: Made) -> tuple[str, ...]:
    if made.quotes == "never":
        return ()
    sectors = _SECTORS.format(people=made.minimum_people, agencies=made.minimum_agencies)
    return (sectors, _ORDER, _LONG)


def _caution(counts: Counts) -> str:
    return (
        f"{counts.people} people replied. Their views are not a survey, "
        "and do not show how common something is."
    )
