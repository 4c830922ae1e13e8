"""Not now, a yes or no about quotes, and the list of private replies, as Slack brings them."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.core.messages import ConsentMessage
from bot.slack.speech.private_list import A_PAGE, list_view
from bot.usecases.answering.reading import InConfidence
from tests.slack.desk import TEAM, Answered, Desk
from tests.slack.sayings import NASTY
from tests.slack.test_answering import put_in_place, says, shown
from tests.usecases.answering.privately import send
from tests.usecases.anytown import COORDINATOR, CYCLE, FIRST

ANNA = "U0ANNA"


def opened(desk: Desk, action_id: str, value: str, who: str = ANNA) -> dict[str, Any]:
    assert desk.act(action_id, who, value=value) == 200
    called = desk.stub.next()
    assert called.path == "/api/views.open"
    return shown(called.fields["view"])


def until(desk: Desk, view: dict[str, Any], day: str, *, remind: bool = False) -> Answered:
    ticked = [{"value": "remind"}] if remind else []
    values = {
        "until": {"value": {"type": "datepicker", "selected_date": day}},
        "remind": {"value": {"type": "checkboxes", "selected_options": ticked}},
    }
    body = {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": ANNA},
        "view": view | {"id": "V1", "state": {"values": values}},
    }
    return desk.form({"payload": json.dumps(body)})


def test_not_now_is_kept_shown_again_and_ended(desk: Desk) -> None:
    view = opened(desk, "not_now", FIRST.id)
    told = put_in_place(until(desk, view, "2027-01-11", remind=True))
    assert "NotbeforeMonday11January2027" in says(told)
    again = opened(desk, "not_now", FIRST.id)
    assert "YouareleftinpeaceuntilMonday11January2027" in says(again)
    assert desk.act("not_now_end", ANNA, value=FIRST.id, view=again | {"id": "V2"}) == 200
    assert "Welcomeback" in says(shown(desk.stub.next().fields["view"]))


def test_a_day_in_the_past_is_said_beside_its_box(desk: Desk) -> None:
    answer = until(desk, opened(desk, "not_now", FIRST.id), "2026-01-01")
    assert "Nothing was changed" in json.loads(answer.body)["errors"]["until"]


def test_no_more_suggestions_is_kept(desk: Desk) -> None:
    for _ in range(2):
        assert desk.act("wording_mute", ANNA, value="wording") == 200
        assert "no more suggestions" in desk.stub.next().fields["text"]
    with desk.town.store.read() as tx:
        assert tx.execute(text("SELECT user_id FROM mutes")).scalars().all() == [ANNA]


def test_a_yes_or_no_is_kept_and_said_back(desk: Desk) -> None:
    desk.town.answered_by(ANNA, "U0BRYN", "U0CATO", choice=None)
    desk.town.to_draft()
    (item,) = next(
        each.message.items
        for each in desk.town.slack.of(ConsentMessage)
        if each.channel_id == "D0ANNA" and isinstance(each.message, ConsentMessage)
    )
    for action_id, said in (("consent_yes", "You said yes"), ("consent_no", "You said no")):
        assert desk.act(action_id, ANNA, value=item.name) == 200
        assert said in desk.stub.next().fields["text"]


def test_coordinators_read_private_replies_and_nobody_else_does(desk: Desk) -> None:
    send(desk.town, ANNA, "In confidence.")
    desk.town.go_to(desk.town.now + timedelta(days=1))
    view = opened(desk, "private_read", CYCLE, COORDINATOR)
    assert "Inconfidence." in says(view)
    assert "ANNA" not in json.dumps(view)
    assert "Inconfidence." not in says(opened(desk, "private_read", CYCLE, ANNA))


def test_the_list_turns_its_pages(desk: Desk) -> None:
    for number in range(A_PAGE + 1):
        send(desk.town, f"U0SHY{number:02}", f"Words {number}.")
    desk.town.go_to(desk.town.now + timedelta(days=1))
    view = opened(desk, "private_read", CYCLE, COORDINATOR)
    assert json.dumps(view).count("ask_author") == A_PAGE
    pressed = view | {"id": "V1"}
    assert desk.act("private_page_later", COORDINATOR, value="1", view=pressed) == 200
    later = shown(desk.stub.next().fields["view"])
    assert json.dumps(later).count("ask_author") == 1
    assert "private_page_earlier" in json.dumps(later)


@pytest.mark.parametrize("mean", NASTY.values(), ids=NASTY.keys())
def test_slack_shows_a_full_page_of_them_whatever_was_written(mean: str) -> None:
    one = InConfidence("private/x", mean[:300], mean[:3000], True, True)
    shown(list_view(CYCLE, [one] * (A_PAGE * 3), 1))
