"""A coordinator goes through a draft line by line, in forms; a member's words stay as they are."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.content.detectors import detectors_for
from bot.core.digest.signoff import DigestState
from bot.core.replies import Choice
from bot.core.sentences import edits as say
from bot.rehearsal.block_kit.check import faults_in
from bot.usecases.asking.choose import choose_quoting
from tests.slack.desk import Desk
from tests.usecases.alike import alike
from tests.usecases.anytown import (
    COORDINATOR,
    CYCLE,
    FIRST,
    MEMBERS,
    OTHER_COORDINATOR,
    SECOND,
)

WORDS = "Words of person 0."
LIST = "V00"
"""The view of the list while a form lies on it."""


@pytest.fixture
def drafted(desk: Desk) -> Desk:
    desk.town.drafted("U0ANNA", "U0BRYN", "U0CERI")
    return desk


def shown(desk: Desk, *, below: bool = False) -> dict[str, Any]:
    """The view that was opened, pushed or put in the place of another: of the list `below` a form
    that was sent, where it shall be."""
    asked = desk.stub.next()
    assert (asked.fields.get("view_id") == LIST) == below
    view = asked.fields["view"]
    made: dict[str, Any] = json.loads(view) if isinstance(view, str) else view
    assert faults_in(made["blocks"], "modal", "/blocks") == []
    return made


def opened(desk: Desk, who: str = COORDINATOR) -> dict[str, Any]:
    assert desk.act("review_open", who, value=CYCLE) == 200
    return shown(desk)


def rows(view: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """The words of each line, and the values of what may be done to it by label."""
    for block in view["blocks"]:
        options = block.get("accessory", {}).get("options", ())
        yield (
            block.get("text", {}).get("text", ""),
            {option["text"]["text"]: option["value"] for option in options},
        )


def choose(desk: Desk, view: dict[str, Any], value: str, who: str = COORDINATOR) -> dict[str, Any]:
    body = {
        "type": "block_actions",
        "user": {"id": who},
        "trigger_id": "1.2.x",
        "container": {"type": "view"},
        "view": {**view, "id": "V01"},
        "actions": [
            {
                "type": "overflow",
                "action_id": "review_line",
                "block_id": "b",
                "action_ts": "1.0",
                "selected_option": {"value": value},
            }
        ],
    }
    assert desk.form({"payload": json.dumps(body)}).status == 200
    return shown(desk)


def send(desk: Desk, view: dict[str, Any], name: str, words: str, who: str = COORDINATOR) -> Any:
    """What the app answers to a form; {} closes it. Whatever came of it, the list below is shown as
    it is now, unless the form has to be filled in otherwise."""
    state = {"values": {name: {"value": {"type": "plain_text_input", "value": words}}}}
    body = {
        "type": "view_submission",
        "user": {"id": who},
        "view": {**view, "id": "V01", "previous_view_id": LIST, "state": state},
    }
    answer = json.loads(desk.form({"payload": json.dumps(body)}).body or "{}")
    if answer.get("response_action") == "errors":
        return answer
    return answer | {"below": shown(desk, below=True)}


def typed_in(view: dict[str, Any]) -> str:
    """What stands in the one field of a form."""
    return str(view["blocks"][-1]["element"]["initial_value"])


def value_of(view: dict[str, Any], words: str, label: str) -> str:
    return next(offered[label] for text, offered in rows(view) if words in text)


def test_every_line_is_there_and_a_members_words_cannot_be_put_otherwise(drafted: Desk) -> None:
    lines = dict(rows(opened(drafted)))
    (quoted,) = [offered for text, offered in lines.items() if WORDS in text]
    assert "Put it in other words" not in quoted
    assert "Hide it" in quoted
    assert any(text.startswith("*Foreword*") for text in lines)
    assert "Send me the paper" in json.dumps(opened(drafted))
    assert any(text.startswith("*Question for the board*") for text in lines)


def test_a_line_is_hidden_with_a_reason_and_shown_again(drafted: Desk) -> None:
    view = opened(drafted)
    form = choose(drafted, view, value_of(view, WORDS, "Hide it"))
    assert send(drafted, form, "reason", " ")["errors"] == {"reason": say.outcome("no-reason")}
    told = send(drafted, form, "reason", "It points at somebody.")
    assert told.keys() == {"below"}
    assert say.outcome("done") in json.dumps(told["below"])
    assert WORDS not in drafted.town.words_in_digest()
    again = opened(drafted)
    since = json.dumps(again, ensure_ascii=False)
    assert "Since the version before:" in since
    assert "a line is hidden (It points at somebody.)" in since
    assert "Since the version before:" not in json.dumps(view)
    assert f"Hidden: It points at somebody. (<@{COORDINATOR}>)" in since
    value = next(o["Undo the last change"] for _, o in rows(again) if "Undo the last change" in o)
    choose(drafted, again, value)
    assert WORDS in drafted.town.words_in_digest()


def test_a_question_for_the_board_that_was_hidden_can_be_brought_back(drafted: Desk) -> None:
    view = opened(drafted)
    before = drafted.town.digest().board_questions
    form = choose(drafted, view, value_of(view, before[0].text, "Hide it"))
    send(drafted, form, "reason", "We asked it last time.")
    assert before[0] not in drafted.town.digest().board_questions
    again = opened(drafted)
    assert "is left out" in json.dumps(again)
    assert "Hidden: We asked it last time." in json.dumps(again)
    choose(drafted, again, value_of(again, "hidden; it can be", "Undo the last change"))
    assert drafted.town.digest().board_questions == before


def test_our_words_are_put_otherwise_and_what_the_guard_notices_is_asked_about(
    drafted: Desk,
) -> None:
    drafted.town.detectors = detectors_for(drafted.town.partnership)
    view = opened(drafted)
    form = choose(drafted, view, value_of(view, "Foreword", "Put it in other words"))
    noticed = send(drafted, form, "words", "Ring Kayden's mother on 07700 900123.")
    assert noticed["response_action"] == "update"
    assert "Dots noticed something" in json.dumps(noticed["view"])
    told = send(drafted, noticed["view"], "words", "We met twice.")
    assert told.keys() == {"below"}
    assert drafted.town.digest().cover.foreword == "We met twice."


def test_a_line_that_somebody_else_changed_is_not_overwritten_and_nothing_typed_is_lost(
    drafted: Desk,
) -> None:
    view = opened(drafted)
    value = value_of(view, "Foreword", "Put it in other words")
    mine, theirs = choose(drafted, view, value), choose(drafted, view, value, OTHER_COORDINATOR)
    send(drafted, theirs, "words", "Theirs.", OTHER_COORDINATOR)
    sent = send(drafted, mine, "words", "Mine & <more>.")
    assert "Theirs." in json.dumps(sent["below"])
    again = sent["view"]
    assert faults_in(again["blocks"], "modal", "/blocks") == []
    told = json.dumps(again)
    assert "Another coordinator changed this line" in told
    assert f"Put in other words (<@{OTHER_COORDINATOR}>)" in told
    assert drafted.town.digest().cover.foreword == "Theirs."
    assert typed_in(again) == "Mine & <more>."
    send(drafted, again, "words", typed_in(again))
    assert drafted.town.digest().cover.foreword == "Mine & <more>."


def test_words_for_a_line_that_nobody_can_change_any_more_are_there_to_be_copied(
    drafted: Desk,
) -> None:
    view = opened(drafted)
    form = choose(drafted, view, value_of(view, "Foreword", "Put it in other words"))
    drafted.town.decide(DigestState.APPROVED)
    sent = send(drafted, form, "words", "We met <twice>.")
    assert say.cannot_review() in json.dumps(sent["below"], ensure_ascii=False)
    told = sent["view"]
    assert "clear_on_close" not in told
    assert faults_in(told["blocks"], "modal", "/blocks") == []
    assert say.outcome("approved") in json.dumps(told)
    assert "We met <twice>." in json.dumps(told["blocks"][-1])


def test_a_hidden_line_leaves_the_reason_that_somebody_else_was_typing(drafted: Desk) -> None:
    view = opened(drafted)
    first = drafted.town.digest().board_questions[0]
    value = value_of(view, first.text, "Hide it")
    mine, theirs = choose(drafted, view, value), choose(drafted, view, value, OTHER_COORDINATOR)
    send(drafted, theirs, "reason", "Theirs.", OTHER_COORDINATOR)
    sent = send(drafted, mine, "reason", "Mine.")
    told = sent["view"]
    assert first.text not in json.dumps(sent["below"])
    assert say.outcome("gone") in json.dumps(told)
    assert "Mine." in json.dumps(told)


def test_a_list_that_was_open_for_a_while_undoes_nothing_of_somebody_elses(drafted: Desk) -> None:
    view = opened(drafted)
    form = choose(drafted, view, value_of(view, "Foreword", "Put it in other words"))
    send(drafted, form, "words", "Mine.")
    mine = opened(drafted)
    theirs = choose(drafted, mine, value_of(mine, "Foreword", "Put it in other words"))
    send(drafted, theirs, "words", "Theirs.", OTHER_COORDINATOR)
    seen = choose(drafted, mine, value_of(mine, "Foreword", "Undo the last change"))
    assert "so nothing was undone" in json.dumps(seen)
    assert "Theirs." in json.dumps(seen)
    assert drafted.town.digest().cover.foreword == "Theirs."


def test_a_second_press_of_undo_undoes_nothing_more(drafted: Desk) -> None:
    view = opened(drafted)
    for words in ("First.", "Second."):
        form = choose(drafted, view, value_of(view, "Foreword", "Put it in other words"))
        send(drafted, form, "words", words)
    mine = opened(drafted)
    value = value_of(mine, "Foreword", "Undo the last change")
    for _ in range(2):
        assert "nothing was undone" not in json.dumps(choose(drafted, mine, value))
    assert drafted.town.digest().cover.foreword == "First."


def test_a_press_is_about_the_line_that_was_seen_wherever_it_stands_now(drafted: Desk) -> None:
    there = drafted.town.digest().board_questions
    mine_hidden, theirs_hidden, *_ = sorted(there, key=lambda one: one.id)
    view = opened(drafted)
    form = choose(drafted, view, value_of(view, mine_hidden.text, "Hide it"))
    send(drafted, form, "reason", "Mine.")
    mine = opened(drafted)
    form = choose(drafted, mine, value_of(mine, theirs_hidden.text, "Hide it"), OTHER_COORDINATOR)
    send(drafted, form, "reason", "Theirs.", OTHER_COORDINATOR)
    choose(drafted, mine, value_of(mine, "hidden; it can be", "Undo the last change"))
    there = drafted.town.digest().board_questions
    assert mine_hidden in there
    assert theirs_hidden not in there


def test_many_lines_are_edited_in_one_list(drafted: Desk) -> None:
    view = opened(drafted)
    for number, one in enumerate(drafted.town.digest().board_questions):
        form = choose(drafted, view, value_of(view, one.text, "Put it in other words"))
        told = send(drafted, form, "words", f"Other words {number}?")
        assert told.keys() == {"below"}
        view = told["below"]
        assert f"Other words {number}?" in json.dumps(view)
        assert "clear_on_close" not in view
    texts = [one.text for one in drafted.town.digest().board_questions]
    assert texts == [f"Other words {number}?" for number in range(len(texts))]


def test_the_list_comes_again_at_the_page_where_it_was_left(desk: Desk) -> None:
    town = desk.town
    town.ask()
    for number in range(80):
        town.say(MEMBERS[number % 4], f"Said at time {number}.", number=number)
    town.go_to(town.now + timedelta(minutes=1))
    for who in MEMBERS[:4]:
        choose_quoting(town.store, town.book, CYCLE, who, Choice.QUOTE, town.now)
    town.to_draft()
    first = opened(desk)
    later = {**first, "id": LIST}
    assert desk.act("review_page_later", COORDINATOR, view=later, value="1") == 200
    view = shown(desk, below=True)
    words, offered = next((text, o) for text, o in rows(view) if "Said at time" in text)
    form = choose(desk, view, offered["Hide it"])
    below = send(desk, form, "reason", "It points at somebody.")["below"]
    assert "review_page_earlier" in json.dumps(below)
    kept = {text for text, _ in rows(view)} & {text for text, _ in rows(below)}
    assert len(kept) > 10
    assert words not in kept


def test_a_form_that_was_opened_on_nothing_closes_and_changes_no_other_view(drafted: Desk) -> None:
    view = opened(drafted)
    form = choose(drafted, view, value_of(view, "Foreword", "Put it in other words"))
    state = {"values": {"words": {"value": {"type": "plain_text_input", "value": "Alone."}}}}
    body = {
        "type": "view_submission",
        "user": {"id": COORDINATOR},
        "view": {**form, "id": "V01", "previous_view_id": None, "state": state},
    }
    assert drafted.form({"payload": json.dumps(body)}).body == ""
    assert drafted.town.digest().cover.foreword == "Alone."
    assert drafted.stub.asked.empty()


def test_a_line_that_is_gone_shows_the_list_as_it_is_now(drafted: Desk) -> None:
    view = opened(drafted)
    value = value_of(view, WORDS, "Hide it")
    (mine,) = (
        one for one in drafted.town.slack.threads[drafted.town.prompt().ts] if one.text == WORDS
    )
    drafted.town.withdraw(mine)
    drafted.town.go_to(drafted.town.now + timedelta(minutes=1))
    seen = choose(drafted, view, value)
    assert say.outcome("gone") in json.dumps(seen)
    assert WORDS not in json.dumps(seen)


def test_themes_of_one_name_are_told_apart_by_their_questions(desk: Desk) -> None:
    town = desk.town
    town.group = alike
    town.plan_also(SECOND)
    for asked in (FIRST, SECOND):
        town.ask(asked)
        for number, who in enumerate(MEMBERS[:3]):
            town.say(who, f"Late once {number}.", asked, number=number)
    town.to_draft()
    rows_of = [text for text, _ in rows(opened(desk)) if text.endswith("\nlate")]
    assert rows_of == [
        f"*Theme*, under “{question}”\nlate" for question in (FIRST.question, SECOND.question)
    ]
    view = opened(desk)
    form = choose(desk, view, value_of(view, SECOND.question, "Put it in other words"))
    assert f"Theme, under “{SECOND.question}”" in json.dumps(form, ensure_ascii=False)


def test_what_was_said_behind_a_line_is_shown_without_who_said_it(drafted: Desk) -> None:
    view = opened(drafted)
    behind = json.dumps(choose(drafted, view, value_of(view, WORDS, "What was said")))
    assert WORDS in behind
    assert "U0ANNA" not in behind


def test_nobody_else_reviews_a_draft(drafted: Desk) -> None:
    assert say.cannot_review() in json.dumps(opened(drafted, "U0ANNA"), ensure_ascii=False)
