"""Compiling a cycle: what is printed, what is only counted, and what does not matter."""

from datetime import timedelta
from random import Random

import pytest

from bot.core.digest.digest import Digest, printed_words
from bot.core.digest.heard import Breadth
from bot.core.framework import Principle
from bot.core.sectors import Sector
from tests.core.digest.invented_cycle import (
    ASKED,
    CLOSING,
    CUT_AT,
    FIGURES,
    JOINING,
    OUT,
    PLAIN_WORDS,
    PURPOSE,
    REPLIES,
    SHARED_POWER,
    SLOWER,
    cycle,
    five_people,
    grouping,
    invented_digest,
    occurrence,
    question,
    reply,
    together,
)

AUTHORS = {one.author for one in REPLIES}


def test_the_same_values_in_any_order_give_the_same_bytes() -> None:
    expected = invented_digest().model_dump_json()
    for seed in range(20):
        shuffled = Random(seed)  # noqa: S311  # an order, not a secret
        mixed = {
            name: shuffled.sample(values, len(values))
            for name, values in (("asked", ASKED), ("replies", REPLIES), ("closing", CLOSING))
        }
        assert invented_digest(**mixed).model_dump_json() == expected


def test_a_digest_survives_being_stored_as_json() -> None:
    digest = invented_digest()
    assert Digest.model_validate_json(digest.model_dump_json()) == digest


def test_no_author_is_in_the_stored_digest() -> None:
    stored = invented_digest().model_dump_json()
    assert not [author for author in AUTHORS if author in stored]


def test_every_principle_has_its_section_even_when_nothing_was_asked() -> None:
    digest = invented_digest(asked=[SHARED_POWER], replies=five_people())
    assert [section.principle for section in digest.sections] == list(Principle)
    assert [len(section.questions) for section in digest.sections] == [1, 0, 0]


def test_a_joining_question_stands_apart_from_the_sections() -> None:
    digest = invented_digest()
    assert [one.prompt_id for one in digest.joins] == [JOINING.prompt_id]
    assert digest.questions[-1] == digest.joins[0]


def test_one_question_asked_in_two_channels_is_told_once() -> None:
    asked = question(invented_digest(), SHARED_POWER.prompt_id)
    assert (asked.channels, len(asked.asked_on)) == (2, 2)


def test_a_reply_after_the_cut_waits_for_the_next_digest() -> None:
    early = five_people()
    late = reply("R9", SHARED_POWER, "U0LATER").model_copy(
        update={"said_at": CUT_AT + timedelta(seconds=1)}
    )
    assert invented_digest(replies=[*early, late]) == invented_digest(replies=early)


def test_a_late_reply_before_the_cut_is_in_and_told() -> None:
    late = [reply("R9", SLOWER, "U0LATER", late=True)]
    digest = invented_digest(replies=[*five_people(), *late])
    assert digest.counts is not None
    assert digest.counts.late == 1
    assert "R9" in printed_words(digest)


def test_what_was_too_late_for_an_earlier_digest_is_carried_over() -> None:
    earlier = occurrence("old", ["CU2"], cycle_id="anytown:2026-10-21", channel_id="C0EARLIER")
    carried = invented_digest(
        asked=[*ASKED, earlier], replies=[*five_people(), reply("R9", earlier, "U0LATER")]
    )
    assert question(carried, "old").carried
    assert carried.made == invented_digest(replies=five_people()).made


def test_the_same_question_in_two_cycles_is_told_once_for_each() -> None:
    earlier = SLOWER.model_copy(update={"id": "old", "cycle_id": "anytown:2026-10-21"})
    digest = invented_digest(
        asked=[*ASKED, earlier],
        replies=[*five_people(), reply("R8", earlier, "U0LATER"), reply("R9", SLOWER, "U0NOW")],
    )
    same = [one for one in digest.questions if one.prompt_id == SLOWER.prompt_id]
    assert sorted((one.carried, one.lines[0].reply_ids[0]) for one in same) == [
        (False, "R9"),
        (True, "R8"),
    ]


def test_an_earlier_question_without_late_replies_is_not_asked_again() -> None:
    earlier = occurrence("old", ["CU2"], cycle_id="anytown:2026-10-21")
    assert invented_digest(asked=[*ASKED, earlier]) == invented_digest()


def test_a_reply_to_something_never_asked_is_an_error() -> None:
    with pytest.raises(ValueError, match="reply R9 answers occurrence lost:C0STRATEGY"):
        invented_digest(replies=[reply("R9", occurrence("lost", ["CU2"]), "U0A")])


def test_a_single_view_keeps_its_whole_line_and_loses_its_sector() -> None:
    alone = question(invented_digest(), SLOWER.prompt_id)
    assert alone.themes == ()
    assert [line.sector for line in alone.views] == [None]
    assert alone.views[0].words.startswith("Mae angen amser arnom i wrando.")


def test_two_replies_of_one_person_are_still_one_voice() -> None:
    twice = [reply(f"S{n}", SLOWER, "U0SAME", sector=Sector.HEALTH) for n in range(2)]
    found = grouping(together("S0", "S1"))
    digest = invented_digest(replies=[*five_people(), *twice], grouping=found)
    alone = question(digest, SLOWER.prompt_id)
    assert alone.themes == ()
    assert [line.sector for line in alone.views] == [None, None]


@pytest.mark.parametrize("people", [0, 1, 2])
def test_fewer_than_three_people_means_the_questions_again(people: int) -> None:
    few = [reply(f"R{n}", FIGURES, f"U0AUTHOR{n}", text="Secret words") for n in range(people)]
    again = [one.model_copy(update={"id": f"{one.id}-2"}) for one in few]
    digest = invented_digest(replies=[*few, *again])
    assert digest == invented_digest(replies=[])
    assert digest.kind == "questions-again"
    assert len(digest.questions) == 6
    assert digest.board_questions == ()


def test_three_people_are_enough_and_one_who_is_left_out_is_not_one_of_them() -> None:
    three = five_people()[:3]
    assert invented_digest(replies=three).kind == "digest"
    three[0] = three[0].model_copy(update={"choice": OUT})
    assert invented_digest(replies=three).kind == "questions-again"


@pytest.mark.parametrize(
    ("answered", "everyone", "expected"),
    [
        (0, 12, Breadth.NOBODY),
        (1, 12, Breadth.FEW),
        (3, 12, Breadth.FEW),
        (4, 12, Breadth.SEVERAL),
        (6, 12, Breadth.SEVERAL),
        (7, 12, Breadth.MANY),
        (5, 8, Breadth.MANY),
        (0, 7, Breadth.NOBODY),
        (7, 7, Breadth.SOME),
        (1, 7, Breadth.SOME),
    ],
)
def test_how_widely_a_question_was_answered_is_a_word(
    answered: int, everyone: int, expected: Breadth
) -> None:
    said = [reply(f"P{n}", PURPOSE, f"U0P{n}") for n in range(answered)]
    rest = [reply(f"W{n}", PLAIN_WORDS, f"U0P{n}") for n in range(answered, everyone)]
    digest = invented_digest(replies=[*said, *rest])
    assert question(digest, PURPOSE.prompt_id).breadth is expected


def test_the_board_gets_one_question_for_each_principle_about_what_was_asked() -> None:
    chosen = invented_digest(asked=[SHARED_POWER, SLOWER], replies=five_people()).board_questions
    assert [one.practice for one in chosen] == ["BB1", chosen[1].practice, "CU1"]
    assert chosen[1].practice in {"LC2", "LC4"}  # nothing was asked about that principle


def test_a_principle_without_closing_questions_has_none_for_the_board() -> None:
    digest = invented_digest(closing=CLOSING[:2])
    assert [one.practice[:2] for one in digest.board_questions] == ["BB"]


def test_the_order_of_quotes_differs_between_cycles_and_favours_nobody() -> None:
    first = {
        question(
            invented_digest(
                cycle=cycle(f"c{n}"),
                asked=[SHARED_POWER.model_copy(update={"cycle_id": f"c{n}"})],
                replies=five_people(),
            ),
            SHARED_POWER.prompt_id,
        )
        .lines[0]
        .reply_ids[0]
        for n in range(60)
    }
    assert first == {"R0", "R1", "R2", "R3", "R4"}
