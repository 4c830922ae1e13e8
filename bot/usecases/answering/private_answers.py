"""What Slack's listeners may ask for about private replies, bound to one store, book and clock.
Adds no decision: each method is one use case."""

from bot.core.answering.form import Became, PrivateForm
from bot.core.answering.private import Answer
from bot.core.answering.question import QuestionForm
from bot.core.replies import Choice
from bot.usecases.answering import consent as asking_consent
from bot.usecases.answering import form, keep
from bot.usecases.answering import question as asking
from bot.usecases.answering.reading import InConfidence, private_replies
from bot.usecases.calls import Calls


class PrivateAnswers(Calls):
    """The private side of answering."""

    def form(self, occurrence_id: str, user_id: str) -> PrivateForm | str:
        """The form for a question, or the plain line that is said instead of it."""
        return form.form_for(self._store, self._book(), occurrence_id, user_id, self._clock())

    def keep(self, user_id: str, answer: Answer) -> keep.Outcome:
        """Keep what a member sent; says what became of it."""
        outcome = keep.keep_answer(
            self._store, self._book(), self._detectors_for, user_id, answer, self._clock()
        )
        self._ring()
        return outcome

    def take_back(self, user_id: str, occurrence_id: str, seen_version: int) -> Became:
        """Erase a private reply; `kept` means that it was."""
        became = keep.take_back_answer(
            self._store, self._book(), occurrence_id, user_id, seen_version, self._clock()
        )
        self._ring()
        return became

    def ask_author(self, reply_id: str, user_id: str, words: str, form_id: str) -> str:
        """A coordinator asks the author of a reply something; returns the outcome's name."""
        outcome = asking.ask_author(
            self._store, self._book(), reply_id, user_id, words, form_id, self._clock()
        )
        self._ring()
        return outcome

    def question(self, name: str, user_id: str) -> QuestionForm | str:
        """What an author is asked, or the plain line that is said instead of it."""
        return asking.question_for(self._store, self._book(), name, user_id)

    def answer_question(
        self, question_id: str, user_id: str, words: str, *, insists: bool
    ) -> asking.Answered:
        """An author answers a coordinator; says what became of it."""
        became = asking.answer_question(
            self._store,
            self._book(),
            self._detectors_for,
            question_id,
            user_id,
            words,
            self._clock(),
            insists=insists,
        )
        self._ring()
        return became

    def consent(self, name: str, user_id: str, choice: Choice) -> str:
        """An author's word about one reply; returns the outcome's name."""
        outcome = asking_consent.consent(
            self._store, self._book(), name, user_id, choice, self._clock()
        )
        self._ring()
        return outcome

    def read(self, cycle_id: str, user_id: str) -> list[InConfidence] | None:
        """The private replies of a round, for who may read them."""
        return private_replies(self._store, self._book(), cycle_id, user_id, self._clock())
