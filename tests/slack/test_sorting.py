"""A coordinator sorts in Slack: from the draft's button through card after card."""

import json
from typing import Any

import pytest

from bot.core import sentences
from bot.core.themes.drafting import drafted as by_hand
from bot.rehearsal.block_kit.views import check_view
from bot.slack.speech import sorting_form as forms
from bot.store import sorting
from tests.slack.desk import TEAM, Answered, Desk
from tests.usecases.alike import ByHand
from tests.usecases.anytown import COORDINATOR, CYCLE, MEMBERS, OUTSIDER


@pytest.fixture
def drafted(desk: Desk) -> Desk:
    desk.town.drafted(*MEMBERS)
    return desk


def opened(desk: Desk, who: str = COORDINATOR) -> dict[str, Any]:
    assert desk.act("digest_sort", who, value=f"1|{CYCLE}") == 200
    return asked_for(desk, "/api/views.open")


def asked_for(desk: Desk, path: str) -> dict[str, Any]:
    asked = desk.stub.next()
    assert asked.path == path
    return checked(asked.fields["view"])


def checked(view: Any) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(view) if isinstance(view, str) else view
    check_view(shown)
    return shown


def filled_in(view: dict[str, Any], ticked: int = 0, name: str = "") -> dict[str, Any]:
    """The form as it comes back: the first so many of the others ticked, and perhaps a name."""
    fields: dict[str, Any] = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            state: dict[str, Any] = {"type": element["type"]}
            if element["type"] == "checkboxes":
                is_other = block["block_id"].startswith("with_it")
                state["selected_options"] = element["options"][:ticked] if is_other else []
            else:
                state["value"] = name or None
            fields[block["block_id"]] = {element["action_id"]: state}
    return view | {"id": "V1", "state": {"values": fields}, "hash": "1.abc"}


def sent(desk: Desk, view: dict[str, Any], who: str = COORDINATOR) -> Answered:
    body = {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": who, "team_id": TEAM},
        "trigger_id": "1.2.x",
        "view": view,
    }
    return desk.form({"payload": json.dumps(body)})


def answers_kept(desk: Desk) -> int:
    with desk.town.store.read() as tx:
        return len(sorting.of_cycle(tx, CYCLE))


def test_the_first_card_opens_with_words_of_replies_and_ids_only_in_what_comes_back(
    drafted: Desk,
) -> None:
    view = opened(drafted)
    assert view["callback_id"] == forms.SORT
    assert "Words of person" in json.dumps(view["blocks"])
    assert "person" not in view["private_metadata"]
    assert len(view["private_metadata"]) < 3000


def test_an_answer_is_kept_once_and_the_next_card_takes_its_place(drafted: Desk) -> None:
    view = filled_in(opened(drafted), ticked=2)
    for _ in range(2):
        answer = sent(drafted, view)
        assert answer.status == 200
        shown = json.loads(answer.body)
        assert shown["response_action"] == "update"
        checked(shown["view"])
    assert answers_kept(drafted) == 1
    assert drafted.rings


def test_a_card_left_unticked_keeps_them_apart(drafted: Desk) -> None:
    sent(drafted, filled_in(opened(drafted)))
    with drafted.town.store.read() as tx:
        (kept,) = sorting.of_cycle(tx, CYCLE)
    assert [each.kind for each in kept.decisions] == ["apart"]


def test_off_topic_undo_and_another_question_show_a_card_again(drafted: Desk) -> None:
    view = filled_in(opened(drafted))
    for action, kept in ((forms.OFF_TOPIC, 1), (forms.UNDO, 0), (forms.PASS, 0)):
        assert drafted.act(action, COORDINATOR, value="x", view=view) == 200
        shown = asked_for(drafted, "/api/views.update")
        assert answers_kept(drafted) == kept
        view = filled_in(shown)
    assert forms.read(view)["passed"]


def test_a_reply_is_put_with_another_theme_from_a_menu(drafted: Desk) -> None:
    sent(drafted, filled_in(opened(drafted), ticked=1))
    drafted.town.group = ByHand(lambda said, decisions: by_hand(said, None, decisions, ""))
    drafted.town.go_to(drafted.town.now)
    view = filled_in(opened(drafted))
    menu = next(
        e for b in view["blocks"] for e in b.get("elements", ()) if e.get("action_id") == forms.MOVE
    )
    chosen = {"type": "static_select", "selected_option": menu["options"][0]}
    assert drafted.act(forms.MOVE, COORDINATOR, view=view, **chosen) == 200
    asked_for(drafted, "/api/views.update")
    assert answers_kept(drafted) == 2


def test_whoever_may_not_sort_is_told_so(drafted: Desk) -> None:
    view = opened(drafted, OUTSIDER)
    assert sentences.sorting.outcome("not-yours") in json.dumps(view["blocks"])
    own = filled_in(opened(drafted), ticked=1)
    assert sentences.sorting.outcome("not-yours") in sent(drafted, own, OUTSIDER).body
    assert answers_kept(drafted) == 0
