"""From so many invented replies to a finished PDF, Word file and web page; and thousands grouped.

    python -m benchmarks.paper [--replies 500] [--crowd 10000] [--into FOLDER]
    python -m benchmarks.paper --quarter --into FOLDER

Each in a fresh process, from its first import on; once more with a tenth of the replies, to say how
it grows. --into keeps the papers, to be looked at; with --quarter, only that of 54 replies of the
invented quarter, sorted as its labels say: the page in README.md.
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # a fresh process imports what it measures by itself
    from bot.core.themes.decisions import Decision
    from bot.core.themes.said import Said

HERE = Path(__file__).parent
QUARTER = HERE / "quarters" / "plain.jsonl"

PRACTICES = ("BB1", "BB3", "LC2", "LC4", "CU1", "CU3")
"""Of the questions that are asked: two for each principle."""

FIRST_ASKED = date(2026, 11, 3)

ORDINARY = 14
"""Replies to each question of the quarter that is shown."""

TEN_MINUTES = 40
"""Decisions."""

A_PERSON_SAYS = 3
"""Replies of one person to a quarter's questions."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--replies", type=int, default=500)
    parser.add_argument("--crowd", type=int, default=10_000)
    parser.add_argument("--into", type=Path)
    parser.add_argument("--quarter", action="store_true")
    parser.add_argument("--once", choices=("paper", "crowd"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.quarter:
        print(_paper(_a_quarter(), asked.into, is_sorted=True))
        return
    if asked.once:
        made = (
            _paper(spoken_by_lot(asked.replies), asked.into)
            if asked.once == "paper"
            else _crowd(asked.crowd)
        )
        print(json.dumps(made | {"MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
        return
    print(f"Python {sys.version.split()[0]}, processors {os.cpu_count()}")
    for kind, option, number in (
        ("paper", "--replies", asked.replies),
        ("crowd", "--crowd", asked.crowd),
    ):
        into = ("--into", str(asked.into)) if asked.into and kind == "paper" else ()
        few = _in_a_process(kind, option, str(number // 10))
        many = _in_a_process(kind, option, str(number), *into)
        ratio = many["seconds"] / few["seconds"]
        print(f"{kind} of {number} replies: {many}; {ratio:.1f} times a tenth of them")


def _in_a_process(kind: str, *options: str) -> dict[str, Any]:
    command = (sys.executable, "-m", "benchmarks.paper", "--once", kind, *options)
    began = time.monotonic()
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    made: dict[str, Any] = json.loads(printed)
    return {"seconds": round(time.monotonic() - began, 2)} | made


class Reply(NamedTuple):
    """What somebody says in reply to a question; `label` as the quarter's file has it."""

    question: str
    words: str
    label: str = ""


def _paper(
    spoken: Sequence[Reply], into: Path | None, *, is_sorted: bool = False
) -> dict[str, Any]:
    """Group, compile and print; the seconds of each."""
    from bot.core.digest.compiling.compile import compile_digest
    from bot.core.themes.said import Said
    from bot.paper.digest.html import digest_html
    from bot.paper.digest.pdf import digest_pdf
    from bot.paper.digest.word import digest_docx
    from bot.usecases.board.grouper import Grouper
    from tests.core.digest.invented_cycle import invented_material, occurrence, reply

    began = time.monotonic()
    questions = list(dict.fromkeys(one.question for one in spoken))[: len(PRACTICES)]
    to = {
        question: occurrence(f"asked-{at}", [practice], question, FIRST_ASKED + timedelta(weeks=at))
        for at, (question, practice) in enumerate(zip(questions, PRACTICES, strict=False))
    }
    sectors = invented_material().partnership.sectors
    people = max(1, len(spoken) // A_PERSON_SAYS)
    replies = tuple(
        reply(
            f"R{at:04}",
            to[one.question],
            f"U0PERSON{at % people:04}",
            one.words,
            sectors[at % people % len(sectors)],
        )
        for at, one in enumerate(spoken)
        if one.question in to
    )
    of = {each.id: each.question for each in to.values()}
    said = [
        Said(id=one.id, text=one.text, author=one.author, group=of[one.occurrence_id])
        for one in replies
    ]
    labels = {f"R{at:04}": one.label for at, one in enumerate(spoken)}
    grouping = Grouper()(said, _decisions(said, labels) if is_sorted else ())
    grouped = time.monotonic()
    digest = compile_digest(
        invented_material(asked=tuple(to.values()), replies=replies, grouping=grouping)
    )
    compiled = time.monotonic()
    papers = {
        "pdf": digest_pdf(digest),
        "docx": digest_docx(digest),
        "html": digest_html(digest).encode(),
    }
    printed = time.monotonic()
    if into:
        into.mkdir(parents=True, exist_ok=True)
        for ending, paper in papers.items():
            (into / f"{len(spoken)}.{ending}").write_bytes(paper)
    return {
        "grouped": round(grouped - began, 2),
        "compiled": round(compiled - grouped, 2),
        "printed": round(printed - compiled, 2),
    }


def _crowd(number: int) -> dict[str, Any]:
    """Group replies to one question, and find their names."""
    from bot.core.themes.group import group
    from bot.core.themes.said import Said
    from bot.encoder.table import StaticTable

    said = [
        Said(id=f"R{at:05}", text=words, author=f"U{at:05}")
        for at, (_, words, _) in enumerate(spoken_by_lot(number))
    ]
    made = group(said, StaticTable()([one.text for one in said]))
    return {"themes": len(made.themes), "alone": len(made.singles)}


def _decisions(said: "Sequence[Said]", labels: Mapping[str, str]) -> "tuple[Decision, ...]":
    """What somebody who knows the labels decides in ten minutes, and the names they give."""
    from bot.core.themes.decisions import Rename
    from bot.core.themes.group import sheets_of
    from bot.core.themes.measuring.sorter import Sorter
    from bot.encoder.table import StaticTable

    sheets = sheets_of(said, StaticTable()([one.text for one in said]))
    named = {
        (one.group, labels[one.id]): Rename(replies=(one.id,), words=labels[one.id])
        for one in said
        if list(labels.values()).count(labels[one.id]) > 1
    }
    return (*Sorter(sheets, labels).first(TEN_MINUTES), *named.values())


def _lines() -> list[Reply]:
    """The invented quarter."""
    lines = (json.loads(line) for line in QUARTER.read_text(encoding="utf-8").splitlines())
    return [Reply(line["group"], line["text"], line["label"]) for line in lines]


def _a_quarter() -> list[Reply]:
    """The first replies to each of six of its questions, as many as an ordinary cycle has."""
    questions = list(dict.fromkeys(one.question for one in _lines()))[: len(PRACTICES)]
    return [
        one
        for question in questions
        for one in [each for each in _lines() if each.question == question][:ORDINARY]
    ]


def spoken_by_lot(number: int) -> list[Reply]:
    """So many invented replies: two or three sentences that were said to one question in the
    invented quarter, drawn by lot."""
    rng = Random(number)  # noqa: S311  nothing here is a secret
    sentences: dict[str, list[str]] = {}
    for one in _lines()[:120]:
        found = re.findall(r"[^.?!]+[.?!]+['’”]?", one.words)
        sentences.setdefault(one.question, []).extend(found)
    drawn = (rng.choice(list(sentences)) for _ in range(number))
    return [Reply(question, _drawn(sentences[question], rng)) for question in drawn]


def _drawn(sentences: Sequence[str], rng: Random) -> str:
    return " ".join(one.strip() for one in rng.sample(sentences, rng.choice((2, 3))))


if __name__ == "__main__":
    main()
