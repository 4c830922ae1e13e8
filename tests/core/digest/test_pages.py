"""Pages: everything is on one, and every one fits, whatever somebody typed."""

from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.asking.plan import Occurrence
from bot.core.digest.compiling.quoting import printed_length
from bot.core.digest.digest import Digest
from bot.core.digest.reading.opening import title
from bot.core.digest.reading.pages import (
    CONTINUED,
    LONGEST_PAGE,
    MOST_PARTS,
    Page,
    pages,
    plain_text,
)
from bot.core.digest.reading.parts import Heading, Part, Quote
from bot.core.digest.reading.whole import parts
from tests.core.digest.invented_cycle import (
    ASKED,
    GROUPED,
    PLAIN_WORDS,
    REPLIES,
    SLOWER,
    five_people,
    grouping,
    invented_digest,
    occurrence,
    partnership,
    reply,
    together,
)


def _flow(all_pages: Iterable[Page]) -> list[Part]:
    """The parts of all pages without the headings that pages repeat."""
    return [
        part
        for page in all_pages
        for part in page.parts
        if not (isinstance(part, Heading) and part.text.endswith(CONTINUED))
    ]


def details(digest: Digest) -> tuple[Page, ...]:
    """The pages behind the one with the essence."""
    return pages(digest)[digest.kind == "digest" :]


def assert_well_cut(digest: Digest, *, headings_stay: bool = True) -> None:
    cut = details(digest)
    assert _flow(cut) == list(parts(digest))
    for page in pages(digest):
        assert printed_length(plain_text(page)) <= LONGEST_PAGE
        assert len(page.parts) <= MOST_PARTS
        if headings_stay:
            assert not isinstance(page.parts[-1], Heading)
            assert isinstance(page.parts[0], Heading) or page in (cut[0], pages(digest)[0])


def test_pages_are_numbered_when_there_is_more_than_one() -> None:
    many = details(invented_digest())
    assert [page.title[-13:] for page in many] == [f"(page {n} of 2)" for n in (1, 2)]
    (only,) = pages(invented_digest(asked=[], replies=[]))
    assert only.title == title(invented_digest(asked=[], replies=[]))


def test_the_items_of_a_list_stay_together_in_plain_text() -> None:
    told = plain_text(pages(invented_digest())[0])
    assert "\n\n• Bridging boundaries: " in told
    assert "\n• Leading with care: " in told
    assert "\n\n• Leading with care: " not in told


def test_a_page_that_begins_inside_a_question_repeats_its_headings() -> None:
    many = [reply(f"R{n}", PLAIN_WORDS, f"U0V{n}", text="listen " * 300) for n in range(8)]
    second = details(invented_digest(asked=[PLAIN_WORDS], replies=many))[1]
    assert [part.text for part in second.parts[:3] if isinstance(part, Heading)] == [
        "Leading with care (continued)",
        "Which word of ours would a parent read differently? (continued)",
        "Different views, each from one person (continued)",
    ]


def too_many_themes() -> Digest:
    """Sixty themes with names so long that no single page takes them."""
    said = [reply(f"T{n}-{m}", SLOWER, f"U0T{n}-{m}") for n in range(60) for m in range(2)]
    themes = (together(f"T{n}-0", f"T{n}-1", given_label=f"{n} " + "long " * 20) for n in range(60))
    return invented_digest(replies=said, grouping=grouping(*themes))


def test_the_essence_names_every_theme_or_only_counts_them() -> None:
    few = plain_text(pages(invented_digest(grouping=GROUPED))[0])
    assert "\n• Moved\n" in few
    many = plain_text(pages(too_many_themes())[0])
    assert "\n• 60 themes.\n" in many
    assert "long" not in many


def test_the_essence_says_how_many_stand_alone_and_what_the_board_is_asked() -> None:
    told = plain_text(pages(invented_digest(grouping=GROUPED))[0])
    assert "• One single view and one reply not easily grouped." in told
    assert "The board is asked to\n\n• Talk about the questions" in told
    assert told.count("?") == 3


def test_every_theme_is_on_a_page_however_many_there_are() -> None:
    told = " ".join(plain_text(page) for page in details(too_many_themes()))
    assert all(f"\n{n} long" in told for n in range(60))


@pytest.mark.parametrize("text", ["x" * 40_000, "&<>" * 14_000, "a\n" * 20_000, "\u0301" * 40_000])
def test_forty_thousand_characters_still_make_pages_that_fit(text: str) -> None:
    assert_well_cut(invented_digest(replies=five_people(text=text)))


def test_the_heaviest_names_and_questions_still_make_pages_that_fit() -> None:
    heavy = [
        occurrence(f"q{n}", ["BB1"], "&" * 300, follow_up="&" * 300, channel_id=f"C0HEAVY{n}")
        for n in range(6)
    ]
    loud = partnership(name="&" * 120, board=partnership().board.model_dump() | {"name": "&" * 120})
    said = [
        reply(f"{one.id}{n}", one, f"U0V{n}", text="&" * 5_000) for one in heavy for n in range(4)
    ]
    assert_well_cut(
        invented_digest(partnership=loud, asked=heavy, replies=said), headings_stay=False
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(ASKED), st.text(max_size=50), st.integers(1, 40)), max_size=60
    )
)
@example([(SLOWER, "\U0001f44d", 1)] * 60)
def test_every_consented_reply_is_on_a_page_and_every_page_fits(
    said: list[tuple[Occurrence, str, int]],
) -> None:
    replies = [
        reply(f"R{n}", to, f"U0V{n}ID", text=text * times)
        for n, (to, text, times) in enumerate(said)
    ]
    digest = invented_digest(replies=replies)
    assert_well_cut(digest)
    if digest.kind == "digest":
        printed = [part.words for part in _flow(details(digest)) if isinstance(part, Quote)]
        expected = [line.words for one in digest.questions for line in one.lines]
        assert sorted(printed) == sorted(expected)
        assert len(printed) == len(replies)


def test_no_author_is_on_any_page() -> None:
    told = "".join(map(plain_text, pages(invented_digest())))
    assert not [one.author for one in REPLIES if one.author in told]
