"""What a coordinator is sent to look at before the start: the first question as members will meet
it, and the partnership as a file."""

from bot.core import sentences
from bot.core.asking.local_time import local_date
from bot.core.messages import PromptMessage
from bot.core.sentences import setup as say
from bot.paper.partnership_yaml import partnership_yaml
from bot.slack.speech import blocks as kit
from bot.slack.speech.blocks import Rendered
from bot.slack.speech.dialect import escaped
from bot.slack.speech.render import render
from bot.usecases.desk.set_up import Review


def rehearsed(review: Review) -> Rendered:
    """Text and blocks of one private message; nothing was asked, so it has
    no buttons."""
    whose, file = review.partnership, partnership_yaml(review.partnership)
    intro = say.rehearsal_sent()
    text, blocks = _first_question(review)
    shown = [block for block in blocks if block["type"] != "actions"]
    return (
        f"{escaped(intro)}\n\n{text}\n\n{escaped(file)}",
        [*kit.section(intro, bold=True), *shown, kit.header(whose.id), *kit.lines(file)],
    )


def _first_question(review: Review) -> Rendered:
    whose, plan = review.partnership, review.plan
    if not plan.occurrences:
        words = sentences.home.nothing_planned()
        return escaped(words), kit.section(words)
    asked = min(plan.occurrences, key=lambda each: each.due_at)
    cycle = next(each for each in plan.cycles if each.id == asked.cycle_id)
    issue_on = local_date(cycle.issue_at, whose.tz)
    return render(
        PromptMessage(
            partnership=whose.name,
            question=asked.question,
            follow_up=asked.follow_up,
            practices=asked.practices,
            privacy=sentences.privacy.privacy(whose.privacy, whose.board.name, issue_on),
            safeguarding=whose.safeguarding,
            occurrence_id=asked.id,
        )
    )
