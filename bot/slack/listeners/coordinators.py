"""Listens to coordinators: what they decide about a draft."""

from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.core import sentences
from bot.core.digest.signoff import DigestState
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech.desk import told_view
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
    def on_paper(
        ack: Ack, body: Payload, action: Payload, respond: Respond, client: WebClient
    ) -> None:
        outcome = dots.review.send_me_the_paper(action["value"], body["user"]["id"])
        ack()
        text = sentences.papers.asked(outcome)
        if body.get("response_url"):
            answers.later(respond, text=text, response_type="ephemeral", replace_original=False)
        else:  # a home page and a form have none
            Opening(client, answers).open(body, told_view(text, title="The paper"), text)

    @app.action("digest_approve")
    def on_approve(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        decide(body, action, respond, DigestState.APPROVED)
        ack()

    @app.action("digest_hold")
    def on_hold(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        decide(body, action, respond, DigestState.HELD)
        ack()
