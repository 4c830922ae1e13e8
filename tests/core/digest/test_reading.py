"""How a digest reads, and how it is cut into pages."""

import re
from datetime import date
from itertools import pairwise

import pytest

from bot.core.digest.digest import Digest
from bot.core.digest.edits import fingerprint
from bot.core.digest.reading.opening import title
from bot.core.digest.reading.parts import Heading, Quote, plain
from bot.core.digest.reading.whole import parts
from bot.core.digest.since import Answer, BoardAnswer, Changed, LastTime
from bot.core.replies import Reply
from bot.core.sectors import Sector
from bot.core.themes.grouping import Method
from tests.core.digest.invented_cycle import (
    ASKED,
    GROUPED,
    OUT,
    SHARED_POWER,
    SLOWER,
    cycle,
    five_people,
    grouping,
    invented_digest,
    occurrence,
    partnership,
    reply,
    together,
)


def text_of(digest: Digest) -> str:
    return "\n".join(map(plain, parts(digest)))


def our_words(digest: Digest) -> str:
    return "\n".join(plain(part) for part in parts(digest) if not isinstance(part, Quote))


FIVE = five_people()

SORTED = invented_digest(grouping=GROUPED)

KINDS = {
    "sorted": SORTED,
    "usual": invented_digest(),
    "assumed": invented_digest(partnership=partnership(privacy={"quotes": "assumed"})),
    "never": invented_digest(partnership=partnership(privacy={"quotes": "never"})),
    "few": invented_digest(replies=five_people()[:4]),
    "again": invented_digest(replies=[]),
    "nothing": invented_digest(asked=[], replies=[]),
}


@pytest.mark.parametrize("digest", KINDS.values(), ids=KINDS)
def test_our_own_words_rank_nobody_and_judge_nothing(digest: Digest) -> None:
    told = our_words(digest).lower()
    assert not re.findall(
        r"%|per ?cent|\b(best|worst|score|rating|rank(?!\b)|league|recommend\w*|should|must|"
        r"red|amber|green|anonym\w*|fail\w*|believes?|victims?|vulnerable|hard to reach|engage\w*|"
        r"only \w+ (?:of|out of))\b",
        told,
    )


@pytest.mark.parametrize("digest", KINDS.values(), ids=KINDS)
def test_all_three_principles_are_there_whatever_was_asked(digest: Digest) -> None:
    headings = [part.text for part in parts(digest) if isinstance(part, Heading)]
    for principle in ("Bridging boundaries", "Leading with care", "Complexity, curiosity and"):
        assert any(heading.startswith(principle) for heading in headings)


@pytest.mark.parametrize("digest", KINDS.values(), ids=KINDS)
def test_headings_never_skip_a_level(digest: Digest) -> None:
    levels = [1, *(part.level for part in parts(digest) if isinstance(part, Heading))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("digest", KINDS.values(), ids=KINDS)
def test_sentences_are_short_enough_to_be_read_aloud(digest: Digest) -> None:
    told = re.split(r"(?<=[.?!:;])\s|\n", our_words(digest))
    assert [one for one in told if len(one.split()) > 30] == []


@pytest.mark.parametrize(
    ("replies", "sentence"),
    [
        (FIVE, "Answered by some of 5 people."),
        (FIVE, "Nobody has answered this yet."),
        (FIVE, "5 people replied, which is few. Their views are not a survey, and do not show"),
        (FIVE, "3 November 2026 and Wednesday 4 November 2026, in 2 channels."),
        (FIVE, "6 questions were asked in 2 channels, between Tuesday 3 November 2026 and"),
        (FIVE, "Replies given by Wednesday 20 January 2027 at 09:00 count; later"),
        (FIVE, "Meeting: Wednesday 3 February 2027 at 10:00"),
        (FIVE, "Board: The Anytown board\nPartnership: Anytown Safeguarding Children Partnership"),
        (FIVE, "Purpose: For discussion"),
        (FIVE, "The board is asked to: talk about the questions in this paper; say of each what"),
        (FIVE, "Replies were not grouped, for want of what compares them"),
        (FIVE, "5 people gave 5 replies. Every one is reflected here: 0 in themes, 5 as single"),
        (FIVE, "And then: What could we say in its place?"),
        (FIVE, "A small number of them, which could point at somebody, is not told."),
        (five_people(None), "5 views wait for their authors' yes."),
        (
            [*FIVE, reply("R9", SHARED_POWER, "U0V", choice=None)],
            "One more view waits for its author's yes.",
        ),
        (
            [*FIVE, reply("R9", SLOWER, "U0V", choice=None)],
            "One view\nOne view waits for its author's yes.",
        ),
        ([*FIVE, reply("R9", SLOWER, "U0V", late=True)], "One of them came after the question"),
        (
            [*FIVE, *(reply(f"L{n}", SLOWER, f"U0L{n}", choice=OUT) for n in range(6))],
            "6 more replies were left out at their authors' wish, and not counted.",
        ),
        (
            [*FIVE, reply("R9", SLOWER, "U0V").model_copy(update={"held": True})],
            "One reply is held back, neither printed nor counted",
        ),
        (five_people(text="hm " * 500), "\n— Shortened"),
        ([], "Fewer than three people have replied in a way that we may share."),
    ],
)  # fmt: skip
def test_the_digest_says_plainly(replies: list[Reply], sentence: str) -> None:
    assert sentence in text_of(invented_digest(replies=replies))


def test_a_partnership_that_never_prints_words_says_so() -> None:
    never = partnership(privacy={"quotes": "never"})
    told = text_of(invented_digest(partnership=never, replies=[*FIVE, reply("R9", SLOWER, "U0V")]))
    assert "5 views are counted and not printed" in told
    assert "One view is counted and not printed" in told
    assert "their words are not printed" in told
    assert "in their own words" not in told
    assert "is shortened" not in told
    assert "said, in their own words" in text_of(KINDS["usual"])


def test_many_days_of_one_question_are_told_as_a_span() -> None:
    days = [date(2026, 11, day) for day in (3, 4, 5, 10)]
    asked = [occurrence("q", ["BB1"], on=on, channel_id=f"C0ON{on.day}") for on in days]
    told = text_of(invented_digest(asked=asked, replies=[]))
    assert "Asked from Tuesday 3 November 2026 to Tuesday 10 November 2026, in 4 channels." in told


def test_a_cycle_of_one_day_is_told_as_one_day() -> None:
    told = text_of(invented_digest(asked=[SLOWER], replies=[]))
    assert "One question was asked in one channel, on Tuesday 15 December 2026." in told


def test_words_that_came_after_approval_are_said_to_be_missing() -> None:
    replies = [*FIVE, reply("R9", SLOWER, "U0V")]
    approved = dict.fromkeys(("R1", "R2", "R3", "R4"), fingerprint("We could listen more."))
    told = text_of(invented_digest(replies=replies, approved=approved))
    assert "One more view is not quoted because it came or changed after this digest" in told
    assert "One view is not quoted because it came or changed after this digest" in told


@pytest.mark.parametrize(
    "words",
    [
        "Moved\nRaised by partners: more than one person, of the few who answered.\n“When housing",
        "Hear\nRaised by partners: more than one person, of the few who answered. "
        "Two readings of this stand side by side.",
        "\n— One reading, from parents and carers\n",
        "\n— Another reading, from faith groups\n",
        "Different views, each from one person\n",
        "Not easily grouped\n‘“Premises” & “operator” <- nobody says that.’",
        "\n— Partly not in English\n",
        "[Picture: Three lanes, one for each principle, and one row that crosses them. What follows"
        " says the same in words. Themes that join nothing here: 1 under Bridging boundaries and 1",
        "8 in themes, 11 as single views, 1 not easily grouped",
        "and people sorted them, in 7 decisions. Method: by hand 1, model none.",
    ],
)  # fmt: skip
def test_what_was_sorted_reads_so(words: str) -> None:
    assert words in text_of(SORTED)


@pytest.mark.parametrize(
    ("method", "said", "unsaid"),
    [
        ("sure", "Only what surely belongs together", "fits best"),
        ("whole", "each stands where it fits best", "Only what surely"),
        ("sure and whole", "Only what surely belongs together", "in 0 decisions"),
    ],
)
def test_how_far_it_was_grouped_is_said_as_it_was(method: str, said: str, unsaid: str) -> None:
    found = grouping(together("R4", "R0"), method=Method(name=method, version="2", table="t"))
    told = text_of(invented_digest(replies=five_people(), grouping=found))
    assert "nobody has sorted them since" in told
    assert said in told
    assert unsaid not in told


def test_a_large_theme_says_how_widely_and_from_where() -> None:
    sectors = [Sector.HEALTH] * 4 + [Sector.POLICE] * 3 + [Sector.FAITH, Sector.HOUSING]
    many = [reply(f"R{n}", SHARED_POWER, f"U0V{n}", sector=one) for n, one in enumerate(sectors)]
    found = grouping(together(*(one.id for one in many), subthemes=(("R1", "R2"), ("R3", "R4"))))
    told = text_of(invented_digest(replies=many, grouping=found))
    assert "Said in other words by each\nRaised by " in told
    assert " and other partners: many of the 9 who answered.\n" in told
    assert told.count("— Within it, ") == 2


def test_a_theme_nobody_may_be_quoted_for_says_so() -> None:
    silent = five_people(None)
    found = grouping(together("R0", "R1", "R2", "R3", "R4", label=("listen more",)))
    told = text_of(invented_digest(replies=silent, grouping=found))
    assert (
        "Listen more\nRaised by partners: more than one person, of the few who answered. " in told
    )
    assert "Nobody who said this has said yes to being quoted." in told


def test_what_changed_is_told_by_name_and_what_was_withdrawn_is_not() -> None:
    since = Changed(
        since=date(2026, 10, 21), new=("lanterns",), faded=("phones", "names"), withdrawn=True
    )
    told = text_of(invented_digest().model_copy(update={"changed": since}))
    assert "Since the meeting on Wednesday 21 October 2026:" in told
    assert (
        "• Heard for the first time: lanterns.\n• Heard last time, and not this time: phones; "
        in told
    )
    assert "Something that stood in the last digest has been taken back since" in told


def test_what_the_board_said_opens_the_next_digest() -> None:
    answers = (
        BoardAnswer(about="Who is missing?", answer=Answer.WILL, words="We ask the youth club.",
                    owner="the chair", by=date(2027, 3, 1)),
        BoardAnswer(about="What could wait?", answer=Answer.THINKING),
    )  # fmt: skip
    last = LastTime(meeting_on=date(2026, 10, 21), answers=answers, unanswered=("Which words?",))
    told = text_of(invented_digest(last_time=last))
    assert (
        "“Who is missing?” We will do this. We ask the youth club. "
        "(the chair, by Monday 1 March 2027)\n• “What could wait?” We are still thinking.\n"
        "• “Which words?” No answer has been recorded yet."
    ) in told
    assert told.index("What the board said") < told.index("Bridging boundaries\n")


def test_a_joining_question_says_what_it_ties() -> None:
    told = text_of(invented_digest())
    assert (
        "Ties Bridging boundaries (sharing power with newer partners) to "
        "Leading with care (words that are plain, shared and kind)."
    ) in told


def test_a_principle_asked_about_only_together_with_another_points_there() -> None:
    told = text_of(invented_digest(asked=[ASKED[-1]], replies=[]))
    assert told.count("see “Where the dots join”") == 2


def test_a_question_carried_over_says_so() -> None:
    earlier = occurrence("old", ["CU2"], cycle_id="anytown:2026-10-21")
    digest = invented_digest(
        asked=[*ASKED, earlier], replies=[*FIVE, reply("R9", earlier, "U0LATER")]
    )
    assert "Asked for an earlier meeting, on Tuesday 3 November 2026;" in text_of(digest)


def test_an_invitation_names_sectors_where_that_is_safe_and_is_general_elsewhere() -> None:
    sectors = [Sector.HEALTH] * 3 + [Sector.POLICE] * 2
    two = [reply(f"R{n}", SHARED_POWER, f"U0V{n}", sector=one) for n, one in enumerate(sectors)]
    told = text_of(invented_digest(replies=two))
    assert "• Children's social care\n• Education and early years\n• Housing" in told
    assert "every service, group, parent or carer" in text_of(
        invented_digest(replies=five_people())
    )


def test_questions_again_holds_nothing_of_what_was_said() -> None:
    kept = [one for one in parts(KINDS["again"]) if isinstance(one, Quote)]
    assert kept == []
    assert "Who we have not heard from" not in text_of(KINDS["again"])
    assert title(KINDS["again"]).startswith("The questions again, for the Anytown board")


def test_a_quote_with_marks_of_its_own_stands_in_the_other_marks() -> None:
    assert plain(Quote(words="Say “talk”.", attribution="A partner")).startswith("‘Say “talk”.’")
    assert plain(Quote(words="Talk.", attribution="A partner")) == "“Talk.”\n— A partner"


def test_the_meeting_is_told_in_local_time() -> None:
    in_summer = cycle().model_copy(update={"meeting_at": cycle().meeting_at.replace(month=7)})
    assert "at 11:00\n" in text_of(invented_digest(cycle=in_summer, replies=five_people()))
