"""The app's manifest: what Slack is asked to allow, for Socket Mode and for HTTP."""

from typing import Any

from bot.slack.wire.web import EVENTS_PATH

SCOPES = {
    "channels:history": "read the threads of prompts in public channels",
    "channels:read": "check that the channels exist and that Dots is in them",
    "chat:write": "post prompts, drafts and digests",
    "commands": "/dots",
    "files:read": "read the board's calendar, where somebody hands one over",
    "files:write": "put the paper of a digest, and files that are asked for, in threads",
    "groups:history": "read the threads of prompts in private channels",
    "groups:read": "check private channels in the same way",
    "im:history": "look up whether a private line has arrived",
    "im:write": "open the conversation for a private line",
    "usergroups:read": "know who coordinates, where a user group was named",
}
"""Every scope and why it is needed. A test holds it against the methods that are called."""

EVENTS = (
    "app_home_opened",
    "app_uninstalled",
    "channel_archive",
    "channel_deleted",
    "channel_id_changed",
    "channel_left",
    "group_archive",
    "group_deleted",
    "group_left",
    "member_joined_channel",
    "member_left_channel",
    "message.channels",
    "message.groups",
    "subteam_members_changed",
    "tokens_revoked",
)


def manifest(public_url: str | None = None) -> dict[str, Any]:
    """The manifest as Slack takes it. With `public_url`, the HTTP variant; else Socket Mode."""
    url = f"{public_url.rstrip('/')}{EVENTS_PATH}" if public_url else None
    at_url = {"request_url": url} if url else {}
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Dots",
            "description": "Curiosity prompts for safeguarding partnerships, ahead of each board.",
            "background_color": "#1d3c45",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "Dots", "always_online": True},
            "slash_commands": [
                {
                    "command": "/dots",
                    "description": "What comes next, and who sees your answers",
                    "usage_hint": "next | propose | privacy | help",
                    "should_escape": True,
                    **({"url": url} if url else {}),
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**at_url, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **at_url},
            "org_deploy_enabled": False,
            "socket_mode_enabled": url is None,
            "token_rotation_enabled": False,
        },
    }
