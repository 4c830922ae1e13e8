"""Draws lots, so that an order follows neither time nor rank nor sector. Not for secrets."""

from hashlib import sha256


def lot(cycle_id: str, thing_id: str) -> str:
    """The place of a thing in one cycle's order: always the same, and another in each cycle.

    Hence smaller partners come first as often as others, and the same digest comes out twice.
    """
    return sha256(f"{cycle_id}\n{thing_id}".encode(errors="replace")).hexdigest()
