"""Sends signed message events to an app over kept-open connections, and times the answers.

Makes no judgement: gives back what happened to each event.
"""

import asyncio
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from slack_sdk.signature import SignatureVerifier

from bot.slack.wire.web import EVENTS_PATH

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Answered(NamedTuple):
    """One event: how long its answer took in seconds, counted from when it was due."""

    seconds: float
    status: int


@dataclass
class Target:
    """An app that listens on a port, and the threads in which people reply to it."""

    pid: int
    port: int
    signing_secret: str
    threads: list[tuple[str, str]]
    users: tuple[str, ...]
    said: tuple[str, ...] = ("we could meet more often",)
    acked: int = 0
    _numbers: Iterator[int] = field(default_factory=count)

    def flat_out(self, connections: int, seconds: float) -> list[Answered]:
        """Each connection sends its next event as soon as it has an answer."""
        return asyncio.run(self._flat_out(connections, seconds))

    def at_rate(self, connections: int, seconds: float, rate: float) -> list[Answered]:
        """Events are due at an even `rate` a second, whether or not answers keep up."""
        return asyncio.run(self._at_rate(connections, seconds, rate))

    async def _flat_out(self, connections: int, seconds: float) -> list[Answered]:
        ends_at = time.perf_counter() + seconds

        async def keep_sending() -> list[Answered]:
            answered = []
            streams = await asyncio.open_connection("127.0.0.1", self.port)
            while (began := time.perf_counter()) < ends_at:
                status = await self._send(streams)
                answered.append(Answered(time.perf_counter() - began, status))
            streams[1].close()
            return answered

        return _flat(await asyncio.gather(*(keep_sending() for _ in range(connections))))

    async def _at_rate(self, connections: int, seconds: float, rate: float) -> list[Answered]:
        began = time.perf_counter()
        due = iter([began + number / rate for number in range(int(rate * seconds))])

        async def take_turns() -> list[Answered]:
            answered = []
            streams = await asyncio.open_connection("127.0.0.1", self.port)
            for due_at in due:
                await asyncio.sleep(max(0.0, due_at - time.perf_counter()))
                status = await self._send(streams)
                answered.append(Answered(time.perf_counter() - due_at, status))
            streams[1].close()
            return answered

        return _flat(await asyncio.gather(*(take_turns() for _ in range(connections))))

    async def _send(self, streams: Streams) -> int:
        reader, writer = streams
        writer.write(self._request())
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        await reader.readexactly(int(head.partition("content-length:")[2].split()[0]))
        status = int(head.split()[1])
        self.acked += status == 200
        return status

    def _request(self) -> bytes:
        number = next(self._numbers)
        body = json.dumps(self._event(number))
        sent_at = str(int(time.time()))
        signature = SignatureVerifier(self.signing_secret).generate_signature(
            timestamp=sent_at, body=body
        )
        return (
            f"POST {EVENTS_PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nX-Slack-Request-Timestamp: {sent_at}\r\n"
            f"X-Slack-Signature: {signature}\r\n\r\n{body}"
        ).encode()

    def _event(self, number: int) -> dict[str, object]:
        """A reply in a prompt's thread, of the size that Slack's have (about 1 KB)."""
        channel, thread_ts = self.threads[number % len(self.threads)]
        ts = f"{int(float(thread_ts)) + 1 + number // 1_000_000}.{number % 1_000_000:06}"
        words = f"Answer {number}: {self.said[number % len(self.said)]}"
        leaf = {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}
        user = self.users[number % len(self.users)]
        event = {
            "type": "message",
            "user": user,
            "ts": ts,
            "client_msg_id": f"11111111-2222-3333-4444-{number:012}",
            "text": words,
            "team": "T0HOME00001",
            "thread_ts": thread_ts,
            "parent_user_id": "U0DOTSBOT01",
            "blocks": [{"type": "rich_text", "block_id": "b1", "elements": [leaf]}],
            "channel": channel,
            "event_ts": ts,
            "channel_type": "channel",
        }
        who = {"team_id": "T0HOME00001", "user_id": "U0DOTSBOT01", "is_bot": True}
        return {
            "token": "invented",
            "team_id": "T0HOME00001",
            "api_app_id": "A0DOTS00001",
            "event": event,
            "type": "event_callback",
            "event_id": f"Ev{number:010}",
            "event_time": int(float(ts)),
            "authorizations": [{"enterprise_id": None, **who, "is_enterprise_install": False}],
            "is_ext_shared_channel": False,
            "event_context": f"4-{number:040}",
        }


def _flat(lists: list[list[Answered]]) -> list[Answered]:
    return [each for some in lists for each in some]
