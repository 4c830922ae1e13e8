"""What replaces a view that is on its way to the screen comes after it, however slow that is."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import TRIES, Opening

VIEW = {"type": "modal"}


class Slow(WebClient):
    """A Slack that shows the view with that name after so many looks."""

    def __init__(self, after: int, error: str = "not_found") -> None:
        super().__init__("xoxb-not-a-token")
        self.after, self.error = after, error
        self.asked: list[dict[str, Any]] = []

    def views_update(self, **asked: Any) -> Any:
        self.asked.append(asked)
        if "external_id" in asked and len(self.asked) <= self.after:
            raise SlackApiError("no", {"error": self.error})
        return {"ok": True}


@pytest.mark.parametrize("after", [0, 1, TRIES - 1])
def test_it_is_replaced_as_soon_as_it_is_there(after: int) -> None:
    client, waits = Slow(after), list[float]()
    Opening(client, Answers(), waits.append).replace_waiting("name", "V1", VIEW)
    assert [set(each) for each in client.asked] == [{"external_id", "view"}] * (after + 1)
    assert len(waits) == after


def test_one_that_never_has_its_name_is_replaced_by_its_id() -> None:
    client = Slow(TRIES)
    Opening(client, Answers(), lambda _: None).replace_waiting("name", "V1", VIEW)
    assert client.asked[-1] == {"view_id": "V1", "view": VIEW}
    assert len(client.asked) == TRIES + 1


def test_another_refusal_is_not_tried_again() -> None:
    client = Slow(1, "invalid_auth")
    with pytest.raises(SlackApiError):
        Opening(client, Answers(), lambda _: None).replace_waiting("name", "V1", VIEW)
    assert len(client.asked) == 1
