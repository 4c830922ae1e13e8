"""Whatever the text, the detector answers, in bounds and in time that grows as the text does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.language import language_terms
from bot.core.guard.language import language

DETECT = language(language_terms(), {"A", "B", "C", "D"})
PIECES = st.sampled_from(
    ["she puts herself at risk", "hard to reach", "“", "”", "'", "> ", "\n", ". ", "`", "&gt;",
     "staff ", "the word ", "not ", "*", "\u200b", "mae pobl yn ", "in exchange for sex ", "😀"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_gets_findings_that_lie_inside_it(text: str) -> None:
    for each in DETECT(text):
        assert 0 <= each.start < each.end <= len(text)


def test_a_reply_of_forty_thousand_characters_is_read_to_its_end() -> None:
    text = "We met and talked about dates, " * 1_300 + "and about a girl who puts herself at risk"
    (found,) = DETECT(text)
    assert found.kind == "puts-self-at-risk"
