"""A coordinator may change our words, hide a line and say for a member what may not be quoted."""

import pytest

from bot.core.digest.digest import Digest
from bot.core.digest.edits import (
    Action,
    Edit,
    Edits,
    Frame,
    board_question,
    editable,
    fingerprint,
    frame,
    line,
    theme,
)
from bot.core.digest.heard import Line, LineKind
from bot.core.digest.reading.parts import plain
from bot.core.digest.reading.whole import parts
from tests.core.digest.invented_cycle import (
    GROUPED,
    REPLIES,
    SHARED_POWER,
    SLOWER,
    five_people,
    grouping,
    invented_digest,
    question,
    reply,
    together,
)

WAITING = "R05"  # "We are asked to comment, not to decide.", without a yes
QUOTED = "R04"


def edited(*edits: Edit) -> Digest:
    return invented_digest(grouping=GROUPED, edits=Edits(edits=edits))


def line_of(digest: Digest, reply_id: str) -> Line:
    return next(one for one in digest.lines() if one.reply_ids[0] == reply_id)


def told(digest: Digest) -> str:
    return "\n".join(map(plain, parts(digest)))


def put(reply_id: str, words: str) -> Edit:
    text = next(one.text for one in REPLIES if one.id == reply_id)
    return Edit(target=line(reply_id), action=Action.PUT, words=words, about=fingerprint(text))


def hide(target: str, reason: str = "it points at one family") -> Edit:
    return Edit(target=target, action=Action.HIDE, reason=reason)


def reword(target: str, words: str) -> Edit:
    return Edit(target=target, action=Action.REWORD, words=words)


def test_a_view_that_waits_may_be_put_into_words_and_is_marked_so() -> None:
    digest = edited(put(WAITING, "Some are asked late."))
    assert line_of(digest, WAITING).kind is LineKind.PUT
    assert "Some are asked late.\n— Put into words by a coordinator" in told(digest)
    assert "“Some are asked late.”" not in told(digest)
    assert digest.made.reworded == 1


def test_words_put_for_a_view_lapse_when_the_view_changes() -> None:
    edit = put(WAITING, "Some are asked late.")
    changed = [
        one.model_copy(update={"text": "Now we decide."}) if one.id == WAITING else one
        for one in REPLIES
    ]
    digest = invented_digest(replies=changed, grouping=GROUPED, edits=Edits(edits=(edit,)))
    assert line_of(digest, WAITING).kind is LineKind.WAITING
    assert digest.made.reworded == 0


def test_an_authors_own_yes_wins_over_words_put_for_them() -> None:
    digest = edited(put("R15", "Slower."))
    assert line_of(digest, "R15").kind is LineKind.QUOTED


def test_a_quote_cannot_be_reworded() -> None:
    digest = edited(reword(line(QUOTED), "Other words."))
    assert line_of(digest, QUOTED).words == REPLIES[4].text
    (found,) = [one for one in editable(digest) if one.target == line(QUOTED)]
    assert found.actions == {Action.HIDE}


def test_a_hidden_single_view_is_counted_and_its_reason_is_told() -> None:
    digest = edited(hide(line("R15")))
    hidden = line_of(digest, "R15")
    assert (hidden.kind, hidden.words) == (LineKind.HIDDEN, "")
    assert "Mae angen" not in digest.model_dump_json()
    assert digest.counts == edited().counts
    assert "One view is hidden by a coordinator; how this was made says why." in told(digest)
    assert "One line was hidden by a coordinator: it points at one family." in told(digest)


def test_when_a_themes_quote_is_hidden_the_next_one_stands_for_it() -> None:
    digest = edited(hide(line(QUOTED)))
    (moved,) = question(digest, SHARED_POWER.prompt_id).themes
    assert [one.reply_ids[0] for one in moved.lines] == ["R00"]
    assert digest.made.hidden == ("it points at one family",)


def test_a_theme_may_be_renamed_and_its_name_hidden_but_not_the_theme() -> None:
    renamed = edited(reword(theme("R00"), "Who holds the lever"))
    (moved,) = question(renamed, SHARED_POWER.prompt_id).themes
    assert (moved.label, moved.named) == ("Who holds the lever", True)
    unnamed = edited(hide(theme("R00")))
    (moved,) = question(unnamed, SHARED_POWER.prompt_id).themes
    assert (moved.label, moved.named) == ("", False)
    assert moved.lines == question(edited(), SHARED_POWER.prompt_id).themes[0].lines


def test_a_name_given_while_sorting_is_a_coordinators() -> None:
    found = grouping(together("R0", "R1", given_label="Listening"))
    digest = invented_digest(replies=five_people(), grouping=found)
    (only,) = question(digest, SHARED_POWER.prompt_id).themes
    assert (only.label, only.named) == ("Listening", True)


def test_the_framing_words_may_be_changed() -> None:
    digest = edited(
        reword(frame(Frame.FOREWORD), "Thank you for a busy autumn."),
        reword(frame(Frame.ASKED_TO), "read this twice\nask one question"),
        reword(frame(Frame.INVITATION), "Come and tell us."),
        reword(frame(Frame.AGENDA_ITEM), "7"),
    )
    words = told(digest)
    assert "The board is asked to: read this twice; ask one question" in words
    assert "Agenda item: 7\n" in words
    assert "\nThank you for a busy autumn.\n" in words
    assert "\nCome and tell us.\n" in words
    assert digest.made.reworded == 4


def test_a_question_for_the_board_may_be_reworded_or_hidden() -> None:
    first, second, third = edited().board_questions
    digest = edited(
        hide(board_question(first.id), "asked last time"),
        reword(board_question(second.id), "What did we miss?"),
    )
    assert [one.text for one in digest.board_questions] == ["What did we miss?", third.text]
    assert digest.made.hidden == ("asked last time",)


@pytest.mark.parametrize("target", [line("gone"), theme("gone"), board_question("gone")])
def test_an_edit_of_something_that_is_gone_changes_nothing(target: str) -> None:
    assert edited(hide(target)) == edited()


def test_everything_that_may_be_edited_is_listed_once_in_reading_order() -> None:
    targets = [one.target for one in editable(edited())]
    assert len(set(targets)) == len(targets)
    assert targets[: len(Frame)] == [frame(one) for one in Frame]
    assert {theme("R00"), line("R15"), line(WAITING)} < set(targets)


def test_what_waits_may_be_put_into_words_or_hidden() -> None:
    (found,) = [one for one in editable(edited()) if one.target == line(WAITING)]
    assert found.words == ""
    assert found.actions == {Action.PUT, Action.HIDE}


def test_no_edit_is_told_when_only_the_questions_are_asked_again() -> None:
    digest = invented_digest(
        replies=[reply("R15", SLOWER, "U0A")], edits=Edits(edits=(hide(line("R15")),))
    )
    assert digest.made.hidden == ()


def test_a_theme_and_a_line_say_under_which_question_they_stand() -> None:
    digest = invented_digest(grouping=GROUPED)
    under = {one.target: one.under for one in editable(digest)}
    for asked in digest.questions:
        for heard in asked.themes:
            assert under[theme(heard.id)] == asked.text
        for said in asked.lines:
            assert under[line(said.reply_ids[0])] == asked.text
    assert under[frame(Frame.FOREWORD)] == ""
