"""A workspace on this machine that speaks Slack's protocol. The app cannot tell it from Slack."""

from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.director import Director, Upcoming
from bot.rehearsal.refusals import PersonRefusalError
from bot.rehearsal.registration import AppRegistration
from bot.rehearsal.server import RehearsalServer
from bot.rehearsal.state import Channel, Person, Team
from bot.rehearsal.workspace import Workspace

__all__ = [
    "AppRegistration",
    "Channel",
    "Director",
    "Person",
    "PersonRefusalError",
    "RehearsalClock",
    "RehearsalServer",
    "Team",
    "Upcoming",
    "Workspace",
]
