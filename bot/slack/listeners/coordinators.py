"""Listens to coordinators: what they decide about a draft."""

from typing import Any

from slack_bolt import Ack, App, Respond

from bot.core import sentences
from bot.core.digest.signoff import DigestState
from bot.slack.listeners.answers import Answers
from bot.slack.speech.dialect import escaped
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""

    def decide(body: Payload, action: Payload, respond: Respond, verdict: DigestState) -> None:
        version, _, cycle_id = action["value"].partition("|")
        outcome, first = dots.decide(cycle_id, body["user"]["id"], verdict, int(version))
        who = escaped(first or "") if outcome == "noticed" else f"<@{first}>" if first else None
        text = sentences.coordinators.decided(outcome, who)
        answers.later(respond, text=text, response_type="ephemeral", replace_original=False)

    @app.action("digest_paper")
    def on_paper(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        outcome = dots.review.send_me_the_paper(action["value"], body["user"]["id"])
        ack()
        text = sentences.papers.asked(outcome)
        answers.later(respond, text=text, response_type="ephemeral", replace_original=False)

    @app.action("digest_approve")
    def on_approve(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        decide(body, action, respond, DigestState.APPROVED)
        ack()

    @app.action("digest_hold")
    def on_hold(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        decide(body, action, respond, DigestState.HELD)
        ack()
