"""Answers blocks.validate: what is wrong with blocks, a view or a message, without posting."""

from bot.rehearsal.block_kit.check import faults_in
from bot.rehearsal.block_kit.views import view_faults
from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.world.state import JSON
from bot.rehearsal.world.world import World


def validate(_world: World, args: Arguments) -> JSON:
    """Raises invalid_blocks with every fault; answers ok when there is none."""
    faults = _faults(args)
    if faults:
        raise ApiRefusalError("invalid_blocks", messages=faults, errors=faults)
    return {}


def _faults(args: Arguments) -> list[str]:
    if args.has("view"):
        return view_faults(args.structure("view"))
    message = args.structure("message") or {}
    blocks = args.structure("blocks") or message.get("blocks")
    return faults_in(blocks, "message", "/blocks")
