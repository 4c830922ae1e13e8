"""What authors said may happen to their words is what happens to them."""

from datetime import timedelta

import pytest

from bot.core.digest.digest import quoted_reply_ids
from bot.core.replies import Choice
from tests.core.digest.invented_cycle import (
    CUT_AT,
    OUT,
    REPLIES,
    SHARED_POWER,
    SLOWER,
    five_people,
    invented_digest,
    partnership,
    question,
    reply,
)


@pytest.mark.parametrize(
    ("quotes", "quoted"),
    [
        ("ask", {one.id for one in REPLIES if one.choice is Choice.QUOTE}),
        ("assumed", {one.id for one in REPLIES if one.choice is not Choice.LEAVE_OUT}),
        ("never", set()),
    ],
)
def test_words_are_printed_only_as_the_terms_allow(quotes: str, quoted: set[str]) -> None:
    digest = invented_digest(partnership=partnership(privacy={"quotes": quotes}))
    assert quoted_reply_ids(digest) == quoted


def test_a_reply_without_a_yes_is_counted_and_not_printed() -> None:
    digest = invented_digest()
    assert question(digest, SHARED_POWER.prompt_id).unquoted == 1
    assert "We are asked to comment, not to decide." not in digest.model_dump_json()
    assert digest.counts is not None
    assert digest.counts.replies == len(REPLIES) - 1  # one is left out


def test_every_reply_is_either_quoted_or_counted() -> None:
    digest = invented_digest()
    assert digest.counts is not None
    told = sum(len(one.lines) + one.unquoted for one in digest.questions)
    assert told == digest.counts.replies


def test_a_left_out_reply_is_in_nothing_and_its_small_number_is_not_given() -> None:
    without = [one for one in REPLIES if one.choice is not OUT]
    assert invented_digest() == invented_digest(replies=without)


@pytest.mark.parametrize(("left_out", "told"), [(4, None), (5, 5)])
def test_how_many_were_left_out_is_told_only_when_they_are_many(
    left_out: int, told: int | None
) -> None:
    shy = [reply(f"L{n}", SLOWER, f"U0SHY{n}", choice=OUT) for n in range(left_out)]
    assert invented_digest(replies=[*five_people(), *shy]).made.left_out == told


def test_words_that_nobody_approved_are_counted_and_told_but_not_printed() -> None:
    digest = invented_digest(replies=five_people(), not_quoted={"R0", "R1"})
    assert quoted_reply_ids(digest) == {"R2", "R3", "R4"}
    asked = question(digest, SHARED_POWER.prompt_id)
    assert (asked.unapproved, asked.unquoted) == (2, 0)


def test_replies_after_the_cut_are_not_among_those_left_out() -> None:
    shy = [reply(f"L{n}", SLOWER, f"U0SHY{n}", choice=OUT) for n in range(5)]
    after = [
        reply(f"A{n}", SLOWER, f"U0AFTER{n}").model_copy(
            update={"said_at": CUT_AT + timedelta(days=1)}
        )
        for n in range(3)
    ]
    assert invented_digest(replies=[*five_people(), *shy, *after]).made.left_out == 5


def test_a_held_reply_is_in_nothing_and_its_number_is_given() -> None:
    held = reply("H1", SLOWER, "U0HELD").model_copy(update={"held": True})
    digest, without = invented_digest(replies=[*REPLIES, held]), invented_digest()
    assert digest.made.held_back == 1
    assert digest == without.model_copy(update={"made": digest.made})


def test_a_held_reply_of_somebody_left_out_is_not_told_twice() -> None:
    held = reply("H1", SLOWER, "U0HELD", choice=OUT).model_copy(update={"held": True})
    assert invented_digest(replies=[*five_people(), held]).made.held_back == 0


def test_count_only_is_not_quoted_even_where_words_are_printed_unless_one_says_no() -> None:
    assumed = partnership(privacy={"quotes": "assumed"})
    said = [*five_people(), reply("R9", SHARED_POWER, "U0SHY", choice=Choice.COUNT_ONLY)]
    digest = invented_digest(partnership=assumed, replies=said)
    assert "R9" not in quoted_reply_ids(digest)
    assert digest.counts is not None
    assert digest.counts.people == 6
