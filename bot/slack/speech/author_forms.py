"""The forms in which a coordinator asks an author something, and in which the author answers."""

from bot.core import sentences
from bot.core.answering.private import LONGEST
from bot.core.answering.question import LONGEST_QUESTION, QuestionForm
from bot.core.guard.examine import Examined
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block

ASK, ANSWER, ANSWER_AS_IT_IS = "ask_author_form", "author_answer", "author_answer_as_it_is"


def ask_view(reply_id: str) -> Block:
    """A coordinator asks; the author stays unknown."""
    box = inputs.words(
        "words", "Your question", hint=sentences.authors.asking_an_author(), multiline=True,
        longest=LONGEST_QUESTION,
    )  # fmt: skip
    return inputs.modal(ASK, "Ask its author", [box], submit="Ask", metadata=reply_id)


def answer_view(form: QuestionForm, typed: str = "", noticed: Examined | None = None) -> Block:
    """An author answers; with what was noticed in what they typed, before it goes."""
    above = [*kit.section(form.prompt, bold=True), kit.words_of(form.own_words)]
    above += [*kit.section(sentences.authors.asked_about_it()), kit.words_of(form.asked)]
    below: list[Block] = []
    if noticed is not None:
        lines = sentences.safety.before_sending(noticed, form.safeguarding, len(typed))
        above = [block for line in lines for block in kit.section(line)]
        below = [kit.actions(kit.button("Send as it is", ANSWER_AS_IT_IS, form.question_id))]
    box = inputs.words(
        "words", "Your answer", initial=typed, hint=sentences.authors.answer_goes_to(),
        multiline=True, longest=LONGEST,
    )  # fmt: skip
    return inputs.modal(
        ANSWER,
        "Before it is sent" if noticed else "A question to you",
        [*above, box, *below],
        submit="Send what I changed" if noticed else "Send",
        close="Stop, send nothing" if noticed else "Not now",
        metadata=form.question_id,
    )


def told_view(line: str, words: str = "") -> Block:
    """What became of it; with what was typed when that was not kept."""
    blocks = [*kit.section(line), *([kit.copyable(words)] if words else [])]
    return inputs.modal("told", "A question", blocks)
