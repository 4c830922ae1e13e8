"""Whatever people write, Slack takes what we make of it: whole in plain text, and inert."""

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import sentences
from bot.core.digest.reading.pages import pages
from bot.core.digest.signoff import DigestState
from bot.core.messages import Outgoing
from bot.core.sectors import Sector
from bot.rehearsal.block_kit.check import check_message_blocks
from bot.slack.speech.render import render
from tests.core.digest.invented_cycle import five_people, invented_digest
from tests.slack.sayings import (
    COORDINATOR,
    CYCLE,
    FORTY_THOUSAND,
    LINK,
    MAKES,
    NASTY,
    OCCURRENCE,
    QUESTION,
    digest,
    draft,
    note,
    objects,
    private,
    prompt,
    reminder,
    run,
    seen,
)

every_kind = pytest.mark.parametrize("make", MAKES, ids=lambda make: make.__name__)
nasty = pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())

LONGEST_TEXT, LONGEST_GOOD_TEXT = 40_000, 4_000
"""Characters of a message's text: Slack cuts off what is beyond, and advises the smaller limit."""


def is_inert(mrkdwn: str) -> bool:
    """True when Slack's parser finds nothing in it but letters."""
    naming_who_decided = mrkdwn.replace(f"(<@{COORDINATOR}>)", "")
    bare = re.sub(r"&(?:amp|lt|gt);", "", naming_who_decided)
    return not re.search(r"[<>&]", bare)


def check(message: Outgoing) -> None:
    """Everything that must hold of any message."""
    text, blocks = render(message)
    check_message_blocks(blocks)
    assert 0 < len(text) <= LONGEST_TEXT
    assert is_inert(text)
    for each in objects(blocks):
        kind = each.get("type")
        if kind == "mrkdwn":
            assert is_inert(each["text"])
            assert each["verbatim"] is True
        if kind == "plain_text":
            assert each["emoji"] is False
        assert kind not in ("link", "user", "usergroup", "channel", "broadcast", "emoji", "date")
        assert each.get("url", LINK) == LINK


@every_kind
@nasty
def test_slack_takes_every_message_and_nothing_in_it_can_ping(
    make: Callable[[str], Outgoing], words: str
) -> None:
    check(make(words))


def test_a_plan_that_changes_all_over_is_one_note_that_slack_takes() -> None:
    changes = tuple(f"{number}: {'&' * QUESTION}" for number in range(200))
    message = note(sentences.coordinators.plan_changed(changes))
    check(message)
    assert "180 more" in render(message)[0]


@every_kind
@settings(max_examples=40)
@given(words=st.text(min_size=1, max_size=1500))
def test_no_words_at_all_can_ping_or_break_a_message(
    make: Callable[[str], Outgoing], words: str
) -> None:
    check(make(words))


@every_kind
@settings(max_examples=40)
@given(words=st.text(alphabet="<>&|!@#^ampltgchannel;*_~` \n", min_size=1, max_size=1500))
def test_no_mixture_of_slacks_own_marks_can_ping_or_break_a_message(
    make: Callable[[str], Outgoing], words: str
) -> None:
    check(make(words))


@pytest.mark.parametrize("make", [prompt, reminder, private, note])
def test_forty_thousand_characters_are_no_trouble(make: Callable[[str], Outgoing]) -> None:
    check(make(FORTY_THOUSAND))


@pytest.mark.parametrize("words", [*NASTY.values(), FORTY_THOUSAND], ids=[*NASTY, "very many"])
def test_every_page_of_a_digest_full_of_long_replies_is_one_good_message(words: str) -> None:
    cut = pages(invented_digest(replies=five_people(text=(words * 20)[:LONGEST_TEXT])))
    for number, each in enumerate(cut):
        arguments = {"page": each, "page_number": number, "last_page": len(cut) - 1}
        for message in (digest("x"), draft("x")):
            made = message.model_copy(update=arguments)
            check(made)
            assert len(render(made)[0]) <= LONGEST_GOOD_TEXT


@every_kind
@nasty
def test_the_plain_text_alone_says_what_the_blocks_say(
    make: Callable[[str], Outgoing], words: str
) -> None:
    text, blocks = render(make(words))
    told = run(html.unescape(text))
    for each in objects(blocks):
        if each.get("type") == "mrkdwn":
            assert run(html.unescape(each["text"])) in told
        if each.get("type") == "text":
            assert run(each["text"]).removeprefix("—") in told
        if each.get("type") == "header":
            assert run(each["text"]["text"]) in told


@pytest.mark.parametrize("make", [prompt, reminder, private, digest, draft])
@nasty
def test_the_blocks_alone_say_the_whole_question(
    make: Callable[[str], Outgoing], words: str
) -> None:
    assert run(words[:QUESTION]) in seen(render(make(words))[1])


@nasty
def test_a_note_of_any_length_is_in_its_blocks_to_the_last_word(words: str) -> None:
    long = f"{words} " * 20 + "the end"
    assert seen(render(note(long))[1]) == run(long)


@pytest.mark.parametrize("before", range(6))
@pytest.mark.parametrize("mark", ["<", "&", "<&>"])
def test_a_note_without_a_space_is_never_cut_inside_an_escape(mark: str, before: int) -> None:
    long = "x" * before + mark * 2000
    check(note(long))
    assert seen(render(note(long))[1]) == long


@nasty
def test_a_quote_stands_word_for_word_where_no_mark_means_anything(words: str) -> None:
    quotes = [
        each["elements"]
        for each in objects(render(digest(words))[1])
        if each.get("type") == "rich_text_quote"
    ]
    assert quotes[0] == [{"type": "text", "text": words}]


def values(message: Outgoing) -> dict[str, set[str]]:
    """What each button and menu of a message would send us."""
    found: dict[str, set[str]] = {}
    for each in objects(render(message)[1]):
        if "action_id" in each:
            options = {option["value"] for option in each.get("options", ())}
            found[each["action_id"]] = options or {each["value"]}
    return found


def test_buttons_carry_ids_and_nothing_of_what_was_said_or_by_whom() -> None:
    words = "Something that somebody said."
    version = f"3|{CYCLE}"
    offered = ("answer_privately", "who_sees", "not_now")
    assert values(prompt(words)) == {name: {OCCURRENCE} for name in offered} | {
        "propose_open": {f"occurrence|{OCCURRENCE}"}
    }
    assert values(private(words)) == {
        "choose_quote": {CYCLE},
        "choose_leave_out": {CYCLE},
        "take_back": {CYCLE},
        "say_sector": {sector.value for sector in Sector},
        "propose_open": {f"cycle|{CYCLE}"},
    }
    assert values(draft(words)) == {
        "digest_approve": {version},
        "digest_hold": {version},
        "digest_sort": {version},
        "review_open": {CYCLE},
        "digest_paper": {CYCLE},
    }
    assert values(reminder(words)) == values(note(words)) == values(digest(words)) == {}


looked_at = {"digest_sort", "review_open", "digest_paper"}


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (DigestState.DRAFT, {"digest_approve", "digest_hold", *looked_at}),
        (DigestState.HELD, {"digest_approve", *looked_at}),
        (DigestState.APPROVED, {"digest_hold", "digest_paper"}),
        (DigestState.PUBLISHED, {"digest_paper"}),
        (DigestState.EXPIRED, set()),
    ],
)
def test_a_draft_offers_only_what_can_still_be_decided(
    state: DigestState, offered: set[str]
) -> None:
    first = draft("Words.").model_copy(update={"state": state})
    assert set(values(first)) == offered
    assert values(first.model_copy(update={"page_number": 1})) == {}


def test_a_member_whose_words_are_never_quoted_is_not_asked_to_be() -> None:
    line = private("Words.").model_copy(update={"may_be_quoted": False})
    offered = {"choose_leave_out", "take_back", "say_sector", "propose_open"}
    assert set(values(line)) == offered


def test_the_prompt_says_where_a_concern_goes_in_text_and_in_blocks() -> None:
    text, blocks = render(prompt("Who else?"))
    for words in ("not a way to report a concern", "999", "01632 960001", "01632 960003"):
        assert words in text
        assert run(words) in seen(blocks)


def test_only_the_first_page_of_an_unsigned_digest_says_so() -> None:
    first = digest("Words.")
    unsigned = sentences.board.not_signed_off()
    assert unsigned in render(first)[0]
    assert run(unsigned) in seen(render(first)[1])
    assert unsigned not in render(first.model_copy(update={"signed_off": True}))[0]
    assert unsigned not in render(first.model_copy(update={"page_number": 1}))[0]


def test_the_first_of_several_pages_says_where_the_others_are() -> None:
    first = digest("Words.")
    more = sentences.board.more_pages(2)
    assert more in render(first)[0]
    assert run(more) in seen(render(first)[1])
    alone = first.model_copy(update={"last_page": 0})
    assert "thread of this message" not in render(alone)[0]
