"""Learning who we are: a wrong token is said at once, an unreachable Slack is waited for."""

import logging

import pytest

from bot.slack.wire.door import web_client
from bot.slack.wire.identity import Identity, Known, WrongTokenError, identify
from tests.slack.line import RESET, Does, Line, line, page, says

TOKEN = "xoxb-not-a-token"
US = says({"ok": True, "team_id": "T0ANYTOWN", "user_id": "U0DOTSBOT", "bot_id": "B0DOTSBOT"})
BROKEN = page(b"<html></html>", "502 Bad Gateway")


class Waits:
    """Keeps how long it was asked to wait; says stop after so many times."""

    def __init__(self, stop_after: int = 1000) -> None:
        self.seconds: list[float] = []
        self._stop_after = stop_after

    def __call__(self, seconds: float) -> bool:
        self.seconds.append(seconds)
        return len(self.seconds) >= self._stop_after


def ask(at: Line, waits: Waits) -> Identity | None:
    return identify(web_client(TOKEN, at.url), waits)


def test_slack_says_who_we_are() -> None:
    waits = Waits()
    with line(US) as at:
        assert ask(at, waits) == Identity("T0ANYTOWN", "U0DOTSBOT", "B0DOTSBOT")
    assert [call.method for call in at.calls] == ["auth.test"]
    assert waits.seconds == []


@pytest.mark.parametrize(
    "error", ["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"]
)
def test_a_wrong_token_is_said_at_once_with_what_to_do_about_it(
    error: str, caplog: pytest.LogCaptureFixture
) -> None:
    waits = Waits()
    with line(says({"ok": False, "error": error})) as at, pytest.raises(WrongTokenError) as caught:
        ask(at, waits)
    assert len(at.calls) == 1
    assert waits.seconds == []
    words = str(caught.value)
    assert error in words
    assert "xoxb-" in words
    assert "Nothing was sent" in words
    assert TOKEN not in words + caplog.text


@pytest.mark.parametrize(
    "trouble",
    [RESET, BROKEN, says({"ok": False, "error": "internal_error"}), says({"ok": False})],
    ids=["reset", "gateway", "internal error", "nothing said"],
)
def test_a_slack_that_does_not_answer_is_asked_again(trouble: Does) -> None:
    waits = Waits()
    with line(trouble, trouble, US) as at:
        assert ask(at, waits) == Identity("T0ANYTOWN", "U0DOTSBOT", "B0DOTSBOT")
    assert len(at.calls) == 3
    assert waits.seconds == [1, 2]


def test_the_waits_grow_to_half_a_minute_and_stay_there() -> None:
    waits = Waits(stop_after=8)
    with line(BROKEN) as at:
        assert ask(at, waits) is None
    assert waits.seconds == [1, 2, 5, 10, 30, 30, 30, 30]
    assert len(at.calls) == 8


def test_it_stops_when_asked_to() -> None:
    waits = Waits(stop_after=1)
    with line(RESET) as at:
        assert ask(at, waits) is None
    assert len(at.calls) == 1


def test_waiting_is_logged_without_the_token_and_without_a_page(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG, logger="bot"), line(BROKEN, RESET) as at:
        ask(at, Waits(stop_after=2))
    ours = [each.getMessage() for each in caplog.records if each.name.startswith("bot")]
    assert ours == [
        "Slack does not answer yet: status 502",
        "Slack does not answer yet: connection lost",
    ]


def test_nobody_is_known_until_slack_has_said_so() -> None:
    known = Known()
    assert (known(), known.bot_user_id) == (None, "")
    us = Identity("T0ANYTOWN", "U0DOTSBOT", "B0DOTSBOT")
    known.learn(us)
    assert (known(), known.bot_user_id) == (us, "U0DOTSBOT")
