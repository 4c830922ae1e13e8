"""Somebody answers privately, in a test: the form opened, filled in and sent."""

from typing import Any

from bot.core.answering.form import Became, PrivateForm
from bot.core.answering.private import Answer, PrivateReply, Visibility
from bot.core.answering.question import QuestionForm
from bot.core.asking.plan import Occurrence
from bot.core.guard.finding import Certainty, Detector, Finding
from bot.core.messages import QuestionMessage
from bot.core.replies import Choice
from bot.store.answering import private
from bot.usecases.answering.form import form_for
from bot.usecases.answering.keep import Outcome, keep_answer, take_back_answer
from bot.usecases.answering.question import answer_question, ask_author, question_for
from tests.usecases.anytown import COORDINATOR, CYCLE, FIRST, Town

PHONE = "01632 960123"
"""Words in which the detector of these tests notices something; the number is a reserved one."""


def open_form(town: Town, user_id: str, to: Occurrence = FIRST) -> PrivateForm | str:
    return form_for(town.store, town.book, to.id, user_id, town.now)


def version_for(town: Town, user_id: str, to: Occurrence = FIRST) -> int:
    """The version that somebody sees who opens the form now; 0 for a new reply."""
    form = open_form(town, user_id, to)
    earlier = None if isinstance(form, str) else form.earlier
    return earlier.version if earlier else 0


def send(
    town: Town, user_id: str, text: str, to: Occurrence = FIRST, *, form: str = "", **more: Any
) -> Outcome:
    """Open the form and send it; `form` names it, for one that is sent twice."""
    values: dict[str, Any] = {
        "occurrence_id": to.id,
        "text": text,
        "visibility": Visibility.NOT_NAMED,
        "choice": Choice.QUOTE,
        "seen_version": version_for(town, user_id, to),
        "form_id": form or f"V {user_id} {text}",
    }
    answer = Answer(**values | more)
    return keep_answer(town.store, town.book, town.detectors_for, user_id, answer, town.now)


def take_back(town: Town, user_id: str, to: Occurrence = FIRST) -> Became:
    seen = version_for(town, user_id, to)
    return take_back_answer(town.store, town.book, to.id, user_id, seen, town.now)


def kept(town: Town, cycle_id: str = CYCLE) -> list[PrivateReply]:
    with town.store.read() as tx:
        return private.live_in(tx, cycle_id)


def words(town: Town) -> list[str]:
    return sorted(each.text for each in kept(town))


def asked(
    town: Town, words_: str, reply_id: str = "", who: str = COORDINATOR, form: str = "V-ask"
) -> str:
    """A coordinator asks the author of a reply something, by default of the only private one."""
    reply_id = reply_id or kept(town)[0].reply_id
    return ask_author(town.store, town.book, reply_id, who, words_, form, town.now)


def question(town: Town, user_id: str) -> QuestionMessage:
    """The one question that this member was brought."""
    (found,) = (
        each.message
        for each in town.slack.of(QuestionMessage)
        if user_id in (each.only_to, f"U{each.channel_id[1:]}")
    )
    assert isinstance(found, QuestionMessage)
    return found


def answered(town: Town, user_id: str, words_: str, *, insists: bool = False) -> str:
    """They open it, and answer."""
    form = question_for(town.store, town.book, question(town, user_id).name, user_id)
    assert isinstance(form, QuestionForm), form
    return answer_question(
        town.store,
        town.book,
        town.detectors_for,
        form.question_id,
        user_id,
        words_,
        town.now,
        insists=insists,
    ).became


def notices(what: str, detector: Detector = Detector.IDENTIFIER, kind: str = "phone") -> Any:
    """A detector that notices one run of characters."""

    def detect(text: str) -> list[Finding]:
        at = text.find(what)
        if at < 0:
            return []
        finding = Finding(
            detector=detector,
            kind=kind,
            start=at,
            end=at + len(what),
            certainty=Certainty.LIKELY,
            reason="It looks like a telephone number",
        )
        return [finding]

    return detect
