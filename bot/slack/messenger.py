"""The Messenger port over the real Web API: renders, posts once, finds by metadata."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.core.messages import FileMessage, Outgoing, ReminderMessage
from bot.core.outbox import is_person
from bot.core.replies import Heard
from bot.slack.speech.dialect import heard
from bot.slack.speech.files import printed
from bot.slack.speech.render import render
from bot.slack.wire.door import knock
from bot.slack.wire.upload import hand_over
from bot.usecases.ports import InDoubtError, NotSentError, Posted, RefusedError

EVENT_TYPE = "dots_message"
"""The metadata type by which we know our own messages again."""

PAGE = 200
"""Messages asked for at once; Slack allows fewer than 1,000."""

ALREADY_GONE = {"message_not_found", "channel_not_found"}


class SlackMessenger:
    """Posts, finds and reads through one bot token."""

    def __init__(self, client: WebClient, bot_user_id: Callable[[], str]) -> None:
        self._client = client
        self._bot_user_id = bot_user_id

    def post(
        self, message: Outgoing, *, outbox_id: str, target: str, thread_ts: str | None
    ) -> Posted:
        """See ports.Messenger."""
        text, blocks = render(message)
        broadcast = {"reply_broadcast": True} if isinstance(message, ReminderMessage) else {}
        answer = knock(
            self._client.chat_postMessage,
            channel=target,
            text=text,
            blocks=blocks,
            thread_ts=thread_ts,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"outbox_id": outbox_id}},
            unfurl_links=False,
            unfurl_media=False,
            **broadcast,
        )
        return Posted(str(answer.get("channel") or target), str(answer["ts"]))

    def find(
        self, outbox_id: str, *, target: str, thread_ts: str | None, since: datetime
    ) -> list[Posted]:
        """See ports.Messenger."""
        channel_id = self._channel(target)
        oldest = f"{since.timestamp():.6f}"
        if thread_ts:
            messages = self._pages(
                self._client.conversations_replies,
                channel=channel_id,
                ts=thread_ts,
                oldest=oldest,
                include_all_metadata=True,
            )
        else:
            messages = self._pages(
                self._client.conversations_history,
                channel=channel_id,
                oldest=oldest,
                include_all_metadata=True,
            )
        ours = {each["ts"] for each in messages if _outbox_id(each) == outbox_id}
        return [Posted(channel_id, ts) for ts in sorted(ours, key=float)]

    def upload(self, file: FileMessage) -> str:
        """See ports.Messenger."""
        return hand_over(self._client, file.file_name, printed(file), file.alt)

    def share(self, file_id: str, file: FileMessage, *, target: str, thread_ts: str) -> None:
        """See ports.Messenger."""
        knock(
            self._client.files_completeUploadExternal,
            files=[{"id": file_id, "title": file.title}],
            channel_id=target,
            thread_ts=thread_ts,
        )

    def find_file(
        self, file_id: str, *, target: str, thread_ts: str, since: datetime
    ) -> list[Posted]:
        """See ports.Messenger."""
        messages = self._pages(
            self._client.conversations_replies,
            channel=target,
            ts=thread_ts,
            oldest=f"{since.timestamp():.6f}",
        )
        shown = {each["ts"] for each in messages if file_id in _file_ids(each)}
        return [Posted(target, ts) for ts in sorted(shown, key=float)]

    def update(self, message: Outgoing, *, channel_id: str, ts: str) -> None:
        """See ports.Messenger."""
        text, blocks = render(message)
        knock(self._client.chat_update, channel=channel_id, ts=ts, text=text, blocks=blocks)

    def delete(self, *, channel_id: str, ts: str) -> None:
        """See ports.Messenger."""
        try:
            knock(self._client.chat_delete, channel=channel_id, ts=ts)
        except RefusedError as error:
            if error.reason not in ALREADY_GONE:
                raise

    def whisper(
        self, message: Outgoing, *, channel_id: str, user_id: str, thread_ts: str | None
    ) -> None:
        """See ports.Messenger."""
        text, blocks = render(message)
        knock(
            self._client.chat_postEphemeral,
            channel=channel_id,
            user=user_id,
            text=text,
            blocks=blocks,
            thread_ts=thread_ts,
        )

    def group(self, group_id: str) -> list[str]:
        """See ports.Messenger."""
        answer = knock(self._client.usergroups_users_list, usergroup=group_id)
        return [str(each) for each in answer.get("users") or []]

    def thread(self, channel_id: str, thread_ts: str) -> list[Heard]:
        """See ports.Messenger."""
        messages = self._pages(self._client.conversations_replies, channel=channel_id, ts=thread_ts)
        own = self._bot_user_id()
        found = (heard(each, channel_id, own) for each in messages)
        return [each for each in found if each is not None]

    def members(self, channel_id: str) -> list[str]:
        """See ports.Messenger."""
        pages = self._pages(self._client.conversations_members, part="members", channel=channel_id)
        return [str(each) for each in pages]

    def permalink(self, channel_id: str, ts: str) -> str | None:
        """See ports.Messenger."""
        try:
            answer = knock(self._client.chat_getPermalink, channel=channel_id, message_ts=ts)
        except RefusedError:
            return None
        except NotSentError as error:
            if error.needs_person:
                return None  # the message can do without
            raise
        except InDoubtError as error:
            raise NotSentError(error.reason) from None  # asking changes nothing: ask again
        return str(answer["permalink"])

    def _channel(self, target: str) -> str:
        """A person's direct message channel; a channel is itself."""
        if not is_person(target):
            return target
        answer = knock(self._client.conversations_open, users=target)
        return str(answer["channel"]["id"])

    def _pages(
        self, method: Callable[..., SlackResponse], part: str = "messages", **arguments: Any
    ) -> Iterator[Any]:
        """Everything in one part of a method's answers, page after page."""
        cursor = ""
        while True:
            page = knock(method, limit=PAGE, cursor=cursor or None, **arguments)
            yield from page.get(part, [])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return


def _file_ids(message: dict[str, Any]) -> list[str]:
    return [str(each.get("id")) for each in message.get("files") or []]


def _outbox_id(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    return (metadata.get("event_payload") or {}).get("outbox_id")
