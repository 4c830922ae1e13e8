"""What the guard holds, as coordinators meet it in Slack."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.core.messages import HoldMessage
from bot.rehearsal.block_kit.check import faults_in
from bot.slack.speech.queue import A_PAGE, queue_view
from tests.slack.desk import TEAM, Answered, Desk
from tests.slack.sayings import NASTY, hold
from tests.slack.test_answering import put_in_place, says, shown
from tests.usecases.answering.privately import PHONE, send
from tests.usecases.anytown import COORDINATOR, OTHER_COORDINATOR
from tests.usecases.guarding.watched import known, said, subject, watch

ANNA = "U0ANNA"
TEXT = f"Ring {PHONE}."
NUMBER = PHONE.replace(" ", "")


@pytest.fixture(autouse=True)
def watched(desk: Desk) -> None:
    watch(desk.town)


def opened(desk: Desk, action_id: str, value: str, who: str = COORDINATOR) -> dict[str, Any]:
    assert desk.act(action_id, who, value=value) == 200
    called = desk.stub.next()
    assert called.path == "/api/views.open"
    return shown(called.fields["view"])


def released(desk: Desk, view: dict[str, Any], reason: str, who: str = COORDINATOR) -> Answered:
    values = {"reason": {"value": {"type": "plain_text_input", "value": reason}}}
    body = {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": who},
        "view": view | {"id": "V1", "state": {"values": values}},
    }
    return desk.form({"payload": json.dumps(body)})


def buttons(blocks: list[dict[str, Any]]) -> list[str]:
    rows = [block["elements"] for block in blocks if block["type"] == "actions"]
    return [each["action_id"] for row in rows for each in row]


def test_a_coordinator_releases_with_a_reason_and_the_next_one_hears_who_was_first(
    desk: Desk,
) -> None:
    of = subject(said(desk.town, ANNA, TEXT))
    value = f"{known(desk.town, of).version}|{of}"
    view = opened(desk, "held_release", value)
    other = opened(desk, "held_release", value, OTHER_COORDINATOR)
    assert "Released" in says(put_in_place(released(desk, view, "A public number.")))
    told = put_in_place(released(desk, other, "So it is.", OTHER_COORDINATOR))
    assert f"<@{COORDINATOR}>hadalreadyreleasedit" in says(told)


def test_without_a_reason_nothing_is_released(desk: Desk) -> None:
    of = subject(said(desk.town, ANNA, TEXT))
    view = opened(desk, "held_release", f"1|{of}")
    assert "reason" in json.loads(released(desk, view, " ").body)["errors"]
    assert known(desk.town, of).state == "held"


def test_the_words_of_a_private_reply_are_shown_on_request_and_to_coordinators_only(
    desk: Desk,
) -> None:
    send(desk.town, ANNA, TEXT, insists=True)
    desk.town.go_to(desk.town.now + timedelta(days=1))
    (item,) = desk.dots.held.queue("anytown", COORDINATOR) or []
    assert NUMBER in says(opened(desk, "held_read", item.subject))
    assert NUMBER not in says(opened(desk, "held_read", item.subject, "U0BRYN"))
    assert NUMBER in says(opened(desk, "held_release", f"{item.version}|{item.subject}"))


def test_the_queue_opens_and_turns_its_pages(desk: Desk) -> None:
    for number in range(A_PAGE + 2):
        said(desk.town, f"U0SHY{number:02}", TEXT, number)
    view = opened(desk, "queue_open", "anytown")
    assert buttons(view["blocks"]).count("held_release") == A_PAGE
    assert "queue_page_later" in buttons(view["blocks"])
    pressed = view | {"id": "V1"}
    assert desk.act("queue_page_later", COORDINATOR, value="1", view=pressed) == 200
    later = shown(desk.stub.next().fields["view"])
    assert buttons(later["blocks"]).count("held_release") == 2
    assert "queue_page_earlier" in buttons(later["blocks"])


def test_somebody_else_sees_no_queue(desk: Desk) -> None:
    said(desk.town, ANNA, TEXT)
    assert "Onlythispartnership'scoordinators" in says(opened(desk, "queue_open", "anytown", ANNA))


def test_the_home_page_of_a_coordinator_lists_what_waits(desk: Desk) -> None:
    said(desk.town, ANNA, TEXT)
    for who, sees in ((COORDINATOR, True), (ANNA, False)):
        desk.event({"type": "app_home_opened", "user": who, "channel": "D0X", "tab": "home"})
        view = desk.stub.next().fields["view"]
        page = json.loads(view) if isinstance(view, str) else view
        assert faults_in(page["blocks"], "home", "/blocks") == []
        assert ("held_release" in json.dumps(page)) is sees


def test_a_link_is_acknowledged(desk: Desk) -> None:
    assert desk.act("open_link", ANNA, url="https://anytown.example.org") == 200


@pytest.mark.parametrize("mean", NASTY.values(), ids=NASTY.keys())
def test_slack_shows_a_full_page_of_the_queue_whatever_is_in_it(mean: str) -> None:
    waiting: list[HoldMessage] = [hold(mean), hold(mean, private=True)] * A_PAGE
    shown(queue_view("anytown", waiting))
    shown(queue_view("anytown", waiting, 1))
