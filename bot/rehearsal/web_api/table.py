"""Names every Web API method that the workspace answers: its function, tier, caller and scope."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.rehearsal.permits.rates import Tier
from bot.rehearsal.web_api.given import block_checks
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.web_api.methods import (
    chat,
    connections,
    conversations,
    files,
    identities,
    reactions,
    views,
)
from bot.rehearsal.world.state import JSON
from bot.rehearsal.world.world import World


@dataclass(frozen=True)
class Method:
    """`scopes`: one of them is needed; where the channel decides, the function asks itself."""

    run: Callable[[World, Arguments], JSON]
    tier: Tier
    scopes: tuple[str, ...] = ()
    caller: Literal["bot", "app", "none"] = "bot"


_WRITE = ("chat:write",)
_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_PEOPLE = ("users:read",)
_FILES = ("files:write",)

# Tiers: the table in slackapi/java-slack-sdk, MethodsRateLimits.java.
METHODS: dict[str, Method] = {
    "api.test": Method(identities.api_test, Tier.FOUR, caller="none"),
    "auth.test": Method(identities.auth_test, Tier.HUNDREDS),
    "apps.connections.open": Method(
        connections.open_connection, Tier.ONE, ("connections:write",), caller="app"
    ),
    "blocks.validate": Method(block_checks.validate, Tier.FOUR, caller="none"),
    "bots.info": Method(identities.bot_info, Tier.THREE, _PEOPLE),
    "chat.delete": Method(chat.delete, Tier.THREE, _WRITE),
    "chat.getPermalink": Method(chat.get_permalink, Tier.HUNDREDS),
    "chat.postEphemeral": Method(chat.post_ephemeral, Tier.FOUR, _WRITE),
    "chat.postMessage": Method(chat.post_message, Tier.POSTING, _WRITE),
    "chat.update": Method(chat.update, Tier.THREE, _WRITE),
    "conversations.history": Method(conversations.history, Tier.THREE, _HISTORY),
    "conversations.info": Method(conversations.info, Tier.THREE, _READ),
    "conversations.join": Method(conversations.join, Tier.THREE, ("channels:join",)),
    "conversations.list": Method(conversations.list_all, Tier.TWO, _READ),
    "conversations.members": Method(conversations.members, Tier.FOUR, _READ),
    "conversations.open": Method(conversations.open_direct, Tier.THREE, ("im:write",)),
    "conversations.replies": Method(conversations.replies, Tier.THREE, _HISTORY),
    "files.completeUploadExternal": Method(files.complete_upload, Tier.FOUR, _FILES),
    "files.getUploadURLExternal": Method(files.get_upload_url, Tier.FOUR, _FILES),
    "files.info": Method(files.info, Tier.FOUR, ("files:read",)),
    "reactions.add": Method(reactions.add, Tier.THREE, ("reactions:write",)),
    "reactions.get": Method(reactions.get, Tier.THREE, ("reactions:read",)),
    "reactions.remove": Method(reactions.remove, Tier.TWO, ("reactions:write",)),
    "team.info": Method(identities.team_info, Tier.THREE, ("team:read",)),
    "usergroups.users.list": Method(identities.group_users, Tier.TWO, ("usergroups:read",)),
    "users.conversations": Method(conversations.of_user, Tier.TWO, _READ),
    "users.info": Method(identities.user_info, Tier.FOUR, _PEOPLE),
    "users.list": Method(identities.user_list, Tier.TWO, _PEOPLE),
    "views.open": Method(views.open_view, Tier.FOUR),
    "views.publish": Method(views.publish, Tier.FOUR),
    "views.push": Method(views.push, Tier.FOUR),
    "views.update": Method(views.update, Tier.FOUR),
}
