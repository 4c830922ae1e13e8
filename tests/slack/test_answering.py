"""Answering privately, as Slack brings it: a button, a form, and what stands in its place."""

import json
import re
from typing import Any

import pytest

from bot.core.answering.form import Became
from bot.core.guard.finding import Detector
from bot.core.partnership import Partnership
from bot.rehearsal.block_kit.views import view_faults
from bot.slack.speech import private_form as forms
from tests.slack.desk import TEAM, Answered, Desk
from tests.slack.sayings import FORTY_THOUSAND, NASTY, objects, seen
from tests.usecases.answering.privately import PHONE, kept, notices, send, words
from tests.usecases.anytown import FIRST, Town

ANNA = "U0ANNA"
ELSEWHERE = "T0LANTERNS"


def shown(view: dict[str, Any] | str) -> dict[str, Any]:
    """A view that Slack would show."""
    read: dict[str, Any] = json.loads(view) if isinstance(view, str) else view
    assert view_faults(read) == []
    return read


def opened(desk: Desk, user_id: str = ANNA) -> dict[str, Any]:
    """The form that this person is shown."""
    assert desk.act("answer_privately", user_id, value=FIRST.id) == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.open"
    assert asked.fields["trigger_id"] == "1.2.x"
    return shown(asked.fields["view"])


def filled_in(view: dict[str, Any], view_id: str, given: dict[str, str]) -> dict[str, Any]:
    """The form as it comes back with these values, by the names of its inputs."""
    fields: dict[str, Any] = {}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element, name = block["element"], block["block_id"]
        entry: dict[str, Any] = {"type": element["type"]}
        if element["type"] == "plain_text_input":
            entry["value"] = given.get(name, element.get("initial_value"))
        else:
            chosen = given.get(name)
            options = {each["value"]: each for each in element["options"]}
            entry["selected_option"] = options[chosen] if chosen else element.get("initial_option")
        fields[name] = {element["action_id"]: entry}
    return view | {"id": view_id, "state": {"values": fields}, "hash": "1.abc"}


def sent(
    desk: Desk, view: dict[str, Any], user_id: str = ANNA, view_id: str = "V1", **given: str
) -> Answered:
    body = {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": user_id, "team_id": TEAM},
        "trigger_id": "1.2.x",
        "view": filled_in(view, view_id, {"quoting": "quote"} | given),
    }
    return desk.form({"payload": json.dumps(body)})


def put_in_place(answer: Answered) -> dict[str, Any]:
    """The view that stands in the form's place."""
    assert answer.status == 200
    said = json.loads(answer.body)
    assert said["response_action"] == "update"
    return shown(said["view"])


def pressed(
    desk: Desk, view: dict[str, Any], action_id: str, user_id: str = ANNA, **given: str
) -> dict[str, Any]:
    """Press a button in a form; returns what it is replaced by."""
    view = filled_in(view, "V1", {"quoting": "quote"} | given)
    assert desk.act(action_id, user_id, value=FIRST.id, view=view) == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.update"
    assert asked.fields["view_id"] == "V1"
    return shown(asked.fields["view"])


def says(view: dict[str, Any]) -> str:
    return seen(view["blocks"])


def test_the_form_shows_the_question_and_who_reads_the_answer_above_the_box(desk: Desk) -> None:
    view = opened(desk)
    kinds = [block["type"] for block in view["blocks"]]
    above = seen(view["blocks"][: kinds.index("input")])
    assert re.sub(r"\s", "", FIRST.question) in above
    for promise in ("Yournameisnotkeptwithit", "untilTuesday26January2027"):
        assert promise in above
    assert "6monthsafterthemeeting" in above


def test_a_reply_is_kept_and_its_author_is_thanked_in_the_forms_place(desk: Desk) -> None:
    view = put_in_place(sent(desk, opened(desk), words="Half a thought."))
    assert "itiskeptwithoutyourname" in says(view).lower()
    assert [(each.text, each.choice) for each in kept(desk.town)] == [("Half a thought.", "quote")]
    assert desk.rings >= 1


def test_a_second_press_of_save_keeps_it_once(desk: Desk) -> None:
    view = opened(desk)
    for _ in range(2):
        put_in_place(sent(desk, view, words="Once."))
    assert [each.version for each in kept(desk.town)] == [1]


def test_somebody_of_another_organisation_answers_in_the_same_way(desk: Desk) -> None:
    body = {
        "type": "view_submission",
        "team": {"id": ELSEWHERE},
        "user": {"id": "U0LANTERN", "team_id": ELSEWHERE},
        "view": filled_in(opened(desk, "U0LANTERN"), "V1", {"words": "Ours.", "quoting": "quote"})
        | {"app_installed_team_id": TEAM, "team_id": ELSEWHERE},
    }
    put_in_place(desk.form({"payload": json.dumps(body)}))
    assert words(desk.town) == ["Ours."]


def test_an_earlier_reply_is_shown_again_and_can_be_taken_back(desk: Desk) -> None:
    send(desk.town, ANNA, "Said before.")
    view = opened(desk)
    assert any(each.get("initial_value") == "Said before." for each in objects(view["blocks"]))
    gone = pressed(desk, view, forms.TAKE_BACK)
    assert "Takenback" in says(gone)
    assert words(desk.town) == []


def test_what_is_noticed_stands_first_and_nothing_is_kept_until_somebody_decides(
    desk: Desk,
) -> None:
    desk.town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    view = put_in_place(sent(desk, opened(desk), words=f"Ring {PHONE}."))
    assert "Itlookslikeatelephonenumber" in says(view)
    assert any(each.get("initial_value") == f"Ring {PHONE}." for each in objects(view["blocks"]))
    assert words(desk.town) == []
    again = put_in_place(sent(desk, view, words=f"Do ring {PHONE}."))
    assert "Itlookslikeatelephonenumber" in says(again)
    done = pressed(desk, again, forms.SEND_AS_IT_IS)
    assert "Acoordinatorlooksatitfirst" in says(done)
    assert words(desk.town) == [f"Do ring {PHONE}."]


def test_a_live_concern_is_met_with_the_numbers_before_anything_else(desk: Desk) -> None:
    desk.town.detectors[Detector.CONCERN] = notices("not safe tonight", Detector.CONCERN, "risk")
    view = put_in_place(sent(desk, opened(desk), words="She is not safe tonight."))
    first = seen(view["blocks"][:3])
    for number in ("999", "01632960001", "01632960002", "01632960003"):
        assert number in first
    assert "Nobodywatchesthischannel" in first
    assert "noreferralhasbeenmade" in first


def test_changing_what_was_noticed_needs_no_insisting(desk: Desk) -> None:
    desk.town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    view = put_in_place(sent(desk, opened(desk), words=f"Ring {PHONE}."))
    put_in_place(sent(desk, view, words="Ring the duty desk."))
    assert words(desk.town) == ["Ring the duty desk."]


def test_a_named_reply_is_its_authors_own_message(desk: Desk) -> None:
    view = put_in_place(sent(desk, opened(desk), words="Mine.", visibility=forms.IN_THREAD))
    assert "Mine." in says(view)
    assert words(desk.town) == []
    assert desk.rings == 0


@pytest.mark.parametrize("blank", [" ", "\n\n", "\x00 ", "\u200b\u2060"])
def test_a_form_without_words_says_so_beside_the_box(desk: Desk, blank: str) -> None:
    answer = sent(desk, opened(desk), words=blank)
    assert json.loads(answer.body)["response_action"] == "errors"
    assert "words" in json.loads(answer.body)["errors"]


def test_half_of_a_characters_pair_loses_nothing_else(desk: Desk) -> None:
    put_in_place(sent(desk, opened(desk), words="Half \ud83d of it."))
    assert words(desk.town) == ["Half ? of it."]


def test_what_was_sent_after_the_issue_is_shown_for_its_author_to_copy(desk: Desk) -> None:
    view = opened(desk)
    desk.town.to_draft()
    told = put_in_place(sent(desk, view, words="Written too slowly."))
    assert "Writtentooslowly." in says(told)
    assert words(desk.town) == []
    desk.act("answer_privately", ANNA, value=FIRST.id)
    asked = desk.stub.next()
    assert asked.path == "/answer"
    assert "late replies go to the next digest" in asked.fields["text"]
    assert asked.fields["response_type"] == "ephemeral"


def test_a_form_that_slack_does_not_open_is_said_so_to_the_one_who_pressed(desk: Desk) -> None:
    desk.stub.answer = (200, {"ok": False, "error": "expired_trigger_id"})
    assert desk.act("answer_privately", ANNA, value=FIRST.id) == 200
    assert desk.stub.next().path == "/api/views.open"
    asked = desk.stub.next()
    assert asked.path == "/api/chat.postEphemeral"
    assert asked.fields["user"] == ANNA
    assert "press the button once more" in asked.fields["text"]


@pytest.mark.parametrize("mean", NASTY.values(), ids=NASTY.keys())
def test_any_words_are_kept_as_they_are_and_shown_again(desk: Desk, mean: str) -> None:
    put_in_place(sent(desk, opened(desk), words=mean[:3000]))
    assert words(desk.town) == [mean[:3000].strip().replace(":smile:", "😄")]
    shown_again = opened(desk)
    assert shown_again["private_metadata"].count("version") == 1


@pytest.mark.parametrize("mean", [*NASTY.values(), FORTY_THOUSAND[:3000]], ids=str)
def test_every_view_is_one_that_slack_shows_whatever_was_written(
    desk: Desk, found: Partnership, mean: str
) -> None:
    desk.town.book = desk.town.book.model_copy(update={"partnerships": (found,)})
    form = desk.dots.private.form(FIRST.id, ANNA)
    assert not isinstance(form, str)
    longest = form.model_copy(update={"question": mean[:300], "follow_up": mean[:300]})
    came = forms.filled(filled_in(forms.form_view(longest), "V1", {"words": mean[:3000] or "x"}))
    shown(forms.form_view(longest, came))
    shown(forms.in_thread_view(came.text))
    for became in (Became.ELSEWHERE, Became.DRAFTED, Became.ISSUED, Became.GONE):
        shown(forms.not_kept_view(became, came.text))


@pytest.fixture
def found(desk: Desk) -> Partnership:
    """A partnership with as long a name of its board as can be."""
    town: Town = desk.town
    board = town.partnership.board.model_copy(update={"name": "b" * 120})
    return town.partnership.model_copy(update={"board": board})


def test_a_form_that_is_not_ours_any_more_is_not_acknowledged_as_kept(desk: Desk) -> None:
    view = opened(desk) | {"private_metadata": "{}"}
    assert sent(desk, view, words="Words.").status == 500
    assert words(desk.town) == []
