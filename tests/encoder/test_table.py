"""The table that ships: what it gives for a text, and what it says when it is not whole."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from bot.core.themes.clustering.likeness import cosines
from bot.encoder import table
from bot.encoder.pieces import Pieces
from bot.encoder.table import EncoderError, StaticTable

ENCODE = StaticTable()


def test_a_word_is_split_into_the_longest_pieces_that_are_known() -> None:
    pieces = Pieces({"[UNK]": 0, "safe": 1, "##guard": 2, "##ing": 3, "s": 4, ".": 5})
    assert pieces.of("Safeguarding. Sx") == [
        ("safeguarding", (1, 2, 3)),
        (".", (5,)),
        ("sx", (0,)),
    ]


def test_what_means_the_same_is_nearer_than_what_does_not() -> None:
    rows = ENCODE(
        ["The bus stops at six.", "Public transport ends early.", "The form is too long."]
    )
    alike = cosines(rows)
    assert alike[0, 1] > alike[0, 2]


def test_a_text_has_the_same_row_in_any_company() -> None:
    texts = ["Buses.", "", "🙂", "Ffônau yn y clwb", "x" * 20_000, "the of and"]
    together = ENCODE(texts)
    assert together.shape == (6, 512)
    assert np.isfinite(together).all()
    for row, text in enumerate(texts):
        assert np.allclose(ENCODE([text])[0], together[row], atol=1e-6)


def test_nothing_is_read_before_it_is_asked(tmp_path: Path) -> None:
    missing = StaticTable(tmp_path)
    assert missing.id == ENCODE.id
    with pytest.raises(EncoderError, match=r"table256_int8\.npz.*Install Dots again"):
        missing(["x"])


def test_a_damaged_table_is_refused(tmp_path: Path) -> None:
    for name in table.SUMS:
        shutil.copy(table.HERE / name, tmp_path)
    with (tmp_path / table.VOCABULARY).open("a") as file:
        file.write("x")
    with pytest.raises(EncoderError, match=r"vocab\.txt.*not the file"):
        StaticTable(tmp_path)(["x"])


def test_what_the_table_came_from_is_said_beside_it() -> None:
    assert "CC BY" in (table.HERE / "PROVENANCE.md").read_text()
