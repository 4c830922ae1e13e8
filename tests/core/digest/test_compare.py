"""One version of a draft beside the next, in words, and without a word of anybody's."""

from typing import Any

import pytest

from bot.core.digest.comparing.compare import compared
from bot.core.digest.digest import Digest
from bot.core.digest.edits import Action, Edit, Edits, line, theme
from bot.core.digest.heard import AskedQuestion, Line, LineKind
from bot.core.replies import Choice, Reply
from bot.core.themes.grouping import Theme
from tests.core.digest.invented_cycle import (
    ASKED,
    GROUPED,
    REPLIES,
    SHARED_POWER,
    grouping,
    invented_digest,
    reply,
    together,
)

BEFORE = invented_digest(grouping=GROUPED)
UNDER = f"Under “{SHARED_POWER.question}”: "

SIX = tuple(
    reply(f"S{n}", SHARED_POWER, f"U0SAID{n}", f"Answer {n}.") for n in range(6)
)  # fmt: skip
"""Six people who answered one question."""


def said(after: Digest, before: Digest = BEFORE) -> str:
    return "\n".join(compared(before, after))


def without(*reply_ids: str) -> list[Reply]:
    return [one for one in REPLIES if one.id not in reply_ids]


def sorted_as(*themes: Theme, replies: tuple[Reply, ...] = SIX, **changes: Any) -> Digest:
    """The digest of six answers to one question, in these themes."""
    return invented_digest(replies=replies, grouping=grouping(*themes, **changes))


def named(*reply_ids: str, label: str) -> Theme:
    return together(*reply_ids, label=(label,))


def test_equal_versions_have_nothing_to_tell() -> None:
    assert compared(BEFORE, BEFORE) == ()


def test_a_reply_that_was_taken_back_is_counted_and_never_told() -> None:
    quoted = next(line for line in BEFORE.lines() if line.kind is LineKind.QUOTED)
    told = said(invented_digest(grouping=GROUPED, replies=without(quoted.reply_ids[0])))
    assert "One reply went.\n" in told
    assert quoted.words not in told
    assert quoted.reply_ids[0] not in told


def test_as_many_that_came_as_went_are_not_no_change() -> None:
    more = [reply(f"N{n}", SHARED_POWER, f"U0NEW{n}", f"New {n}.") for n in range(3)]
    told = said(invented_digest(grouping=GROUPED, replies=[*without("R01", "R06", "R16"), *more]))
    assert "3 replies came and 3 went.\n" in told
    one = said(invented_digest(grouping=GROUPED, replies=[*without("R01"), more[0]]))
    assert "One reply came and one went.\n" in one
    assert f"{UNDER}one line in members' own words came and one went" in one


def test_where_a_reply_without_words_came_or_went_is_told() -> None:
    told = said(invented_digest(grouping=GROUPED, replies=without("R07")))
    assert "One reply went." in told
    assert "Under “What do we pass on without saying what it is for?”: " in told


def test_words_of_the_cover_are_named() -> None:
    cover = BEFORE.cover.model_copy(update={"foreword": "Please read it.", "agenda_item": "7"})
    told = compared(BEFORE, BEFORE.model_copy(update={"cover": cover}))
    assert told == ("The foreword reads otherwise.", "The agenda item reads otherwise.")


def test_themes_that_came_went_or_were_renamed_are_told_without_old_names() -> None:
    told = said(invented_digest(grouping=grouping(together("R00", "R03", label=("other",)))))
    assert "is called “other” now" in told
    assert "gone" in told
    labels = {one.label for asked in BEFORE.questions for one in asked.themes if one.label}
    assert not any(f"“{label}”" in told for label in labels)


def test_a_merge_is_told_as_a_merge() -> None:
    two = sorted_as(named("S0", "S1", label="early"), named("S2", "S3", "S4", label="late"))
    one = sorted_as(named("S0", "S1", "S2", "S3", "S4", label="in time"))
    told = said(one, two)
    assert f"{UNDER}2 themes are one now: “in time”" in told
    assert not any(word in told for word in ("is new", "gone", "called", "early", "late", "moved"))


def test_a_split_is_told_as_a_split() -> None:
    one = sorted_as(named("S0", "S1", "S2", "S3", "S4", label="in time"))
    two = sorted_as(named("S0", "S1", label="early"), together("S2", "S3", "S4"))
    told = said(two, one)
    assert f"{UNDER}one theme is 2 now: " in told
    assert "“early”" in told
    assert "a theme without a name" in told
    assert not any(word in told for word in ("is new", "gone", "called", "in time", "moved"))


def test_a_merge_is_a_merge_when_the_oldest_reply_of_each_was_taken_back() -> None:
    two = sorted_as(together("S0", "S1", "S2"), together("S3", "S4", "S5"))
    left = tuple(one for one in SIX if one.id not in ("S0", "S3"))
    one = sorted_as(named("S1", "S2", "S4", "S5", label="in time"), replies=left)
    told = said(one, two)
    assert "2 replies went." in told
    assert "2 themes are one now: “in time”" in told


def test_a_theme_goes_on_without_the_reply_that_it_had_its_id_from() -> None:
    early = sorted_as(named("S0", "S1", "S2", label="early"))
    later = sorted_as(named("S1", "S2", label="early"), replies=SIX[1:])
    told = said(later, early)
    assert "One reply went." in told
    assert not any(word in told for word in ("is new", "gone", "called"))


def test_a_line_that_moved_to_another_theme_is_no_merge() -> None:
    before = sorted_as(
        named("S0", "S1", "S2", label="early"), named("S3", "S4", "S5", label="late")
    )
    after = sorted_as(named("S0", "S1", "S2", "S3", label="early"), named("S4", "S5", label="late"))
    told = said(after, before)
    assert f"{UNDER}one reply moved to “early” from another theme" in told
    assert "now" not in told


def test_replies_that_join_a_theme_or_leave_it_are_counted() -> None:
    before = sorted_as(named("S0", "S1", "S2", label="early"))
    joined = sorted_as(named("S0", "S1", "S2", "S3", "S4", label="early"))
    assert "2 replies moved to “early” and stood in no theme before" in said(joined, before)
    assert "2 replies that stood in a theme stand alone now" in said(before, joined)
    loose = sorted_as(named("S0", "S1", "S2", label="early"), not_easily_grouped=("S5",))
    assert "one reply that stood elsewhere is not easily grouped now" in said(loose, before)
    apart = sorted_as()
    told = said(apart, before)
    assert "one theme is gone" in told
    assert "3 replies that stood in a theme stand alone now" in told


def test_replies_that_are_set_aside_are_told_with_their_number() -> None:
    told = said(sorted_as(off_topic=("S5",)), sorted_as())
    assert "One reply is set aside as about something else; before, it was none." in told
    assert "One reply went." in told


def test_questions_that_are_new_or_gone_are_named() -> None:
    fewer = invented_digest(asked=ASKED[:2], replies=SIX)
    told = said(invented_digest(asked=ASKED[:3], replies=SIX), fewer)
    assert f"The question “{ASKED[2].question}” is new" in told
    back = said(fewer, invented_digest(asked=ASKED[:3], replies=SIX))
    assert f"The question “{ASKED[2].question}” is gone" in back


def test_a_line_that_a_coordinator_hid_or_put_is_told_with_the_reason() -> None:
    asked = next(each for each in BEFORE.questions if each.views)
    hidden = asked.views[0].model_copy(
        update={"kind": LineKind.HIDDEN, "words": "", "reason": "It names a street."}
    )
    put = hidden.model_copy(update={"kind": LineKind.PUT, "words": "A partner\nsaid so."})
    assert "a line is hidden (It names a street.)" in said(_with(asked.id, hidden))
    assert "a line is put as “A partner said so.”" in said(_with(asked.id, put))
    back = said(BEFORE, _with(asked.id, hidden))
    assert "a line that was hidden is shown again" in back
    assert "one line is no longer put in" in said(BEFORE, _with(asked.id, put))


def test_what_is_hidden_and_has_no_line_is_told_with_the_reason_once() -> None:
    hide = Edit(target=theme("R00"), action=Action.HIDE, reason="It is a street.")
    hidden = invented_digest(grouping=GROUPED, edits=Edits(edits=(hide,)))
    told = said(hidden)
    assert "Something is hidden (It is a street.)" in told
    assert "a theme lost its name" in told
    assert "One thing is hidden no longer." in said(BEFORE, hidden)
    view = Edit(target=line("R01"), action=Action.HIDE, reason="It is a street.")
    seen = said(invented_digest(grouping=GROUPED, edits=Edits(edits=(view,))))
    assert seen.count("It is a street.") == 1


def _with(question_id: str, view: object) -> Digest:
    sections = []
    for section in BEFORE.sections:
        questions = [
            each.model_copy(update={"views": (view, *each.views[1:])})
            if each.id == question_id
            else each
            for each in section.questions
        ]
        sections.append(section.model_copy(update={"questions": tuple(questions)}))
    return BEFORE.model_copy(update={"sections": tuple(sections)})


def test_too_few_replies_are_told_and_nothing_else() -> None:
    few = invented_digest(replies=REPLIES[:1])
    assert compared(BEFORE, few) == (
        "Too few replies are left to share: it holds the questions again.",
    )
    assert compared(few, BEFORE) == ("Enough people have replied: it holds what was heard.",)


def _first_asked(**changes: Any) -> Digest:
    """With any part of the first question replaced."""
    first, *rest = BEFORE.sections
    asked: AskedQuestion = first.questions[0].model_copy(update=changes)
    section = first.model_copy(update={"questions": (asked, *first.questions[1:])})
    return BEFORE.model_copy(update={"sections": (section, *rest)})


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (_first_asked(text="Otherwise?"), "the question is worded otherwise"),
        (_first_asked(channels=9), "when or where it was asked reads otherwise"),
        (_first_asked(people=99), "how widely it was answered reads otherwise"),
        (_first_asked(carried=True), "details read otherwise"),
        (BEFORE.model_copy(update={"invitation": "All."}), "Who we have not heard from"),
        (BEFORE.model_copy(update={"board": "A board"}), "The day of the meeting, or a name"),
        (BEFORE.model_copy(update={"joins": ()}), "is gone"),
        (
            BEFORE.model_copy(update={"sections": BEFORE.sections[::-1]}),
            "The questions stand in another order.",
        ),
        (
            BEFORE.model_copy(update={"board_questions": BEFORE.board_questions[::-1]}),
            "The questions for the board stand in another order.",
        ),
        (
            BEFORE.model_copy(update={"made": BEFORE.made.model_copy(update={"version": "1"})}),
            "How it was made reads otherwise.",
        ),
        (
            BEFORE.model_copy(update={"made": BEFORE.made.model_copy(update={"held_back": 2})}),
            "How many replies are left out or held back reads otherwise.",
        ),
    ],
)
def test_every_part_has_words_of_its_own(after: Digest, told: str) -> None:
    assert told in said(after)


def test_a_consent_that_is_given_or_taken_shows_as_lines_that_came_or_went() -> None:
    said_no = [
        one.model_copy(update={"choice": None}) if one.id == "R01" else one for one in REPLIES
    ]
    asked = said(invented_digest(grouping=GROUPED, replies=said_no))
    assert f"{UNDER}one line in members' own words went" in asked
    assert "One reply" not in asked
    left_out = [
        one.model_copy(update={"choice": Choice.LEAVE_OUT}) if one.id == "R01" else one
        for one in REPLIES
    ]
    assert "One reply went." in said(invented_digest(grouping=GROUPED, replies=left_out))


def test_what_stands_beside_a_line_is_told_and_members_new_words_are_not() -> None:
    asked = next(each for each in BEFORE.questions if each.views)
    first: Line = asked.views[0]
    assert first.kind is LineKind.QUOTED
    longer = first.model_copy(update={"shortened": not first.shortened})
    assert "what stands beside one line reads otherwise" in said(_with(asked.id, longer))
    other = first.model_copy(update={"words": "Quite other words."})
    told = said(_with(asked.id, other))
    assert "one line in members' own words changed" in told
    assert "Quite other words." not in told
