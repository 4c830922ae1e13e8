"""Settings from the environment and `.env`, typed. Read once, by the wiring only."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

SLACK_API = "https://slack.com/api/"


HTTP_PORT = 3000
"""Where Slack's events are taken in HTTP mode unless DOTS_HTTP_PORT says otherwise."""


def _folder(name: str) -> Path:
    """The folder here, else the one that came with the package or the checkout."""
    package = Path(__file__).parent
    here, shipped = Path(name), package / "shipped" / name
    return next((each for each in (here, shipped) if each.is_dir()), package.parent / name)


def _address(given: str) -> str:
    if given and not re.fullmatch(r"https?://[^\s?#]+", given):
        raise PydanticCustomError("address", "Expected an address such as https://dots.example.org")
    return given


class Settings(BaseSettings):
    """Names are those of the environment variables, in any case. Secrets never print."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    slack_bot_token: SecretStr = SecretStr("")
    slack_app_token: SecretStr = SecretStr("")
    slack_signing_secret: SecretStr = SecretStr("")
    slack_api_url: str = SLACK_API
    dots_mode: Literal["socket", "http"] = "socket"
    dots_database_url: str = "sqlite:///dots.sqlite3"
    dots_prompts: Path = Field(default_factory=lambda: _folder("prompts"))
    dots_schedules: Path = Path("schedules")
    dots_http_host: str = "127.0.0.1"
    dots_http_port: int | None = Field(default=None, ge=0, le=65535)
    dots_public_url: Annotated[str, AfterValidator(_address)] = ""
    dots_log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def web_port(self) -> int | None:
        """Where to listen: in Socket Mode only if asked to, for health; in HTTP mode always."""
        if self.dots_mode == "http" and self.dots_http_port is None:
            return HTTP_PORT
        return self.dots_http_port

    def missing(self) -> tuple[str, ...]:
        """The variables that `dots run` needs in this mode and that are empty."""
        second = (
            ("SLACK_APP_TOKEN", self.slack_app_token)
            if self.dots_mode == "socket"
            else ("SLACK_SIGNING_SECRET", self.slack_signing_secret)
        )
        needed = (("SLACK_BOT_TOKEN", self.slack_bot_token), second)
        return tuple(name for name, value in needed if not value.get_secret_value())
