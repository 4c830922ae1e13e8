"""What is written to the authors of replies and questions and about them, as Slack shows it: for
each its full plain text and its blocks. Other people's words stand in text leaves only."""

from collections.abc import Iterable

from bot.core.messages import (
    AgainMessage,
    AnsweredMessage,
    ConsentMessage,
    DecidedMessage,
    LateMessage,
    PostMessage,
    ProposedMessage,
    QuestionMessage,
)
from bot.core.sentences import proposing as say
from bot.slack.speech import blocks as kit
from bot.slack.speech.blocks import Block, Rendered
from bot.slack.speech.dialect import escaped


def told(lines: Iterable[str]) -> tuple[list[str], list[Block]]:
    """Lines of ours, each as a section."""
    said = list(lines)
    return said, [block for line in said for block in kit.section(line)]


def question(message: QuestionMessage) -> Rendered:
    """A coordinator's question, to the author of a reply."""
    said, blocks = told(message.lines)
    if message.asked is not None:
        said.append(message.asked)
        blocks.append(kit.words_of(message.asked))
    blocks.append(kit.actions(kit.button("Read and answer", "author_question", message.name)))
    return escaped("\n\n".join(said)), blocks


def answered(message: AnsweredMessage) -> Rendered:
    """An author's answer, to the coordinators."""
    said, blocks = told([message.intro])
    blocks += [kit.words_of(message.words), kit.actions(ask_button(message.reply_id))]
    return escaped("\n\n".join([*said, message.words])), blocks


def ask_button(reply_id: str) -> Block:
    """Opens a form in which a coordinator asks the author of a reply something."""
    return kit.button("Ask its author", "ask_author", reply_id)


def consent(message: ConsentMessage) -> Rendered:
    """To the author of words that would stand in the digest: may they?"""
    said, blocks = told([message.intro])
    for item in message.items:
        said.append(item.question if item.words is None else f"{item.question}\n{item.words}")
        blocks += kit.section(item.question, bold=True)
        read = [kit.button("Read it", "answer_privately", item.occurrence_id)]
        blocks += [kit.words_of(item.words)] if item.words is not None else []
        blocks.append(
            kit.actions(
                kit.button("Yes, my own words", "consent_yes", item.name),
                kit.button("No, only count me in", "consent_no", item.name),
                *(read if item.words is None else []),
            )
        )
    return escaped("\n\n".join(said)), blocks


def late(message: LateMessage) -> Rendered:
    """Thanks for a late reply."""
    said, blocks = told(message.lines)
    return escaped("\n\n".join(said)), blocks


def again(message: AgainMessage) -> Rendered:
    """A reminder that its reader asked for."""
    said, blocks = told([message.intro])
    for question_, occurrence_id in message.questions:
        said.append(question_)
        blocks += kit.section(question_, bold=True)
        blocks.append(
            kit.actions(
                kit.button("Answer privately", "answer_privately", occurrence_id),
                kit.button("Not now", "not_now", occurrence_id),
            )
        )
    return escaped("\n\n".join(said)), blocks


def post(message: PostMessage) -> Rendered:
    """To the coordinators: there are private replies to read."""
    said, blocks = told([message.text])
    button = kit.button("Read private replies", "private_read", message.cycle_id)
    return escaped("\n\n".join(said)), [*blocks, kit.actions(button)]


def proposed(message: ProposedMessage) -> Rendered:
    """A question that a member proposes, to the coordinators: open, or with what it became."""
    said, blocks = told([message.intro])
    blocks += [kit.words_of(message.question), *kit.section(message.details)]
    said += [f"“{message.question}”", message.details]
    if message.weigh:
        said += message.weigh
        blocks += kit.lists(message.weigh)
    if not message.standing:
        value = f"{message.proposal_id}|{message.version}|{message.practice or ''}"
        blocks.append(
            kit.actions(
                kit.button(say.ACCEPT, "proposal_accept", value),
                kit.button(say.CHANGE, "proposal_change", value),
                kit.button(say.DECLINE, "proposal_decline", value),
            )
        )
        return escaped("\n\n".join(said)), blocks
    said.append(message.standing)
    blocks += kit.section(message.standing, bold=True)
    if message.words:
        said.append(message.words)
        blocks.append(kit.words_of(message.words))
    return escaped("\n\n".join(said)), blocks


def decided(message: DecidedMessage) -> Rendered:
    """What was decided about a question, to whoever proposed it."""
    said, blocks = told(message.lines)
    if message.words:
        said.append(message.words)
        blocks.append(kit.words_of(message.words))
    more, after = told(message.after)
    blocks += after
    if message.proposal_id:
        blocks.append(
            kit.actions(
                kit.button("Change it and send again", "proposal_again", message.proposal_id)
            )
        )
    question = f"“{message.question}”"
    text = "\n\n".join([question, *said, *more])
    return escaped(text), [kit.words_of(message.question), *blocks]
