"""The picture of where the dots join says in shapes what the text says in words."""

import re
from datetime import date
from xml.etree import ElementTree

from bot.core.digest.heard import Breadth, Side, Thread, Voices
from bot.core.digest.reading.parts import plain
from bot.core.digest.reading.picture import in_words, picture
from bot.core.digest.reading.whole import parts
from bot.core.framework import Principle
from bot.core.sectors import Sector
from bot.paper.digest.picture import picture_svg
from bot.paper.digest.shapes import GLYPHS, SHAPES, mark_svg
from tests.core.digest.invented_cycle import GROUPED, invented_digest, occurrence
from tests.paper.digest.pictures import BB, CU, LC, PICTURE

SVG = "{http://www.w3.org/2000/svg}"


def drawn() -> ElementTree.Element:
    return ElementTree.fromstring(picture_svg(PICTURE))  # noqa: S314  # our own drawing


def words_in(svg: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in svg.iter(f"{SVG}text")]


def widths(svg: ElementTree.Element) -> list[float]:
    """Of the lines that join marks, row by row."""
    lines = [each for each in svg.iter(f"{SVG}line") if each.get("stroke-opacity") == ".7"]
    return [float(each.get("stroke-width") or 0) for each in lines]


def test_every_row_and_lane_is_named_and_the_whole_is_described_in_words() -> None:
    svg = drawn()
    words = words_in(svg)
    assert "Bridging boundaries" in words
    assert "Quiet ones, from at least 4 sectors" in words
    assert "<b>words</b> & letters" in words
    assert "12 joining nothing" in words
    assert svg.findtext(f"{SVG}desc") == " ".join(in_words(PICTURE))


def test_more_sectors_make_a_wider_line_and_no_number_the_thinnest() -> None:
    wide, thin = widths(drawn())
    assert wide > 2 * thin > 0


def test_the_principles_are_told_apart_by_shape_and_pattern_and_not_by_colour_alone() -> None:
    marks = [mark_svg(one) for one in Principle]
    without_colour = [re.sub(r"#[0-9a-f]{3,6}", "", one) for one in marks]
    assert len(set(without_colour)) == len(set(SHAPES.values())) == len(set(GLYPHS.values())) == 3


def test_long_names_are_cut_and_never_run_into_their_neighbours() -> None:
    assert max(map(len, words_in(drawn()))) <= 66
    assert any(one.endswith("…") for one in words_in(drawn()))


def test_the_same_picture_is_the_same_bytes() -> None:
    assert picture_svg(PICTURE) == picture_svg(PICTURE)


def thread(**changes: object) -> Thread:
    values = {
        "id": "R04",
        "label": "moved",
        "sides": (
            Side(principle=BB, theme_ids=("R00",), reply_ids=("R04",)),
            Side(principle=CU, reply_ids=("R16",)),
        ),
        "breadth": Breadth.FEW,
        "voices": Voices(sectors=(Sector.HEALTH,), others=True, at_least=2),
    }
    return Thread.model_validate(values | changes)


def test_a_thread_and_a_joining_questions_theme_are_rows_and_the_rest_is_counted() -> None:
    digest = invented_digest(grouping=GROUPED).model_copy(update={"threads": (thread(),)})
    found = picture(digest)
    assert found is not None
    assert [(row.label, row.at_least) for row in found.rows] == [("moved", 2), ("words", 0)]
    assert [[mark.principle for mark in row.marks] for row in found.rows] == [[BB, CU], [BB, LC]]
    assert found.rows[0].marks[0].label == "moved"
    assert [lane.apart for lane in found.lanes] == [0, 1, 0]


def test_a_thread_says_in_words_all_that_its_row_shows() -> None:
    digest = invented_digest(grouping=GROUPED).model_copy(update={"threads": (thread(),)})
    told = "\n".join(map(plain, parts(digest)))
    assert (
        "\nMoved\nRuns across Bridging boundaries (“moved”) and Complexity, curiosity and "
        "uncertainty. Raised by health and other partners: one or a few of the 11 who answered.\n"
    ) in told


def test_there_is_no_picture_where_nothing_joins_and_the_text_says_so() -> None:
    asked = [occurrence("q", ["BB1"], on=date(2026, 11, 3))]
    digest = invented_digest(asked=asked, replies=[])
    assert picture(digest) is None
