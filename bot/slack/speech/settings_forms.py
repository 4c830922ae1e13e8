"""The fields in which a partnership's settings are changed: channels, roles, numbers."""

from datetime import date

from bot.core.partnership import Partnership
from bot.core.places import is_group
from bot.core.sentences import desk as say
from bot.core.sentences import setup as say_setup
from bot.core.steering.people import WAYS
from bot.core.words import listed
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.slack.speech.setup_forms import MOST_CHANNELS


def channels(partnership: Partnership) -> list[Block]:
    """Where members are asked, and the word that confirms a name like a case panel's."""
    asked = [each.id for each in partnership.channels]
    label, hint = say_setup.field("strategic"), say_setup.field("strategic-hint")
    return [
        inputs.places("channels", say_setup.field("channels"), asked, most=MOST_CHANNELS),
        inputs.words("strategic", label, optional=True, longest=40, hint=hint),
    ]


def roles(partnership: Partnership) -> list[Block]:
    """Who has which role. A form can name people only: user groups stay as they are."""
    named = partnership.coordinators
    everybody = (*named.people, *named.deputies, *named.readers)
    groups = listed(list(dict.fromkeys(filter(is_group, everybody))))
    return [
        *(kit.section(say.groups_stay(groups)) if groups else []),
        _people("people", named.people, optional=any(map(is_group, named.people))),
        _people("deputies", named.deputies, optional=True),
        _people("readers", named.readers, optional=True),
        inputs.ticks(
            "ways",
            say.field("ways"),
            [(way, say.field(way)) for way in WAYS],
            [way for way in WAYS if getattr(named, way)],
        ),
    ]


def _people(name: str, ids: tuple[str, ...], *, optional: bool) -> Block:
    chosen = [each for each in ids if not is_group(each)]
    return inputs.people(name, say.field(name), chosen, optional=optional)


def numbers(partnership: Partnership, today: date) -> list[Block]:
    """The safeguarding numbers, and the day on which they were checked."""
    given = partnership.safeguarding
    return [
        inputs.words("front_door", say.field("front_door"), initial=given.front_door, longest=40),
        inputs.words(
            "out_of_hours", say.field("out_of_hours"), initial=given.out_of_hours, longest=40
        ),
        inputs.words("lado", say.field("lado"), initial=given.lado, longest=40),
        inputs.day("on", say.field("checked_on"), today),
    ]
