"""An invented partnership and one invented cycle of it. Nobody said any of this."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState
from bot.core.digest.compiling.compile import compile_digest
from bot.core.digest.compiling.material import Material
from bot.core.digest.digest import Digest
from bot.core.digest.heard import AskedQuestion
from bot.core.partnership import Partnership
from bot.core.prompts import ClosingQuestion
from bot.core.replies import Choice, Reply
from bot.core.sectors import Sector
from bot.core.themes.grouping import Grouping, Language, Marked, Method, Theme

YES, OUT, UNSAID_YET = Choice.QUOTE, Choice.LEAVE_OUT, None

CUT_AT = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)
VERSION = "9.9.9"

CLOSING = tuple(
    ClosingQuestion(id=f"board-{practice.lower()}", practice=practice, text=text)
    for practice, text in {
        "BB1": "Who else could help us here before we decide?",
        "BB3": "Who needs to know what we have just read?",
        "LC2": "How will those who answered see that we listened?",
        "LC4": "How would we put this to a parent in two sentences?",
        "CU1": "What here deserves more of our time?",
        "CU3": "What do we want to ask next?",
    }.items()
)


def partnership(**changes: Any) -> Partnership:
    """Anytown's, with any part of it replaced."""
    return Partnership.model_validate(
        {
            "id": "anytown",
            "name": "Anytown Safeguarding Children Partnership",
            "nation": "england",
            "channels": [
                {"id": "C0STRATEGY", "name": "strategy"},
                {"id": "C0PLACES01", "name": "places"},
            ],
            "board": {
                "name": "the Anytown board",
                "channel": {"id": "C0BOARD001", "name": "board"},
                "meetings": [{"on": "2027-02-03"}],
            },
            "coordinators": {
                "channel": {"id": "C0COORDI01", "name": "coordinators"},
                "people": ["U0COORDI1"],
            },
            "safeguarding": {
                "front_door": "01632 960001",
                "out_of_hours": "01632 960002",
                "lado": "01632 960003",
                "checked_on": "2026-09-01",
            },
            "sectors": [
                "social-care", "education", "police", "health", "housing",
                "licensing", "voluntary", "faith", "parents-carers",
            ],
        }
        | changes
    )  # fmt: skip


def cycle(cycle_id: str = "anytown:2027-02-03") -> Cycle:
    """The cycle before the board of Wednesday 3 February 2027, at 10:00."""
    return Cycle(
        id=cycle_id,
        partnership_id="anytown",
        meeting_on=date(2027, 2, 3),
        meeting_at=datetime(2027, 2, 3, 10, 0, tzinfo=UTC),
        draft_at=CUT_AT,
        issue_at=datetime(2027, 1, 26, 9, 30, tzinfo=UTC),
    )


def occurrence(
    name: str,
    practices: Sequence[str],
    question: str = "What have we noticed about how we work?",
    on: date = date(2026, 11, 3),
    channel_id: str = "C0STRATEGY",
    cycle_id: str = "anytown:2027-02-03",
    follow_up: str | None = None,
) -> Occurrence:
    """One asking, sent at half past nine."""
    due_at = datetime.combine(on, time(9, 30), tzinfo=UTC)
    return Occurrence(
        id=f"{name}:{channel_id}",
        cycle_id=cycle_id,
        partnership_id="anytown",
        channel_id=channel_id,
        prompt_id=name,
        practices=tuple(practices),
        question=question,
        follow_up=follow_up,
        on=on,
        due_at=due_at,
        remind_at=due_at + timedelta(days=5),
        closes_at=due_at + timedelta(days=11),
        cut_off_at=due_at + timedelta(days=2),
        state=OccurrenceState.ASKED,
    )


def reply(
    reply_id: str,
    to: Occurrence,
    author: str,
    text: str = "We could ask each other sooner.",
    sector: Sector | None = None,
    choice: Choice | None = YES,
    late: bool = False,
) -> Reply:
    """One reply, a minute after the question for each letter of its author's id."""
    said_at = to.due_at + timedelta(minutes=len(author))
    return Reply(
        id=reply_id, occurrence_id=to.id, author=author, text=text,
        said_at=said_at, sector=sector, choice=choice, late=late,
    )  # fmt: skip


SHARED_POWER = occurrence(
    "bb1-shaped", ["BB1"], "Which decision did a newer partner change?", date(2026, 11, 3)
)
SHARED_POWER_TOO = occurrence(
    "bb1-shaped", ["BB1"], "Which decision did a newer partner change?", date(2026, 11, 4),
    "C0PLACES01",
)  # fmt: skip
PURPOSE = occurrence(
    "bb3-purpose", ["BB3"], "What do we pass on without saying what it is for?", date(2026, 11, 17)
)
PLAIN_WORDS = occurrence(
    "lc4-words", ["LC4"], "Which word of ours would a parent read differently?", date(2026, 12, 1),
    follow_up="What could we say in its place?",
)  # fmt: skip
SLOWER = occurrence("cu1-slower", ["CU1"], "What could we give more time to?", date(2026, 12, 15))
FIGURES = occurrence(
    "cu3-figures", ["CU3"], "Which question do our figures leave open?", date(2027, 1, 5)
)
JOINING = occurrence(
    "join-words-power", ["BB1", "LC4"], "How do our words decide who joins in?", date(2027, 1, 12)
)
ASKED = (SHARED_POWER, SHARED_POWER_TOO, PURPOSE, PLAIN_WORDS, SLOWER, FIGURES, JOINING)

_S = Sector
_SAID: tuple[tuple[Occurrence, str, Sector | None, Choice | None, str], ...] = (
    (SHARED_POWER, "anna", _S.HEALTH, YES,
     "The youth club told us which bus stop matters after dark. The evening plan moved with it."),
    (SHARED_POWER, "bryn", _S.POLICE, YES,
     "Honestly, few. Most of it is settled before the wider group meets, because it is quicker."),
    (SHARED_POWER, "cato", _S.SOCIAL_CARE, YES,
     "We rarely say out loud whose idea it was, so nobody sees that newer partners change things."),
    (SHARED_POWER_TOO, "dora", _S.LICENSING, YES,
     "Licensing was asked first for once. We knew which premises had changed hands."),
    (SHARED_POWER_TOO, "emyr", _S.HOUSING, YES,
     "When housing chaired the group on empty buildings, things moved: we hold the keys."),
    (SHARED_POWER_TOO, "fern", _S.VOLUNTARY, UNSAID_YET,
     "We are asked to comment, not to decide."),
    (PURPOSE, "anna", _S.HEALTH, YES,
     "Everything or nothing. A one-page note on purpose helped our teams more than the training."),
    (PURPOSE, "glyn", _S.HEALTH, UNSAID_YET, "We copy in too many people."),
    (PURPOSE, "hana", _S.EDUCATION, YES,
     "Tell the school what became of what we shared. Two lines would do."),
    (PURPOSE, "bryn", _S.POLICE, OUT, "I would rather this stayed in the thread."),
    (PLAIN_WORDS, "iona", _S.PARENTS_CARERS, YES,
     "“Engage”. To us it sounds like a test we have to pass.\n\nSay “talk with” and mean it."),
    (PLAIN_WORDS, "joel", _S.FAITH, YES, "“Step down”. Families hear that the door is closing."),
    (PLAIN_WORDS, "cato", _S.SOCIAL_CARE, YES, ":thumbsup: to talking, not engaging"),
    (PLAIN_WORDS, "kira", _S.SOCIAL_CARE, UNSAID_YET, "Our letters are forms with a stamp."),
    (PLAIN_WORDS, "dora", _S.LICENSING, YES, "“Premises” & “operator” <- nobody says that."),
    (SLOWER, "hana", _S.EDUCATION, YES,
     "Mae angen amser arnom i wrando. We need time to listen before the next plan."),
    (FIGURES, "kira", _S.SOCIAL_CARE, YES, "Who is not in them at all?"),
    (FIGURES, "glyn", _S.HEALTH, YES, "Whether a quieter month is good news or a closed door."),
    (JOINING, "iona", _S.PARENTS_CARERS, YES,
     "When the invitation is in plain words, people come. Ours reads like a summons."),
    (JOINING, "emyr", _S.HOUSING, YES,
     "The words that kept us out were “not a statutory partner”."),
    (JOINING, "joel", _S.FAITH, UNSAID_YET, "Whoever names the problem owns the meeting."),
)  # fmt: skip

REPLIES = tuple(
    reply(f"R{number:02}", to, f"U0{author.upper()}77", text, sector, choice, late=number == 17)
    for number, (to, author, sector, choice, text) in enumerate(_SAID)
)


def invented_material(**changes: Any) -> Material:
    """All that the digest of that cycle is made of, with any part of it replaced."""
    parts: dict[str, Any] = {
        "partnership": partnership(),
        "cycle": cycle(),
        "asked": ASKED,
        "replies": REPLIES,
        "closing": CLOSING,
        "cut_at": CUT_AT,
        "version": VERSION,
    }
    return Material(**parts | changes)


def invented_digest(**changes: Any) -> Digest:
    """The digest of that cycle, with any part of what it is made of replaced."""
    return compile_digest(invented_material(**changes))


def together(*reply_ids: str, **changes: Any) -> Theme:
    """A theme of these replies, of which the first stands best for all."""
    return Theme(id=min(reply_ids), members=reply_ids, **{"group": "", "sureness": 0.9} | changes)


def grouping(*themes: Theme, **changes: Any) -> Grouping:
    """These themes; every other reply stands alone."""
    method = Method(name="by hand", version="1", table="none")
    return Grouping(**{"themes": themes, "method": method} | changes)


GROUPED = grouping(
    together("R04", "R00", "R03", label=("moved",), sureness=0.85),
    together("R10", "R11", "R12", label=("hear",), readings=(("R10", "R12"), ("R11",))),
    together("R19", "R18", label=("words",)),
    not_easily_grouped=("R14",),
    marked=(Marked(reply="R15", language=Language.MIXED),),
    decisions=7,
)
"""That cycle as it may have been sorted."""


def five_people(choice: Choice | None = YES, text: str = "We could listen more.") -> list[Reply]:
    """Five people, none of a known sector, who answered one question: R0 to R4."""
    return [
        reply(f"R{n}", SHARED_POWER, f"U0AUTHOR{n}", text=text, choice=choice) for n in range(5)
    ]


def question(digest: Digest, prompt_id: str) -> AskedQuestion:
    """The one question of a digest that was made from this prompt."""
    (found,) = (one for one in digest.questions if one.prompt_id == prompt_id)
    return found
