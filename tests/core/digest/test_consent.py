"""What authors said may happen to their words is what happens to them."""

from datetime import timedelta

import pytest

from bot.core.digest.digest import printed_words
from bot.core.digest.edits import fingerprint
from bot.core.digest.heard import LineKind
from bot.core.replies import Choice
from tests.core.digest.invented_cycle import (
    CUT_AT,
    OUT,
    REPLIES,
    SHARED_POWER,
    SLOWER,
    five_people,
    grouping,
    invented_digest,
    partnership,
    question,
    reply,
    together,
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
    assert set(printed_words(digest)) == quoted


def test_a_reply_without_a_yes_is_counted_and_not_printed() -> None:
    digest = invented_digest()
    lines = question(digest, SHARED_POWER.prompt_id).lines
    assert [one.words for one in lines if one.kind is LineKind.WAITING] == [""]
    assert "We are asked to comment, not to decide." not in digest.model_dump_json()
    assert digest.counts is not None
    assert digest.counts.replies == len(REPLIES) - 1  # one is left out


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
    approved = dict.fromkeys(("R2", "R3", "R4"), fingerprint("We could listen more."))
    digest = invented_digest(replies=five_people(), approved=approved)
    assert set(printed_words(digest)) == {"R2", "R3", "R4"}
    kinds = [one.kind for one in question(digest, SHARED_POWER.prompt_id).views]
    assert kinds.count(LineKind.NOT_APPROVED) == 2


def test_words_that_changed_after_approval_are_not_printed() -> None:
    digest = invented_digest(
        replies=five_people(), approved={"R2": fingerprint("We could listen less.")}
    )
    assert printed_words(digest) == {}


def test_after_approval_a_theme_is_quoted_only_with_approved_words() -> None:
    found = grouping(together("R0", "R1", "R2"))
    approved = {"R1": fingerprint("We could listen more.")}
    digest = invented_digest(replies=five_people(), grouping=found, approved=approved)
    (theme,) = question(digest, SHARED_POWER.prompt_id).themes
    assert [line.reply_ids for line in theme.lines] == [("R1",)]


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
    assert "R9" not in printed_words(digest)
    assert digest.counts is not None
    assert digest.counts.people == 6
