"""`dots themes`, `dots bench themes`: replies of your own grouped, and grouping measured on them.

Stores and sends nothing.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bot.cli.words import OK, cannot
from bot.content.consultation import Consultation, consultation
from bot.content.replies import UnreadableRepliesError, content_of
from bot.core.themes.group import group
from bot.core.themes.grouping import Grouping
from bot.core.themes.measuring.figures import Figures, figures
from bot.encoder.table import EncoderError, StaticTable
from bot.settings import Settings

ALONE = -1
"""What `--json` says for a reply that is in no theme."""


def print_themes(parsed: argparse.Namespace, _settings: Settings) -> int:
    """What the replies of a file, or of standard input for `-`, have in common."""
    encoder = StaticTable()
    try:
        read = _read(parsed.file)
        vectors = encoder([each.text for each in read.said])
    except (UnreadableRepliesError, EncoderError) as error:
        return cannot(str(error))
    made = group(read.said, vectors, table=encoder.id)
    for line in _as_json(read, made) if parsed.json else _in_words(read, made):
        print(line)
    return OK


def _in_words(read: Consultation, made: Grouping) -> Iterator[str]:
    from bot.core.sentences.themes import themes_in_words  # with all that Dots says: 0.3 s

    yield from themes_in_words(read.said, made)


def bench_themes(parsed: argparse.Namespace, _settings: Settings) -> int:
    """How well labelled replies are grouped, unsorted and by a sorter who knows the labels."""
    try:
        read = _read(parsed.file, labelled=True)
        vectors = StaticTable()([each.text for each in read.said])
    except (UnreadableRepliesError, EncoderError) as error:
        return cannot(str(error))
    measured = figures(read.said, vectors, read.labels)
    print(measured.model_dump_json(indent=2) if parsed.json else _figures_in_words(measured))
    return OK


def _read(path: Path, *, labelled: bool = False) -> Consultation:
    if str(path) == "-":
        return consultation(sys.stdin.buffer.read(), "standard input", labelled=labelled)
    return consultation(content_of(path), str(path), labelled=labelled)


def _as_json(read: Consultation, made: Grouping) -> Iterator[str]:
    """A line for each reply in the file's order; themes are numbered through all groups."""
    number: dict[str, int] = defaultdict(lambda: ALONE)
    for at, theme in enumerate(made.themes):
        number.update(dict.fromkeys(theme.members, at))
    for own, each in zip(read.ids, read.said, strict=True):
        yield json.dumps({"id": own, "theme": number[each.id]}, ensure_ascii=False)


def _figures_in_words(measured: Figures) -> str:
    unsorted, single = measured.unsorted, measured.single_views
    return "\n".join(
        (
            f"{measured.replies} replies to {measured.groups} questions; reach: {measured.reach}",
            f"unsorted: {unsorted.themes} themes, {unsorted.pairs} pairs of replies in them",
            f"  precision of those pairs  {_share(unsorted.pair_precision)}",
            f"  recall of people's pairs  {_share(unsorted.pair_recall)}",
            f"replies with a label of their own: {single.replies}, "
            f"of which {single.standing_alone} stand alone",
            "adjusted Rand index, mean of the questions, after so many decisions:",
            f"  one card a decision        {_after(measured.ari)}",
            f"  one pair a decision        {_after(measured.ari_pair_by_pair)}",
            f"adjusted Rand index of all   {_after(measured.ari_of_all)}",
            f"decisions until everything is sorted: {_how_many(measured.decisions_until_sorted)}",
        )
    )


def _how_many(decisions: int | None) -> str:
    return "more than anybody would make" if decisions is None else str(decisions)


def _share(share: float | None) -> str:
    return "nothing to measure" if share is None else f"{share:.2f}"


def _after(values: dict[str, float]) -> str:
    return "   ".join(f"{number}: {value:.2f}" for number, value in values.items())
