"""A say in the questions, as Slack brings it: buttons, a form, errors beside its box, decisions."""

import json
from typing import Any

import pytest

from bot.core.asking.proposing.proposal import ProposalState
from bot.core.guard.finding import Detector
from bot.slack.speech import proposal_forms as forms
from bot.store import proposals
from tests.slack.desk import TEAM, Answered, Desk
from tests.slack.sayings import CYCLE as A_CYCLE
from tests.slack.sayings import FORTY_THOUSAND, NASTY, seen
from tests.slack.test_answering import filled_in, put_in_place, shown
from tests.usecases.answering.privately import PHONE, notices
from tests.usecases.anytown import COORDINATOR, CYCLE, FIRST, STRATEGY

ANNA, BRYN = "U0ANNA", "U0BRYN"
QUESTION = "What do market traders know about this town?"


def opened(
    desk: Desk, user_id: str = ANNA, value: str = f"occurrence|{FIRST.id}"
) -> dict[str, Any]:
    """The form that this person is shown."""
    assert desk.act("propose_open", user_id, value=value) == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.open"
    return shown(asked.fields["view"])


def sent(
    desk: Desk, view: dict[str, Any], user_id: str = ANNA, view_id: str = "V1", **given: str
) -> Answered:
    body = {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": user_id, "team_id": TEAM},
        "trigger_id": "1.2.x",
        "view": filled_in(view, view_id, {"practice": "CU2"} | given),
    }
    return desk.form({"payload": json.dumps(body)})


def every(desk: Desk) -> list[Any]:
    with desk.town.store.read() as tx:
        found = proposals.in_these_words(tx, "anytown", QUESTION)
    return [found] if found else []


def test_the_form_opens_from_a_prompt_the_private_line_and_the_command(desk: Desk) -> None:
    for value in (f"occurrence|{FIRST.id}", f"cycle|{CYCLE}"):
        view = opened(desk, value=value)
        assert "AnytownPartnership" in seen(view["blocks"])
    assert desk.command("propose", ANNA).status == 200
    assert "AnytownPartnership" in seen(shown(desk.stub.next().fields["view"])["blocks"])


def test_what_is_about_is_chosen_in_plain_words_or_left_to_the_coordinators(desk: Desk) -> None:
    view = opened(desk)
    (menu,) = (b for b in view["blocks"] if b.get("block_id") == "practice")
    labels = [each["text"]["text"] for each in menu["element"]["options"]]
    assert len(labels) == 13
    assert "Sharing power with newer partners" in labels
    assert "I am not sure" in labels[0]
    put_in_place(sent(desk, view, question=QUESTION, practice="none"))
    assert every(desk)[0].practice is None


def test_a_question_is_kept_before_it_is_acknowledged_and_answered_with_thanks(desk: Desk) -> None:
    view = put_in_place(sent(desk, opened(desk), question=QUESTION, credit="Anna <!channel> *A*"))
    assert "withthecoordinators" in seen(view["blocks"])
    (kept,) = every(desk)
    assert (kept.user_id, kept.channel_id, kept.credit) == (ANNA, STRATEGY, "Anna channel A")


def test_somebody_of_another_organisation_may_propose_too(desk: Desk) -> None:
    view = opened(desk, "U0ELSEWHERE")
    assert sent(desk, view, "U0ELSEWHERE", question=QUESTION).status == 200
    assert every(desk)[0].user_id == "U0ELSEWHERE"


def test_the_same_form_sent_twice_is_kept_once(desk: Desk) -> None:
    view = opened(desk)
    first = put_in_place(sent(desk, view, question=QUESTION))
    assert put_in_place(sent(desk, view, question=QUESTION)) == first


def test_what_cannot_be_asked_is_said_kindly_beside_the_box(desk: Desk) -> None:
    answer = json.loads(sent(desk, opened(desk), question="Why do schools never call?").body)
    assert answer["response_action"] == "errors"
    said = answer["errors"]["question"]
    assert said.startswith("Nearly there.")
    assert "For example: " in said
    assert every(desk) == []


@pytest.mark.parametrize(
    "words", [" ", "<!here> hello", FORTY_THOUSAND[:300], *list(NASTY.values())]
)
def test_whatever_is_typed_is_met_with_words_and_no_trouble(desk: Desk, words: str) -> None:
    answer = sent(desk, opened(desk), question=words[:300])
    assert answer.status == 200
    said = json.loads(answer.body)
    assert said["response_action"] in ("errors", "update")
    if "errors" in said:
        assert 0 < len(said["errors"]["question"]) < 700


def test_what_may_be_weighed_is_shown_and_can_be_sent_as_it_is(desk: Desk) -> None:
    words = "What has the MACE taught us about listening?"
    looked = put_in_place(sent(desk, opened(desk), question=words, credit="Anna"))
    assert "MACE" in seen(looked["blocks"])
    assert looked["submit"]["text"] == "Send it as it is"
    again = put_in_place(sent(desk, looked, question=words))
    assert "withthecoordinators" in seen(again["blocks"])


def test_other_words_than_those_that_were_weighed_are_weighed_again(desk: Desk) -> None:
    looked = put_in_place(sent(desk, opened(desk), question="What has the MACE taught us?"))
    again = put_in_place(sent(desk, looked, question="What has the VRU taught us?"))
    assert "VRU" in seen(again["blocks"])
    assert again["submit"]["text"] == "Send it as it is"


def test_words_that_may_identify_somebody_are_shown_back_and_not_kept(desk: Desk) -> None:
    desk.town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    view = put_in_place(sent(desk, opened(desk), question=f"What would {PHONE} ask us?"))
    assert "Nothingwaskeptorsent" in seen(view["blocks"])
    assert view["callback_id"] == forms.FORM


def test_two_members_set_the_next_question_aside_from_the_form(desk: Desk) -> None:
    for user_id, told in ((ANNA, "Noted."), (BRYN, "Setaside:")):
        view = opened(desk, user_id)
        assert "Thenextquestionhere" in seen(view["blocks"])
        (button,) = (
            element
            for block in view["blocks"]
            for element in block.get("elements", ())
            if element.get("action_id") == "aside_ask"
        )
        typed = filled_in(view, "V1", {"practice": "BB1", "question": "Half a question"})
        assert desk.act("aside_ask", user_id, value=button["value"], view=typed) == 200
        again = desk.stub.next()
        assert again.path == "/api/views.update"
        after = shown(again.fields["view"])
        assert told in seen(after["blocks"])
        assert "Half a question" in json.dumps(after)


def proposed(desk: Desk) -> str:
    put_in_place(sent(desk, opened(desk), question=QUESTION))
    return f"{every(desk)[0].id}|1|CU2"


def decided(desk: Desk, action_id: str, user_id: str = COORDINATOR, **given: str) -> dict[str, Any]:
    assert desk.act(action_id, user_id, value=proposed(desk)) == 200
    view = shown(desk.stub.next().fields["view"])
    return put_in_place(sent(desk, view, user_id, view_id="V7", **given))


def test_a_coordinator_accepts_with_the_practice_that_was_proposed(desk: Desk) -> None:
    assert desk.act("proposal_accept", COORDINATOR, value=proposed(desk)) == 200
    view = shown(desk.stub.next().fields["view"])
    (menu,) = (b for b in view["blocks"] if b.get("block_id") == "practice")
    assert menu["element"]["initial_option"]["value"] == "CU2"
    told = put_in_place(sent(desk, view, COORDINATOR, view_id="V7"))
    assert "oneofyourownquestions" in seen(told["blocks"])
    assert every(desk)[0].state is ProposalState.ACCEPTED


@pytest.mark.parametrize(
    ("action_id", "state"),
    [("proposal_change", ProposalState.CHANGE), ("proposal_decline", ProposalState.DECLINED)],
)
def test_a_coordinator_says_what_to_change_or_why_not(
    desk: Desk, action_id: str, state: ProposalState
) -> None:
    decided(desk, action_id, words="We asked something like it in May.")
    with desk.town.store.read() as tx:
        found = proposals.by_form(tx, "V1")
    assert found is not None
    assert (found.state, found.words) == (state, "We asked something like it in May.")


def test_a_member_who_presses_a_coordinators_button_is_told_whose_it_is(desk: Desk) -> None:
    told = decided(desk, "proposal_decline", BRYN, words="No.")
    assert "Onlythispartnership'scoordinators" in seen(told["blocks"])


def test_what_came_back_is_changed_and_sent_again(desk: Desk) -> None:
    decided(desk, "proposal_change", words="Shorter?")
    assert desk.act("proposal_again", ANNA, value=every(desk)[0].id) == 200
    view = shown(desk.stub.next().fields["view"])
    assert QUESTION in json.dumps(view)
    told = put_in_place(sent(desk, view, view_id="V8", question="What do traders know?"))
    assert "withthecoordinators" in seen(told["blocks"])


def test_what_is_settled_or_somebody_elses_is_met_with_a_plain_line(desk: Desk) -> None:
    decided(desk, "proposal_change", words="Shorter?")
    assert desk.act("proposal_again", BRYN, value=every(desk)[0].id) == 200
    assert "settled" in desk.stub.next().fields["text"]


def test_a_button_of_a_partnership_that_is_gone_is_met_with_a_plain_line(desk: Desk) -> None:
    assert desk.act("propose_open", ANNA, value=f"cycle|{A_CYCLE}-gone") == 200
    assert "several partnerships" in desk.stub.next().fields["text"]
