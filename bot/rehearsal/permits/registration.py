"""Registers one app in the workspace as its manifest asks. Grants nothing the manifest omits."""

import secrets
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_ALPHABET = string.ascii_uppercase + string.digits


def new_id(prefix: str, length: int = 10) -> str:
    """An id as Slack's look: a letter or two, then capitals and digits."""
    return prefix + "".join(secrets.choice(_ALPHABET) for _ in range(length))


def _bot_token() -> str:
    return f"xoxb-{secrets.randbelow(10**12):012}-{secrets.token_hex(12)}"


def _app_token() -> str:
    return f"xapp-1-{new_id('A')}-{secrets.token_hex(16)}"


@dataclass(frozen=True)
class AppRegistration:
    """What Slack knows of the installed app. Ids and secrets are new for every start."""

    name: str = "Dots"
    scopes: frozenset[str] = frozenset()
    app_scopes: frozenset[str] = frozenset({"connections:write"})
    bot_events: frozenset[str] = frozenset()
    commands: frozenset[str] = frozenset()
    interactivity: bool = True
    home_tab: bool = True
    messages_tab: bool = True
    messages_read_only: bool = False
    socket_mode: bool = True
    events_url: str | None = None
    interactivity_url: str | None = None
    commands_url: str | None = None
    app_id: str = field(default_factory=lambda: new_id("A"))
    bot_user_id: str = field(default_factory=lambda: new_id("U"))
    bot_id: str = field(default_factory=lambda: new_id("B"))
    bot_token: str = field(default_factory=_bot_token, repr=False)
    app_token: str = field(default_factory=_app_token, repr=False)
    signing_secret: str = field(default_factory=lambda: secrets.token_hex(16), repr=False)
    verification_token: str = field(default_factory=lambda: secrets.token_hex(12), repr=False)

    @classmethod
    def from_manifest(cls, manifest: Mapping[str, Any], **overrides: Any) -> "AppRegistration":
        """The registration an app manifest (parsed) leads to; `overrides` are fields of this class.

        Pass `events_url=`, `interactivity_url=`, `commands_url=` in HTTP mode: the manifest's own
        addresses are public ones.
        """
        return cls(**{**_asked_for(manifest), **overrides})


def _asked_for(manifest: Mapping[str, Any]) -> dict[str, Any]:
    features = manifest.get("features", {})
    home = features.get("app_home", {})
    settings = manifest.get("settings", {})
    name = manifest.get("display_information", {}).get("name", "Dots")
    return {
        "name": features.get("bot_user", {}).get("display_name", name),
        "scopes": _scopes(manifest),
        "bot_events": frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
        "commands": frozenset(each["command"] for each in features.get("slash_commands", ())),
        "interactivity": bool(settings.get("interactivity", {}).get("is_enabled", False)),
        "home_tab": bool(home.get("home_tab_enabled", False)),
        "messages_tab": bool(home.get("messages_tab_enabled", False)),
        "messages_read_only": bool(home.get("messages_tab_read_only_enabled", False)),
        "socket_mode": bool(settings.get("socket_mode_enabled", False)),
    }


def _scopes(manifest: Mapping[str, Any]) -> frozenset[str]:
    asked = manifest.get("oauth_config", {}).get("scopes", {})
    return frozenset(asked.get("bot", ())) | frozenset(asked.get("bot_optional", ()))
