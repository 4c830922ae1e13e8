"""How the two kinds of file are written, where that is shorter than the values they become.

Also their JSON Schemas, for editors: `python -m bot.content` writes them beside the files.
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from bot.core.partnership import Meeting, Partnership
from bot.core.prompts import (
    ClosingQuestion,
    Credit,
    FollowUp,
    Language,
    OfDepth,
    OfKind,
    OfSeason,
    PairOfPractices,
    PracticeId,
    Prompt,
    Provenance,
    Question,
    StableId,
    Why,
    Wording,
)
from bot.core.values import Value

Schema = dict[str, Any]

_REFERENCE = "#/$defs/{model}"
_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that editors' YAML support reads; the models need nothing newer."""


class PromptEntry(Value):
    """One prompt: `practice` for one practice, or `practices` for two that it joins."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["practice"]}, {"required": ["practices"]}],
        }
    )

    id: StableId
    practice: PracticeId | None = None
    practices: PairOfPractices | None = Field(
        default=None,
        description="two practices of different principles, for a prompt that joins them "
        "(for a single practice, write `practice: BB1`)",
    )
    text: Question
    follow_up: FollowUp | None = None
    kind: OfKind = None
    depth: OfDepth = None
    season: OfSeason = None
    why: Why | None = None
    cy: Wording | None = Field(default=None, description="the same in Welsh, by a translator")
    provenance: Provenance | None = None
    credit: Credit | None = None

    def prompt(self, file: "PromptFile") -> Prompt:
        """The prompt as the rest of the house knows it; `file` says what holds for all in it."""
        single = () if self.practice is None else (self.practice,)
        written = {name: getattr(self, name) for name in Prompt.model_fields.keys() & _KEYS}
        together = {
            "practices": self.practices or single,
            "language": file.language,
            "provenance": self.provenance or file.provenance,
        }
        return Prompt(**written | together)


_KEYS = PromptEntry.model_fields.keys()


class PromptFile(Value):
    """A file in prompts/: questions for members, closing questions for the board, or both."""

    language: Language = "en"
    provenance: Provenance | None = None
    retired: tuple[StableId, ...] = Field(
        default=(), description="ids of questions that were asked and are gone: never used again"
    )
    prompts: tuple[PromptEntry, ...] = Field(default=(), description="questions for members")
    closing: tuple[ClosingQuestion, ...] = Field(
        default=(), description="questions for the board to take into the room"
    )


class CalendarFile(Value):
    """The board's meetings as an iCalendar file, instead of a list of dates."""

    calendar: str = Field(
        min_length=1,
        max_length=200,
        description="the name of an iCalendar file (.ics) in this folder",
    )


class _ForEditors(GenerateJsonSchema):
    """Leaves out titles, which only repeat the keys, and null: who has nothing writes no key."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # its signature
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        described = super().default_schema(schema)
        return {key: value for key, value in described.items() if (key, value) != ("default", None)}


def schemas() -> Mapping[str, Schema]:
    """A JSON Schema for each kind of file, by the name of its folder."""
    return {"prompts": _schema(PromptFile), "schedules": _schedule_schema()}


def _schema(model: type[Value]) -> Schema:
    schema = model.model_json_schema(schema_generator=_ForEditors, ref_template=_REFERENCE)
    return {"$schema": _DRAFT, **schema}


def _schedule_schema() -> Schema:
    schema = _schema(Partnership)
    listed = TypeAdapter(tuple[date | Meeting, ...]).json_schema(
        schema_generator=_ForEditors, ref_template=_REFERENCE
    )
    in_file = CalendarFile.model_json_schema(schema_generator=_ForEditors)
    schema["$defs"]["Board"]["properties"]["meetings"] = {
        "description": "the board's meetings: a list of dates, or an iCalendar file",
        "anyOf": [{"type": "array", "items": listed["items"], "minItems": 1}, in_file],
    }
    return schema


def write_schemas(root: Path) -> None:
    """Writes `schema.json` into prompts/ and schedules/ under `root`."""
    for folder, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (root / folder / "schema.json").write_text(text, encoding="utf-8")
