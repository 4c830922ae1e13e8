"""What is written to the authors of replies and about them, as Slack shows it: for each its full
plain text and its blocks. Other people's words stand in text leaves only."""

from collections.abc import Iterable

from bot.core.messages import AnsweredMessage, QuestionMessage
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
