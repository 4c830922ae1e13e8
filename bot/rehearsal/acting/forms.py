"""Lets people send or leave a modal, and does what the app answers to that."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.rehearsal.acting.pressing import NO_ANSWER, Pressers, keep_typed
from bot.rehearsal.block_kit.problems import problems
from bot.rehearsal.happening import modals
from bot.rehearsal.refusals import ApiRefusalError, PersonRefusalError
from bot.rehearsal.wire import payloads
from bot.rehearsal.world.post_room import Answer, Delivery
from bot.rehearsal.world.state import JSON, View

# Seconds to wait for the app's answer to a modal, above the three that it has.
ANSWER_WITHIN_S = 10.0
_TROUBLE = "We had some trouble connecting. Try again?"

FormResult = Literal["closed", "errors", "updated", "pushed", "cleared", "no_answer", "refused"]


@dataclass(frozen=True)
class FormAnswer:
    """What came of sending a modal. `errors` are by block_id; from Slack's client when `checked`
    is False, and then the app was never asked."""

    result: FormResult
    errors: Mapping[str, str] = field(default_factory=dict)
    checked: bool = True


class FormFillers(Pressers):
    """People's doings with modals."""

    def submit_view(
        self, user: str, view_id: str, values: Mapping[str, Any] | None = None
    ) -> FormAnswer:
        """Send a modal and wait for the app's answer. `values` is {block_id: {action_id: entry}}
        with Slack's entries or plain values, or {action_id: plain value}."""
        world = self._world
        with world.lock:
            view = self._view(user, view_id)
            if view.type != "modal" or not view.content.get("submit"):
                raise PersonRefusalError("There is nothing to send here.")
            keep_typed(view.content["blocks"], view.values, values or {})
            shape = modals.view_json(world, view)
            errors = problems(view.content["blocks"], shape["state"]["values"])
            if errors:
                return FormAnswer("errors", errors, checked=False)
            delivery = self._submission(user, shape)
        answer = world.post_room.send(delivery).answer
        return self._answered(user, view, answer)

    def close_view(self, user: str, view_id: str, *, whole_stack: bool = False) -> None:
        """Leave a modal by its close button, or the whole stack by the cross."""
        world = self._world
        with world.lock:
            view = self._view(user, view_id)
            whole = whole_stack or bool(view.content.get("clear_on_close"))
            root = world.state.views[view.root_view_id] if whole else view
            shape = modals.view_json(world, root)
            if whole:
                modals.close_all(world, user)
            else:
                modals.close_top(world, user)
        if shape["notify_on_close"]:
            world.post_room.send(self._closing(user, shape, cleared=whole))

    def _submission(self, user: str, shape: JSON) -> Delivery:
        world = self._world
        payload = payloads.interaction(
            world,
            "view_submission",
            user,
            trigger_id=world.triggers.issue(user),
            view=shape,
            response_urls=[],
        )
        return Delivery("interactive", payload, "view_submission")

    def _closing(self, user: str, shape: JSON, *, cleared: bool) -> Delivery:
        payload = payloads.interaction(
            self._world, "view_closed", user, view=shape, is_cleared=cleared
        )
        return Delivery("interactive", payload, "view_closed")

    def _answered(self, user: str, view: View, answer: "Future[Answer]") -> FormAnswer:
        try:
            said = answer.result(ANSWER_WITHIN_S)
        except TimeoutError:
            said = Answer(acked=False)
        with self._world.lock:
            if not said.acked:
                self._notice(user, NO_ANSWER)
                return FormAnswer("no_answer")
            try:
                return self._do(user, view, said.payload)
            except ApiRefusalError:
                self._notice(user, _TROUBLE)
                return FormAnswer("refused")

    def _do(self, user: str, view: View, said: JSON) -> FormAnswer:
        """Do as the app's response_action says; without one the modal closes."""
        world = self._world
        match said.get("response_action"):
            case None:
                modals.close_top(world, user)
                return FormAnswer("closed")
            case "clear":
                modals.close_all(world, user)
                return FormAnswer("cleared")
            case "update":
                modals.change(world, view, said["view"])
                return FormAnswer("updated")
            case "push":
                modals.push(world, user, said["view"])
                return FormAnswer("pushed")
            case "errors":
                return FormAnswer("errors", _placed(view, said.get("errors", {})))
            case _:
                raise ApiRefusalError("invalid_response_action")


def _placed(view: View, errors: Mapping[str, str]) -> Mapping[str, str]:
    """Errors are shown beside inputs: one for any other block is refused by Slack's client."""
    inputs = {block["block_id"] for block in view.content["blocks"] if block["type"] == "input"}
    if not errors or not set(errors) <= inputs:
        raise ApiRefusalError("invalid_errors")
    return errors
