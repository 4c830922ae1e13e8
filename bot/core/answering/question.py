"""A coordinator's question to the author of a reply, and the answer. Neither is in any digest."""

from datetime import date

from bot.core.partnership import Safeguarding
from bot.core.values import Value

LONGEST_QUESTION = 1000
"""Characters: a question, and no letter. A judgement."""


class Question(Value):
    """`reply_id` is the reply asked about; its author need not be known to whoever asks."""

    id: str
    reply_id: str
    cycle_id: str
    asked_by: str
    asked_on: date
    text: str
    answer: str | None = None
    answered_on: date | None = None


class QuestionForm(Value):
    """What the author of a reply is shown: the prompt, their own words, and what is asked."""

    question_id: str
    prompt: str
    own_words: str
    asked: str
    safeguarding: Safeguarding
