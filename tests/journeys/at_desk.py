"""One person at the forms of a rehearsal workspace: what they press, send and see on top."""

from typing import Any

from bot.rehearsal.acting.forms import FormAnswer
from bot.rehearsing.rehearsal import Rehearsal
from tests.rehearsal.anytown import eventually

ENOUGH = 10.0
"""Seconds to wait for the bot on a busy machine."""


class Person:
    """What one person does with forms, and what they see on top of the screen."""

    def __init__(self, rehearsal: Rehearsal, who: str) -> None:
        self.rehearsal, self.who = rehearsal, who
        self.people = rehearsal.workspace.people

    @property
    def state(self) -> Any:
        return self.rehearsal.workspace.state

    @property
    def top(self) -> Any:
        """The view on top."""
        return self.state.views[self.state.stacks[self.who][-1]]

    @property
    def words(self) -> str:
        """Everything that the view on top says."""
        return said(self.top.content["blocks"])

    @property
    def title(self) -> str:
        return str(self.top.content["title"]["text"])

    @property
    def depth(self) -> int:
        """How many views lie on one another."""
        return len(self.state.stacks.get(self.who, ()))

    def open_from_home(self, action_id: str) -> None:
        self.people.open_home(self.who)
        assert eventually(lambda: action_id in str(self.state.homes.get(self.who)))
        before = self.depth
        self.press(self.state.homes[self.who].id, action_id)
        assert eventually(lambda: self.depth > before)

    def press(self, view_id: str, action_id: str, block_id: str | None = None, **how: Any) -> None:
        pressed = self.people.click_view(self.who, view_id, action_id, block_id, **how)
        assert pressed.answer.result(ENOUGH).acked
        self.rehearsal.settle()

    def send(self, **values: Any) -> FormAnswer:
        filled = {name: {"value": value} for name, value in values.items()}
        answer = self.people.submit_view(self.who, self.top.id, filled)
        self.rehearsal.settle()
        return answer

    def leave(self) -> None:
        while self.state.stacks.get(self.who):
            self.people.close_view(self.who, self.top.id, whole_stack=True)


def said(blocks: list[dict[str, Any]]) -> str:
    """The words of sections, headings and small print."""
    texts = [b["text"]["text"] for b in blocks if "text" in b]
    texts += [e["text"] for b in blocks for e in b.get("elements", ()) if "mrkdwn" in str(e)]
    return "\n".join(map(str, texts))
