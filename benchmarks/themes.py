"""Groups labelled replies with `dots themes` and with BERTopic on MiniLM, and prints ratios.

    python -m benchmarks.themes FILE [--bertopic PYTHON] [--model FOLDER]

FILE: JSON lines with id, text, label, perhaps group. PYTHON: one that has BERTopic installed.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from benchmarks.ground import ground
from bot.core.themes.measuring.agreement import adjusted_rand_index

HERE = Path(__file__).parent

NOT_INSTALLED = 3
"""The other script's exit code where BERTopic or its model is missing."""

SMALLEST = (10, 3)
"""BERTopic's own default for the fewest texts in a topic, and what suits groups as small as ours
best (of 2, 3, 5 and 10)."""


class Run(NamedTuple):
    """One way of grouping: agreement with the labels, wall seconds from start to end, peak MB."""

    ari: float
    seconds: float
    megabytes: float
    left_out: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--bertopic", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--model", default="all-MiniLM-L6-v2", metavar="FOLDER")
    parsed = parser.parse_args()
    print(ground(file=parsed.file.name))
    ours = run([sys.executable, "-m", "bot", "themes", str(parsed.file), "--json"], parsed.file)
    if ours is None:
        raise SystemExit("dots themes could not group the file")
    tell("dots themes", ours)
    for smallest in SMALLEST:
        script = str(HERE / "themes_bertopic.py")
        command = [parsed.bertopic, script, str(parsed.file), parsed.model, str(smallest)]
        theirs = run(command, parsed.file)
        if theirs is None:
            print("BERTopic or its model is not installed for that Python: nothing to compare with")
            return
        tell(f"BERTopic, {smallest} texts at least", theirs)
        ratio = f"{ours.ari / theirs.ari:.2f}" if theirs.ari > 0 else "no ratio: BERTopic at chance"
        print(
            f"  ours / theirs: index {ratio}, time {ours.seconds / theirs.seconds:.3f}, "
            f"memory {ours.megabytes / theirs.megabytes:.2f}"
        )


def run(command: list[str], file: Path) -> Run | None:
    """Start a program that prints a line for each reply, and look at what it found."""
    with tempfile.TemporaryFile("w+") as out:
        began = time.monotonic()
        pid = os.posix_spawn(
            command[0],
            command,
            dict(os.environ),
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1)],
        )
        _, status, used = os.wait4(pid, 0)
        seconds = time.monotonic() - began
        code = os.waitstatus_to_exitcode(status)
        if code == NOT_INSTALLED:
            return None
        if code:
            raise SystemExit(f"{command[0]} ended with {code}")
        out.seek(0)
        themes = [json.loads(line)["theme"] for line in out]
    unit = 2**20 if sys.platform == "darwin" else 2**10
    left = sum(theme == -1 for theme in themes) / len(themes)
    return Run(agreement(file, themes), seconds, used.ru_maxrss / unit, left)


def agreement(file: Path, themes: Sequence[int]) -> float:
    """The mean over groups of the adjusted Rand index; a reply in no theme is one of its own."""
    groups: dict[str, list[tuple[object, object]]] = defaultdict(list)
    for at, (line, theme) in enumerate(zip(file.open(encoding="utf-8"), themes, strict=True)):
        written = json.loads(line)
        if written["label"] not in (-1, None, ""):
            ours = ("alone", at) if theme == -1 else theme
            groups[str(written.get("group"))].append((ours, written["label"]))
    return mean(
        adjusted_rand_index([ours for ours, _ in pairs], [label for _, label in pairs])
        for pairs in groups.values()
        if len(pairs) > 1
    )


def tell(name: str, found: Run) -> None:
    print(
        f"{name:28} index {found.ari:.3f}   {found.seconds:6.1f} s   {found.megabytes:5.0f} MB   "
        f"left out {found.left_out:.0%}"
    )


if __name__ == "__main__":
    main()
