"""A coordinator asks an author and the author answers, as Slack brings it."""

import json
from datetime import timedelta
from typing import Any

from bot.core.guard.finding import Detector
from bot.slack.speech import author_forms as forms
from tests.slack.desk import TEAM, Answered, Desk
from tests.slack.test_answering import put_in_place, says, shown
from tests.usecases.answering.privately import PHONE, asked, kept, notices, question, send
from tests.usecases.anytown import COORDINATOR

ANNA = "U0ANNA"


def sent(desk: Desk, view: dict[str, Any], user_id: str, words: str) -> Answered:
    entry = {"type": "plain_text_input", "value": words}
    values = {"words": {"value": entry}}
    body = {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": user_id},
        "view": view | {"id": "V1", "state": {"values": values}},
    }
    return desk.form({"payload": json.dumps(body)})


def opened(desk: Desk, action_id: str, user_id: str, value: str) -> dict[str, Any]:
    assert desk.act(action_id, user_id, value=value) == 200
    called = desk.stub.next()
    assert called.path == "/api/views.open"
    return shown(called.fields["view"])


def brought(desk: Desk) -> str:
    """Anna answered privately and was asked about it; returns the name of what she was brought."""
    send(desk.town, ANNA, "The words of the reply.")
    asked(desk.town, "What would help?")
    desk.town.go_to(desk.town.now + timedelta(minutes=1))
    return question(desk.town, ANNA).name


def test_a_coordinator_asks_from_a_button(desk: Desk) -> None:
    send(desk.town, ANNA, "The words of the reply.")
    view = opened(desk, "ask_author", COORDINATOR, kept(desk.town)[0].reply_id)
    told = put_in_place(sent(desk, view, COORDINATOR, "What would help?"))
    assert "Sentonitsway" in says(told)


def test_somebody_else_is_refused_and_keeps_their_words(desk: Desk) -> None:
    send(desk.town, ANNA, "The words of the reply.")
    view = opened(desk, "ask_author", "U0BRYN", kept(desk.town)[0].reply_id)
    told = put_in_place(sent(desk, view, "U0BRYN", "Who are you?"))
    assert "Onlythispartnership'scoordinators" in says(told)
    assert "Whoareyou?" in says(told)


def test_the_author_reads_their_own_words_and_the_question_and_answers(desk: Desk) -> None:
    view = opened(desk, "author_question", ANNA, brought(desk))
    assert "Thewordsofthereply." in says(view)
    assert "Whatwouldhelp?" in says(view)
    told = put_in_place(sent(desk, view, ANNA, "More time."))
    assert "Thecoordinatorsgetyouranswer" in says(told)
    desk.act("author_question", ANNA, value=question(desk.town, ANNA).name)
    assert "You have answered this" in desk.stub.next().fields["text"]


def test_an_answer_in_which_something_is_noticed_waits_for_its_author(desk: Desk) -> None:
    desk.town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    view = opened(desk, "author_question", ANNA, brought(desk))
    looked = put_in_place(sent(desk, view, ANNA, PHONE))
    assert "Itlookslikeatelephonenumber" in says(looked)
    state = {"values": {"words": {"value": {"type": "plain_text_input", "value": PHONE}}}}
    pressed = looked | {"id": "V1", "state": state}
    assert desk.act(forms.ANSWER_AS_IT_IS, ANNA, value="x", view=pressed) == 200
    called = desk.stub.next()
    assert called.path == "/api/views.update"
    assert "Thecoordinatorsgetyouranswer" in says(shown(called.fields["view"]))


def test_an_empty_answer_or_question_is_said_beside_its_box(desk: Desk) -> None:
    for view in (opened(desk, "author_question", ANNA, brought(desk)), forms.ask_view("private/x")):
        answer = sent(desk, view, ANNA, " ")
        assert "words" in json.loads(answer.body)["errors"]


def test_a_question_that_is_not_theirs_is_met_with_a_plain_line(desk: Desk) -> None:
    name = brought(desk)
    desk.act("author_question", "U0BRYN", value=name)
    assert "can no longer be answered" in desk.stub.next().fields["text"]
