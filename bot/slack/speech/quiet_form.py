"""The form of Not now, and what stands in its place once it was sent."""

from datetime import date

from bot.core.sentences import quiet as say
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block

NOT_NOW = "not_now_form"


def not_now_view(occurrence_id: str, until_on: date | None) -> Block:
    """Until when somebody wants to be left in peace; `until_on` is what they chose before."""
    blocks = kit.section(say.not_now_intro())
    if until_on is not None:
        blocks += kit.section(say.already(until_on), bold=True)
        blocks.append(kit.actions(kit.button("End it now", "not_now_end", occurrence_id)))
    blocks += [
        inputs.day("until", say.until_label(), until_on),
        inputs.ticks("remind", "And then", [say.REMIND]),
    ]
    return inputs.modal(NOT_NOW, "Not now", blocks, submit="Save", metadata=occurrence_id)


def told_view(line: str) -> Block:
    """What became of it."""
    return inputs.modal("told", "Not now", kit.section(line))
