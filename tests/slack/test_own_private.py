"""What somebody answered privately is on their own pages, with the way back to it, and a
coordinator's page leads to the list: neither before, nor to anybody else."""

import json
from datetime import timedelta

from bot.core.sentences import private as say
from bot.store.answering import keys
from tests.slack.desk import Desk
from tests.slack.test_answering import shown
from tests.slack.test_pressing import opened
from tests.usecases.answering.privately import send, take_back
from tests.usecases.anytown import COORDINATOR, CYCLE, FIRST

ANNA, BRYN = "U0ANNA", "U0BRYN"


def pages(desk: Desk, user_id: str) -> list[str]:
    """The home page, *Who sees this?* and `/dots privacy` of one person."""
    home = json.dumps(opened(desk, user_id))
    desk.act("who_sees", user_id, value=FIRST.id)
    who_sees = json.dumps(desk.stub.next().fields)
    desk.command("privacy", user_id)
    return [home, who_sees, json.dumps(desk.stub.next().fields)]


def test_ones_own_private_reply_can_be_reached_from_ones_own_pages_only(desk: Desk) -> None:
    send(desk.town, ANNA, "In confidence.")
    for page in pages(desk, ANNA):
        assert say.READ_OR_CHANGE in page
        assert "You have not answered" not in page
        assert "In confidence." not in page
    for other in (BRYN, COORDINATOR):
        assert not any(say.READ_OR_CHANGE in page for page in pages(desk, other))


def test_the_way_back_is_gone_with_the_reply_and_with_the_key(desk: Desk) -> None:
    send(desk.town, ANNA, "In confidence.")
    take_back(desk.town, ANNA)
    assert not any(say.READ_OR_CHANGE in page for page in pages(desk, ANNA))
    send(desk.town, ANNA, "In confidence.")
    with desk.town.store.write() as tx:
        keys.erase_keys(tx, [CYCLE])
    assert not any(say.READ_OR_CHANGE in page for page in pages(desk, ANNA))


def test_on_a_home_page_the_form_opens_and_so_does_what_is_said_instead(desk: Desk) -> None:
    send(desk.town, ANNA, "In confidence.")
    assert desk.act("answer_privately", ANNA, home=True, value=FIRST.id) == 200
    assert "In confidence." in json.dumps(shown(desk.stub.next().fields["view"]))
    assert desk.act("answer_privately", ANNA, home=True, value="unknown") == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.open"
    assert "no longer" in json.dumps(shown(asked.fields["view"]))


def test_a_coordinators_page_counts_and_leads_to_them_from_the_next_morning_on(desk: Desk) -> None:
    desk.town.answered_by(BRYN)
    send(desk.town, ANNA, "In confidence.")
    today = json.dumps(opened(desk, COORDINATOR))
    assert "One answer so far" in today
    assert "private_read" not in today
    desk.town.go_to(desk.town.now + timedelta(days=1))
    tomorrow = json.dumps(opened(desk, COORDINATOR))
    assert "Two answers so far" in tomorrow or "2 answers so far" in tomorrow
    assert "private_read" in tomorrow
    assert "private_read" not in json.dumps(opened(desk, BRYN))
