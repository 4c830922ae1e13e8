"""Answers apps.connections.open: a web socket address with a ticket that opens it once."""

from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.world.state import JSON
from bot.rehearsal.world.world import World


def open_connection(world: World, _args: Arguments) -> JSON:
    ticket = world.tickets.issue()
    address = world.base_url.replace("http", "ws", 1)
    return {"url": f"{address}/link/?ticket={ticket}&app_id={world.app.app_id}"}
