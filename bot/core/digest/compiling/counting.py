"""Counts where every reply is, and sums up how the digest was made. Its numbers add up."""

from collections.abc import Collection, Sequence

from bot.core.digest.compiling.gather import Asking, authors
from bot.core.digest.compiling.material import Material
from bot.core.digest.compiling.placing import Place
from bot.core.digest.digest import Counts, Digest, Made, Method
from bot.core.digest.edits import Action, Edits, Frame, frame, line, theme
from bot.core.digest.heard import LineKind
from bot.core.replies import Choice, Reply


def counts(
    used: Sequence[Reply], places: Sequence[Place], off: Collection[str], material: Material
) -> Counts:
    """How many people and replies, and in which places."""
    return Counts(
        people=len(authors(used)),
        replies=len(used),
        late=sum(reply.late for reply in used),
        in_themes=sum(len(members) for place in places for _, members in place.themes),
        alone=sum(len(place.alone) for place in places),
        loose=sum(len(place.loose) for place in places),
        off_topic=sum(reply.id in off for reply in material.replies if _counts(reply, material)),
    )


def _counts(reply: Reply, material: Material) -> bool:
    left_out = reply.choice is Choice.LEAVE_OUT or reply.held
    return reply.said_at <= material.cut_at and not left_out


def made(material: Material, askings: Sequence[Asking]) -> Made:
    """How it was made, as counts and settings."""
    privacy, own = material.partnership.privacy, _own(material, askings)
    in_time = [one for one in material.replies if one.said_at <= material.cut_at]
    left_out = [one for one in in_time if one.choice is Choice.LEAVE_OUT]
    held = [one for one in in_time if one.held and one.choice is not Choice.LEAVE_OUT]
    days = sorted({day for asking in own for day in asking.days})
    told = len(authors(left_out)) >= privacy.minimum_people
    return Made(
        questions=len(own),
        channels=len({one.channel_id for asking in own for one in asking.occurrences}),
        first_on=days[0] if days else None,
        last_on=days[-1] if days else None,
        cut_at=material.cut_at,
        quotes=privacy.quotes,
        minimum_people=privacy.minimum_people,
        minimum_agencies=privacy.minimum_agencies,
        left_out=len(left_out) if told else None,
        held_back=len(held),
        method=_method(material),
        version=material.version,
    )


def with_edits_counted(digest: Digest, edits: Edits, hideable: Collection[str]) -> Digest:
    """The digest, saying which edits are in it: one of a line that is gone changes nothing.

    `hideable`: the targets of what goes when it is hidden: questions for the board, threads.
    """
    here = _targets(digest) | set(hideable)
    put = {one.reply_ids[0] for one in digest.lines() if one.kind is LineKind.PUT}
    ours = [one for one in edits.edits if one.target in here]
    update = {
        "hidden": tuple(one.reason for one in ours if one.action is Action.HIDE),
        "reworded": sum(one.action is Action.REWORD for one in ours) + len(put),
    }
    return digest.model_copy(update={"made": digest.made.model_copy(update=update)})


def _targets(digest: Digest) -> set[str]:
    themes = [one for asked in digest.questions for one in asked.themes]
    alone = [one for asked in digest.questions for one in (*asked.views, *asked.loose)]
    return {
        *(frame(one) for one in Frame),
        *(theme(one.id) for one in themes),
        *(line(reply) for one in themes for reply in one.reply_ids),
        *(line(reply) for one in alone for reply in one.reply_ids),
    }


def _own(material: Material, askings: Sequence[Asking]) -> list[Asking]:
    return [one for one in askings if one.first.cycle_id == material.cycle.id]


def _method(material: Material) -> Method:
    grouping = material.grouping
    if grouping is None:
        return Method()
    method = grouping.method
    return Method(
        name=method.name,
        version=method.version,
        model=method.table,
        decisions=grouping.decisions,
    )
