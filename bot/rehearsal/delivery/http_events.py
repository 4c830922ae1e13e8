"""Reaches the app over HTTP: signed requests to its addresses, answered within three seconds."""

import json
import time
from http import HTTPStatus
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout
from slack_sdk.signature import SignatureVerifier

from bot.rehearsal.delivery.transport import ACK_WITHIN_S, Outcome
from bot.rehearsal.world.post_room import Delivery
from bot.rehearsal.world.state import JSON
from bot.rehearsal.world.world import World

# Redirects that are followed: docs.slack.dev/apis/events-api
REDIRECTS_MAX = 2
# What an app has to say back to prove that an address is its own.
CHALLENGE = "rehearsal"


class HttpEvents:
    """One request for each attempt. Lives in the server's event loop."""

    def __init__(self, world: World, ack_within: float = ACK_WITHIN_S) -> None:
        self._world = world
        self._signer = SignatureVerifier(world.app.signing_secret)
        self._session = ClientSession(timeout=ClientTimeout(total=ack_within))

    async def attempt(self, delivery: Delivery, number: int, reason: str) -> Outcome:
        url = self._address(delivery)
        if url is None:
            return Outcome("no_address", no_retry=True)
        kind, body = _encoded(delivery)
        return await self._post(url, kind, body, _retry_headers(delivery, number, reason))

    async def verify(self) -> bool:
        """True when the events address answers the challenge."""
        body = {
            "token": self._world.app.verification_token,
            "challenge": CHALLENGE,
            "type": "url_verification",
        }
        outcome = await self._post(
            self._world.app.events_url or "", "application/json", json.dumps(body), {}
        )
        said = outcome.payload.get("challenge") or outcome.payload.get("text")
        return outcome.acked and said == CHALLENGE

    async def close(self) -> None:
        await self._session.close()

    def _address(self, delivery: Delivery) -> str | None:
        app = self._world.app
        addresses = {
            "events_api": app.events_url,
            "interactive": app.interactivity_url,
            "slash_commands": app.commands_url,
        }
        return addresses[delivery.kind]

    async def _post(self, url: str, kind: str, body: str, headers: dict[str, str]) -> Outcome:
        sent_at = str(int(time.time()))  # noqa: TID251  real time, as the app's clock is
        headers = headers | {
            "Content-Type": kind,
            "X-Slack-Request-Timestamp": sent_at,
            "X-Slack-Signature": self._signer.generate_signature(timestamp=sent_at, body=body)
            or "",
        }
        try:
            async with self._session.post(
                url, data=body.encode(), headers=headers, max_redirects=REDIRECTS_MAX
            ) as answer:
                return _outcome(
                    answer.status, answer.headers.get("x-slack-no-retry"), await answer.text()
                )
        except TimeoutError:
            return Outcome("http_timeout")
        except ClientError:
            return Outcome("connection_failed")


def _outcome(status: int, no_retry: str | None, text: str) -> Outcome:
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Outcome("acked", acked=True, payload=_payload(text))
    return Outcome("http_error", no_retry=no_retry == "1")


def _payload(text: str) -> JSON:
    """What the app said: JSON, or words to show."""
    if not text.strip():
        return {}
    try:
        said = json.loads(text)
    except ValueError:
        return {"text": text}
    return said if isinstance(said, dict) else {}


def _encoded(delivery: Delivery) -> tuple[str, str]:
    """Content type and body: JSON for events, a form for the rest."""
    if delivery.kind == "events_api":
        return "application/json", json.dumps(delivery.payload)
    form = delivery.payload
    if delivery.kind == "interactive":
        form = {"payload": json.dumps(delivery.payload)}
    return "application/x-www-form-urlencoded", urlencode(form)


def _retry_headers(delivery: Delivery, number: int, reason: str) -> dict[str, str]:
    if not (delivery.retryable and number):
        return {}
    known = "connection_failed" if reason == "no_connection" else reason
    return {"x-slack-retry-num": str(number), "x-slack-retry-reason": known}
