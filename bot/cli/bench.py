"""`dots bench`: figures, measured here and now. The benchmarks come with the source only."""

import argparse
import json
from importlib import import_module
from types import ModuleType

from bot.cli.words import OK, cannot
from bot.settings import Settings

NOT_HERE = (
    "The benchmarks, and what they measure on, come with the source and not with the installed "
    "package. Run `./dots bench` in a copy of the source."
)


def bench_guard(parsed: argparse.Namespace, _settings: Settings) -> int:
    """How much each of the guard's detectors finds and wrongly flags, and how long it takes."""
    benchmark = _from_source("benchmarks.guard")
    if benchmark is None:
        return cannot(NOT_HERE)
    if parsed.misses:
        print(*benchmark.misses(), sep="\n")
        return OK
    measured = benchmark.measure()
    print(json.dumps(measured, indent=2) if parsed.json else benchmark.in_words(measured))
    return OK


def _from_source(name: str) -> ModuleType | None:
    """The benchmark of that name; None where only the package is installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name not in (name, name.partition(".")[0]):
            raise
        return None
