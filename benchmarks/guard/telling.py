"""Tells the figures in words. Measures nothing."""

from collections.abc import Iterator
from typing import Any

NAMES = {"to_find": "found", "clean": "clean, flagged", "near_misses": "near misses, flagged"}


def in_words(measured: dict[str, Any]) -> str:
    """What `measure` returned, for people."""
    return "\n".join(_lines(measured))


def _lines(measured: dict[str, Any]) -> Iterator[str]:
    yield measured["ground"]
    for name, figures in measured["detectors"].items():
        if not figures:
            continue
        yield f"{name}"
        for part in ("tuned", "aside"):
            if part in figures:
                yield from _part(part, figures[part])
        time = figures["time"]
        yield f"  ten times the text takes {time['growth']} times as long, at worst"
        yield (
            f"  a reply takes {time['median_ms']} ms (median; 99 in 100 at most {time['p99_ms']}),"
            f" {time['times_the_baseline']} times {measured['baseline']}"
        )


def _part(part: str, figures: dict[str, Any]) -> Iterator[str]:
    for key, words in NAMES.items():
        if key in figures:
            one = figures[key]
            share = f"{one['share']:7.1%}"
            yield f"  {part:6} {words:22} {share}  ({one['flagged']} of {one['replies']})"
    kinds = figures.get("by_kind", {})
    short = [
        f"{k} {v['found']}/{v['marked']}" for k, v in kinds.items() if v["found"] < v["marked"]
    ]
    if short:
        yield f"  {part:6} kinds not always found: {', '.join(short)}"
