"""Checks a message's metadata as Slack does. Stores nothing."""

from typing import Any

from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.world.state import JSON

_FLAT = (str, int, float, bool)


def metadata_of(args: Arguments) -> JSON | None:
    """The call's metadata, or None. Values may be flat, or flat objects, or lists of those."""
    metadata = args.structure("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    if not _well_formed(metadata):
        raise ApiRefusalError("invalid_metadata_format")
    if not all(_allowed(value) for value in metadata["event_payload"].values()):
        raise ApiRefusalError("invalid_metadata_schema")
    return dict(metadata)


def _well_formed(metadata: Any) -> bool:
    return (
        isinstance(metadata, dict)
        and set(metadata) <= {"event_type", "event_payload", "entities"}
        and isinstance(metadata.get("event_type"), str)
        and bool(metadata["event_type"])
        and isinstance(metadata.get("event_payload"), dict)
    )


def _allowed(value: Any) -> bool:
    if isinstance(value, list):
        return all(_flat_or_object(each) for each in value)
    return _flat_or_object(value)


def _flat_or_object(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(each, _FLAT) for each in value.values())
    return isinstance(value, _FLAT)
