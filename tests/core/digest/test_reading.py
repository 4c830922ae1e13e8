"""How a digest reads, and how it is cut into pages."""

import re
from datetime import date
from itertools import pairwise

import pytest

from bot.core.digest.digest import Digest
from bot.core.digest.parts import Heading, Quote, plain
from bot.core.digest.reading import parts, title
from bot.core.replies import Reply
from bot.core.sectors import Sector
from tests.core.digest.invented_cycle import (
    ASKED,
    OUT,
    SHARED_POWER,
    SLOWER,
    cycle,
    five_people,
    invented_digest,
    occurrence,
    partnership,
    reply,
)


def text_of(digest: Digest) -> str:
    return "\n".join(map(plain, parts(digest)))


def our_words(digest: Digest) -> str:
    return "\n".join(plain(part) for part in parts(digest) if not isinstance(part, Quote))


FIVE = five_people()

KINDS = {
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
        (FIVE, "Some of the 5 people who replied answered this."),
        (FIVE, "Nobody has answered this yet."),
        (FIVE, "5 people replied. Their views are not a survey, and do not show how"),
        (FIVE, "3 November 2026 and Wednesday 4 November 2026, in 2 channels."),
        (FIVE, "6 questions were asked in 2 channels, between Tuesday 3 November 2026 and"),
        (FIVE, "Replies given by Wednesday 20 January 2027 at 09:00 count."),
        (FIVE, "For the meeting on Wednesday 3 February 2027 at 10:00."),
        (FIVE, "And then: What could we say in its place?"),
        (FIVE, "There may be none: their number is not given"),
        (five_people(None), "5 replies are not quoted because their authors have not said yes."),
        (
            [*FIVE, reply("R9", SHARED_POWER, "U0V", choice=None)],
            "One more reply is not quoted because its author has not said yes.",
        ),
        (
            [*FIVE, reply("R9", SLOWER, "U0V", choice=None)],
            "One view waits for its author's yes, so its words are not printed here.",
        ),
        ([*FIVE, reply("R9", SLOWER, "U0V", late=True)], "One late reply is included"),
        (
            [*FIVE, *(reply(f"L{n}", SLOWER, f"U0L{n}", choice=OUT) for n in range(6))],
            "6 more replies were left out at their authors' wish, and not counted.",
        ),
        (
            [*FIVE, reply("R9", SLOWER, "U0V").model_copy(update={"held": True})],
            "One reply is held back, neither printed nor counted",
        ),
        (five_people(text="hm " * 500), "A partner (shortened)"),
        ([], "Fewer than three people have replied in a way that we may share."),
    ],
)  # fmt: skip
def test_the_digest_says_plainly(replies: list[Reply], sentence: str) -> None:
    assert sentence in text_of(invented_digest(replies=replies))


def test_a_partnership_that_never_prints_words_says_so() -> None:
    never = partnership(privacy={"quotes": "never"})
    told = text_of(invented_digest(partnership=never, replies=[*FIVE, reply("R9", SLOWER, "U0V")]))
    assert "5 replies are counted but not printed" in told
    assert "One view was given. This partnership does not print members' words." in told
    assert "their words are not printed" in told
    assert "in their own words" not in told
    assert "A sector stands beside a quote" not in told
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
    told = text_of(invented_digest(replies=replies, not_quoted={"R0", "R9"}))
    assert "One more reply is not quoted because it came or changed after this digest" in told
    assert "One view came or changed after this digest was approved" in told


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
    assert "at 11:00." in text_of(invented_digest(cycle=in_summer, replies=five_people()))
