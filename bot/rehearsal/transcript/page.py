"""Lays a whole rehearsal out as one accessible, self-contained page: no script, nothing fetched.

For those who must judge what the app does with people's words; saves no file itself.
"""

from datetime import tzinfo
from html import escape

from bot.rehearsal.transcript.blocks import blocks_html
from bot.rehearsal.transcript.messages import Writer
from bot.rehearsal.transcript.style import STYLE
from bot.rehearsal.transcript.words import Html
from bot.rehearsal.world.state import Channel
from bot.rehearsal.world.world import World

# Nothing but this page's own style may load: not even a picture that somebody linked to.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def transcript_html(world: World, zone: tzinfo) -> str:
    """Everything that stands in the workspace now, with times in `zone`. A whole HTML document."""
    with world.lock:
        writer = Writer(world, zone)
        title = escape(f"Transcript of a rehearsal: {world.team.name}")
        sections = [_section(world, writer, each) for each in world.state.channels.values()]
        homes = _homes(world, writer)
        return (
            '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
            f"<title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n"
            f"<body>\n<main>\n<h1>{title}</h1>\n{_preface(world, writer)}\n{_contents(world)}\n"
            + "\n".join([*sections, *homes])
            + "\n</main>\n</body>\n</html>\n"
        )


def _preface(world: World, writer: Writer) -> Html:
    now = writer.time(world.clock.now())
    return (
        f"<p>Everything that stood in this rehearsal on {now}: every channel, thread and direct "
        "message, and the lines that one person alone could see. The people and their words are "
        "invented, unless somebody typed here.</p>\n"
        "<p>Edited messages show their last words, and say so. Deleted messages are gone; where "
        "a thread hung on one, a line is left in its place.</p>"
    )


def _contents(world: World) -> Html:
    items = "\n".join(
        f'<li><a href="#{escape(each.id)}">{_heading(world, each)}</a></li>'
        for each in world.state.channels.values()
    )
    return f'<nav aria-label="Conversations">\n<ul>\n{items}\n</ul>\n</nav>' if items else ""


def _section(world: World, writer: Writer, channel: Channel) -> Html:
    name, heading = escape(channel.id), _heading(world, channel)
    return (
        f'<section aria-labelledby="{name}">\n<h2 id="{name}">{heading}</h2>\n'
        f"{_about(writer, channel)}\n{writer.conversation(channel)}\n</section>"
    )


def _heading(world: World, channel: Channel) -> Html:
    if not channel.is_im:
        return escape(f"#{channel.name}")
    others = [each for each in channel.members if each != world.app.bot_user_id]
    people = [person.name for each in others if (person := world.person(each))]
    return escape(f"Direct messages: {world.app.name} and {', '.join(people)}")


def _about(writer: Writer, channel: Channel) -> Html:
    if channel.is_im:
        return "<p>Only visible to these two.</p>"
    kinds = [
        "private" if channel.is_private else "public",
        *(["shared with other organisations"] if channel.is_ext_shared else []),
        *(["archived"] if channel.is_archived else []),
    ]
    members = ", ".join(writer.names.person(each) for each in channel.members)
    purpose = f"{channel.purpose}. " if channel.purpose else ""
    about = f"{purpose}This channel is {' and '.join(kinds)}. Members: {members or 'nobody'}."
    return f"<p>{escape(about)}</p>"


def _homes(world: World, writer: Writer) -> list[Html]:
    """The app's own page, as each person last saw it."""
    shown = [
        f"<article>\n<h3>Only visible to {escape(writer.names.person(user))}</h3>\n"
        f"{blocks_html(view.content['blocks'], writer.names)}\n</article>"
        for user, view in world.state.homes.items()
    ]
    return ["<section>\n<h2>App Home</h2>", *shown, "</section>"] if shown else []
