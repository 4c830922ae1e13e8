"""Reads a stored digest, also one from before there were themes: its words stand as they were."""

import json
from typing import Any

from bot.core.board_paper import BoardPaper
from bot.core.digest.digest import Cover, Digest
from bot.core.digest.heard import LineKind


def read_digest(content: str) -> Digest:
    """The frozen digest inside stored JSON, of whichever form."""
    stored = json.loads(content)
    if stored.get("form") is None:
        return Digest.model_validate(_from_first_form(stored))
    return Digest.model_validate_json(content)


def is_of_this_form(content: str) -> bool:
    """Whether a stored digest was made by a Dots that knew themes; true of one that is erased."""
    return not content or json.loads(content).get("form") is not None


def _from_first_form(stored: dict[str, Any]) -> dict[str, Any]:
    """A digest of the first form, in which every reply stood for itself under its question."""
    quotes = stored["made"]["quotes"]
    counts = stored["counts"]
    paper = BoardPaper()
    cover = Cover(author=paper.author, purpose=paper.purpose, asked_to=paper.asked_to)
    return stored | {
        "cover": cover.model_dump(),
        "sections": [
            one | {"questions": [_question(asked, quotes) for asked in one["questions"]]}
            for one in stored["sections"]
        ],
        "joins": [_question(asked, quotes) for asked in stored["joins"]],
        "counts": counts and counts | {"in_themes": 0, "alone": counts["replies"], "loose": 0},
    }


def _question(asked: dict[str, Any], quotes: str) -> dict[str, Any]:
    gone = {"lines", "one_voice", "unquoted", "unapproved"}
    silent = LineKind.NEVER if quotes == "never" else LineKind.WAITING
    return {key: value for key, value in asked.items() if key not in gone} | {
        "id": f"{asked['prompt_id']}:{asked['asked_on'][0]}",
        "views": [
            *(_line(one) for one in asked["lines"]),
            *[{"kind": silent, "reply_ids": []}] * asked["unquoted"],
            *[{"kind": LineKind.NOT_APPROVED, "reply_ids": []}] * asked["unapproved"],
        ],
    }


def _line(one: dict[str, Any]) -> dict[str, Any]:
    kept = {key: one[key] for key in ("words", "sector", "shortened")}
    return kept | {"kind": LineKind.QUOTED, "reply_ids": [one["reply_id"]]}
