"""Answers auth.test, users.info, users.list, usergroups.users.list, bots.info and team.info."""

from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.web_api.given.pages import page_of
from bot.rehearsal.wire.shapes import user_json
from bot.rehearsal.world.state import JSON
from bot.rehearsal.world.world import World

# People on a page when the call names no limit: docs.slack.dev/reference/methods/users.list
USERS_DEFAULT = 1000


def api_test(_world: World, args: Arguments) -> JSON:
    if args.has("error"):
        raise ApiRefusalError(args.text("error"))
    return {"args": {}}


def auth_test(world: World, _args: Arguments) -> JSON:
    return {
        "url": f"https://{world.team.domain}.slack.com/",
        "team": world.team.name,
        "user": world.app.name.lower(),
        "team_id": world.team.id,
        "user_id": world.app.bot_user_id,
        "bot_id": world.app.bot_id,
        "is_enterprise_install": False,
    }


def user_info(world: World, args: Arguments) -> JSON:
    person = world.person(args.required("user"))
    if person is None:
        raise ApiRefusalError("user_not_found")
    shape = user_json(world, person)
    if args.flag("include_locale") and not world.is_external(person.id):
        shape["locale"] = "en-GB"
    return {"user": shape}


def user_list(world: World, args: Arguments) -> JSON:
    """People of this workspace; those of other organisations are not listed."""
    ours = [each for each in world.state.people.values() if not world.is_external(each.id)]
    limit = args.number("limit", USERS_DEFAULT) or USERS_DEFAULT
    page, cursor = page_of(ours, args, limit, lambda each: each.id)
    return {
        "members": [user_json(world, each) for each in page],
        "cache_ts": int(world.clock.now().timestamp()),
        "response_metadata": {"next_cursor": cursor},
    }


def group_users(world: World, args: Arguments) -> JSON:
    people = world.state.groups.get(args.required("usergroup"))
    if people is None:
        raise ApiRefusalError("no_such_subteam")
    return {"users": list(people)}


def bot_info(world: World, args: Arguments) -> JSON:
    if args.text("bot", world.app.bot_id) != world.app.bot_id:
        raise ApiRefusalError("bot_not_found")
    bot = {
        "id": world.app.bot_id,
        "app_id": world.app.app_id,
        "user_id": world.app.bot_user_id,
        "name": world.app.name,
        "deleted": False,
        "updated": 0,
    }
    return {"bot": bot}


def team_info(world: World, args: Arguments) -> JSON:
    if args.text("team", world.team.id) != world.team.id:
        raise ApiRefusalError("team_not_found")
    team = world.team
    return {"team": {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": ""}}
