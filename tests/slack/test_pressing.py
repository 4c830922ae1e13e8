"""Buttons, menus, /dots and the home page: what comes in over HTTP and what goes out."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from bot.core.digest.signoff import DigestState
from bot.core.outbox import Kind
from bot.core.sentences import desk as say_desk
from bot.rehearsal.block_kit.check import check_message_blocks, faults_in
from tests.slack.desk import Asked, Desk
from tests.usecases.anytown import (
    COORDINATOR,
    CYCLE,
    FIRST,
    MEMBERS,
    OTHER_COORDINATOR,
    OUTSIDER,
)


def answer_to(desk: Desk) -> Asked:
    """What the person who pressed is told."""
    asked = desk.stub.next()
    assert asked.path == "/answer"
    blocks = asked.fields.get("blocks")
    if blocks:
        check_message_blocks(json.loads(blocks) if isinstance(blocks, str) else blocks)
    return asked


def choices(desk: Desk) -> set[str | None]:
    with desk.town.store.read() as tx:
        return set(tx.execute(text("SELECT choice FROM replies WHERE state = 'live'")).scalars())


@pytest.mark.parametrize(
    ("action_id", "choice", "said"),
    [
        ("choose_quote", "quote", "You said: quote me by sector."),
        ("choose_leave_out", "leave-out", "You said: leave me out."),
    ],
)
def test_a_choice_is_stored_and_shown_in_place(
    desk: Desk, action_id: str, choice: str, said: str
) -> None:
    desk.town.answered_by("U0ANNA", choice=None)
    assert desk.act(action_id, "U0ANNA", value=CYCLE) == 200
    assert choices(desk) == {choice}
    shown = answer_to(desk)
    assert shown.fields["replace_original"] is True
    assert said in shown.fields["text"]
    assert desk.rings == 1


def test_taking_back_is_stored_and_the_buttons_go(desk: Desk) -> None:
    desk.town.answered_by("U0ANNA")
    assert desk.act("take_back", "U0ANNA", value=CYCLE) == 200
    assert list(desk.town.copies().values()) == [None]
    shown = answer_to(desk)
    assert "Taken back." in shown.fields["text"]
    assert all(block["type"] == "section" for block in shown.fields["blocks"])


def test_nobody_can_press_for_somebody_else(desk: Desk) -> None:
    desk.town.answered_by("U0ANNA")
    assert desk.act("take_back", "U0BRYN", value=CYCLE) == 200
    assert list(desk.town.copies().values()) == ["Words of person 0."]
    assert "nothing of yours" in answer_to(desk).fields["text"]


def test_a_sector_is_stored_and_said_back(desk: Desk) -> None:
    option = {"value": "health", "text": {"type": "plain_text", "text": "Health"}}
    assert desk.act("say_sector", "U0ANNA", type="static_select", selected_option=option) == 200
    assert "health" in answer_to(desk).fields["text"]
    with desk.town.store.read() as tx:
        assert tx.execute(text("SELECT sector FROM members")).scalars().all() == ["health"]


def test_who_sees_this_is_told_to_the_one_who_asked_beside_the_prompt(desk: Desk) -> None:
    assert desk.act("who_sees", "U0ANNA", value=FIRST.id) == 200
    shown = answer_to(desk)
    assert shown.fields["response_type"] == "ephemeral"
    assert shown.fields["replace_original"] is False
    assert "our copy is deleted 6 months after the meeting" in shown.fields["text"]
    assert "You have not answered in this round yet" in shown.fields["text"]


def test_who_sees_this_shows_the_choices_to_who_has_answered(desk: Desk) -> None:
    desk.town.answered_by("U0ANNA", choice=None)
    desk.act("who_sees", "U0ANNA", value=FIRST.id)
    shown = json.dumps(answer_to(desk).fields["blocks"])
    assert "choose_quote" in shown
    assert "take_back" in shown


def test_a_prompt_that_is_not_known_any_more_is_said_kindly(desk: Desk) -> None:
    assert desk.act("who_sees", "U0ANNA", value="anytown:1999-01-01:C0GONE") == 200
    assert "no longer knows this prompt" in answer_to(desk).fields["text"]


def value_of(desk: Desk) -> str:
    return f"{desk.town.held().version}|{CYCLE}"


def test_a_coordinator_approves_and_the_next_one_hears_who_was_first(desk: Desk) -> None:
    desk.town.drafted()
    value = value_of(desk)
    assert desk.act("digest_approve", COORDINATOR, value=value) == 200
    assert desk.town.held().state is DigestState.APPROVED
    assert "Approved." in answer_to(desk).fields["text"]
    assert desk.act("digest_approve", OTHER_COORDINATOR, value=value) == 200
    assert f"<@{COORDINATOR}> had already approved it" in answer_to(desk).fields["text"]


def test_the_paper_is_sent_to_those_who_have_a_role_and_to_nobody_else(desk: Desk) -> None:
    desk.town.drafted()
    assert desk.act("digest_paper", MEMBERS[0], value=CYCLE) == 200
    assert "those who have a role" in answer_to(desk).fields["text"]
    assert desk.town.outbox(Kind.PAPER, CYCLE) == []
    assert desk.act("digest_paper", COORDINATOR, value=CYCLE) == 200
    assert "in the thread of the draft" in answer_to(desk).fields["text"]
    forms = [each.note for each in desk.town.outbox(Kind.PAPER, CYCLE)]
    assert forms == ["picture", "pdf", "docx", "html"]
    assert desk.act("digest_paper", COORDINATOR, value="gone") == 200
    assert "no digest any more" in answer_to(desk).fields["text"]


@pytest.mark.parametrize("action_id", ["desk_record", "desk_file"])
def test_files_of_the_desk_are_refused_in_words_to_whoever_has_no_role(
    desk: Desk, action_id: str
) -> None:
    assert desk.act(action_id, MEMBERS[0], value="anytown") == 200
    asked = desk.stub.next()
    assert asked.path == "/api/chat.postMessage"
    assert asked.fields["channel"] == MEMBERS[0]
    assert asked.fields["text"] == say_desk.not_yours()


def test_the_paper_may_be_asked_for_on_the_home_page_and_in_the_review(desk: Desk) -> None:
    assert "digest_paper" not in json.dumps(opened(desk, COORDINATOR))
    desk.town.drafted()
    assert "digest_paper" in json.dumps(opened(desk, COORDINATOR))
    assert desk.act("digest_paper", COORDINATOR, home=True, value=CYCLE) == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.open"
    assert "in the thread of the draft" in str(asked.fields["view"])
    review = {"id": "V01", "type": "modal", "private_metadata": ""}
    assert desk.act("digest_paper", MEMBERS[0], view=review, value=CYCLE) == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.push"
    assert "those who have a role" in str(asked.fields["view"])
    assert len(desk.town.outbox(Kind.PAPER, CYCLE)) == 4


def test_whoever_has_no_role_any_more_is_told_so_where_they_press(desk: Desk) -> None:
    view = {"id": "V01", "type": "modal", "private_metadata": ""}
    assert desk.act("desk_take_over", MEMBERS[0], view=view, value="anytown") == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.update"
    assert "desk_told" in str(asked.fields["view"])


def test_a_coordinator_holds(desk: Desk) -> None:
    desk.town.drafted()
    assert desk.act("digest_hold", COORDINATOR, value=value_of(desk)) == 200
    assert desk.town.held().state is DigestState.HELD


@pytest.mark.parametrize("who", [OUTSIDER, MEMBERS[0]])
def test_nobody_else_approves(desk: Desk, who: str) -> None:
    desk.town.drafted()
    assert desk.act("digest_approve", who, value=value_of(desk)) == 200
    assert desk.town.held().state is DigestState.DRAFT
    assert "Only this partnership's coordinators" in answer_to(desk).fields["text"]


@pytest.mark.parametrize(
    "action",
    [
        {"action_id": "digest_approve", "value": "one|anytown"},
        {"action_id": "digest_approve"},
        {"action_id": "say_sector", "selected_option": {"value": "astrology"}},
        {"action_id": "say_sector", "selected_option": None},
        {"action_id": "choose_quote"},
    ],
    ids=str,
)
def test_a_malformed_press_is_not_acknowledged_and_harms_nothing(
    desk: Desk, action: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    assert desk.act(user_id="U0ANNA", **action) == 500
    assert "U0ANNA" not in caplog.text
    assert desk.act("who_sees", "U0ANNA", value=FIRST.id) == 200


def test_a_button_of_another_version_is_acknowledged(desk: Desk) -> None:
    assert desk.act("make_tea", "U0ANNA", value="milk") == 200
    assert desk.stub.asked.empty()


def test_a_choice_that_could_not_be_stored_is_not_acknowledged(desk: Desk) -> None:
    desk.town.answered_by("U0ANNA")
    with desk.town.store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE replies RENAME TO elsewhere")
    assert desk.act("take_back", "U0ANNA", value=CYCLE) == 500


def test_a_slack_that_does_not_take_the_answer_does_not_undo_the_choice(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.town.answered_by("U0ANNA", choice=None)
    desk.stub.answer = (500, {"ok": False})
    assert desk.act("choose_leave_out", "U0ANNA", value=CYCLE, home=True) == 200
    desk.stub.next()
    desk.answers.close()
    assert choices(desk) == {"leave-out"}
    assert "an answer could not be given" in caplog.text
    assert "U0ANNA" not in caplog.text


@pytest.mark.parametrize("asked", ["", "help", "HELP "])
def test_the_command_says_what_dots_is(desk: Desk, asked: str) -> None:
    assert desk.command(asked, "U0ANNA").status == 200
    shown = answer_to(desk)
    assert shown.fields["response_type"] == "ephemeral"
    assert "never asks about a child" in shown.fields["text"]
    assert "/dots privacy" in shown.fields["text"]


@pytest.mark.parametrize(("asked", "said"), [("nxet", "/dots next"), ("tea", "did not understand")])
def test_a_word_that_the_command_does_not_know_does_nothing(
    desk: Desk, asked: str, said: str
) -> None:
    assert desk.command(asked, COORDINATOR).status == 200
    told = answer_to(desk).fields["text"]
    assert said in told
    assert "2027" not in told


def test_the_command_shows_the_plan_to_coordinators_only(desk: Desk) -> None:
    desk.command("next", COORDINATOR)
    assert "Next board meeting: Wednesday 3 February 2027" in answer_to(desk).fields["text"]
    desk.command("next", "U0ANNA")
    told = answer_to(desk).fields["text"]
    assert "shown to this partnership's coordinators" in told
    assert "2027" not in told


def test_the_command_says_who_sees_ones_own_answers(desk: Desk) -> None:
    desk.command("privacy", "U0ANNA")
    told = answer_to(desk).fields["text"]
    assert "You have not answered in this round yet" in told
    assert "Everyone in the channel sees your reply" in told
    assert "If you answer privately" in told
    desk.town.answered_by("U0ANNA")
    desk.command("privacy", "U0ANNA")
    assert "Everyone in the channel sees your reply" in answer_to(desk).fields["text"]


def opened(desk: Desk, user_id: str) -> dict[str, Any]:
    """The home page that a person is shown."""
    event = {"type": "app_home_opened", "user": user_id, "channel": "D0ANNA", "tab": "home"}
    assert desk.event(event) == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.publish"
    assert asked.fields["user_id"] == user_id
    view = asked.fields["view"]
    page: dict[str, Any] = json.loads(view) if isinstance(view, str) else view
    assert faults_in(page["blocks"], "home", "/blocks") == []
    return page


def test_the_home_page_shows_what_is_ones_own(desk: Desk) -> None:
    desk.town.answered_by("U0ANNA")
    mine, others = opened(desk, "U0ANNA"), opened(desk, "U0BRYN")
    assert "You said: quote me by sector" in json.dumps(mine)
    assert "take_back" in json.dumps(mine)
    assert "take_back" not in json.dumps(others)
    assert "Next board meeting" not in json.dumps(mine)
    assert "Next board meeting" in json.dumps(opened(desk, COORDINATOR))


def test_the_messages_tab_of_the_app_publishes_nothing(desk: Desk) -> None:
    event = {"type": "app_home_opened", "user": "U0ANNA", "channel": "D0ANNA", "tab": "messages"}
    assert desk.event(event) == 200
    desk.answers.close()
    assert desk.stub.asked.empty()


def test_a_choice_on_the_home_page_shows_at_once(desk: Desk) -> None:
    desk.town.answered_by("U0ANNA", choice=None)
    assert desk.act("choose_leave_out", "U0ANNA", value=CYCLE, home=True) == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.publish"
    assert "You said: leave me out" in json.dumps(asked.fields["view"])


def test_a_form_of_another_version_is_not_closed_as_if_it_were_kept(desk: Desk) -> None:
    body = {
        "type": "view_submission",
        "team": {"id": "T0ANYTOWN"},
        "user": {"id": "U0ANNA"},
        "view": {"id": "V1", "type": "modal", "callback_id": "old", "state": {"values": {}}},
    }
    answer = desk.form({"payload": json.dumps(body)})
    assert answer.status == 200
    assert json.loads(answer.body)["response_action"] == "update"


def test_a_person_is_shown_what_is_held_on_them_and_has_it_erased(desk: Desk) -> None:
    desk.town.answered_by("U0ANNA")
    assert desk.act("rights_show", "U0ANNA", home=True, value="me") == 200
    asked = desk.stub.next()
    assert asked.path == "/api/chat.postMessage"
    assert asked.fields["channel"] == "U0ANNA"
    assert "Words of person 0." in asked.fields["text"]
    assert desk.act("rights_erase", "U0ANNA", home=True, value="me") == 200
    assert "Erased: what was said in one round" in desk.stub.next().fields["text"]
    desk.act("rights_show", "U0ANNA", home=True, value="me")
    assert desk.stub.next().fields["text"] == "Dots holds nothing on you."


def test_a_coordinators_home_page_says_what_is_open_and_what_needs_them(desk: Desk) -> None:
    desk.town.answered_by("U0ANNA", "U0BRYN")
    words = json.dumps(opened(desk, COORDINATOR), ensure_ascii=False)
    assert "2 answers so far" in words
    assert "Nothing needs you." in words
    assert "U0ANNA" not in words
    desk.town.to_draft()
    assert "The draft digest waits for your decision" in json.dumps(opened(desk, COORDINATOR))
