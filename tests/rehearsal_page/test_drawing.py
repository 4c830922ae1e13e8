"""A browser draws what the server tells the page: every kind of thing, and nothing as markup."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.rehearsal_page.browser import window
from tests.rehearsal_page.canned import canned
from tests.rehearsal_page.snapshot import FIFTY, answers, message


@pytest.fixture(scope="module")
def drawn(browser: Browser) -> Iterator[Page]:
    with (
        canned(answers()) as url,
        window(browser, f"{url}#as=U0POLICE1&at=C0STRATEGY&thread=1767693700.000100") as page,
    ):
        expect(page.locator("#replies article")).to_have_count(3)
        yield page


@pytest.fixture(scope="module")
def markup(drawn: Page) -> str:
    content: str = drawn.content()
    return content


@pytest.fixture(scope="module")
def modal(browser: Browser) -> Iterator[Page]:
    with (
        canned(answers(modal=True)) as url,
        window(browser, f"{url}#as=U0POLICE1&at=home") as page,
    ):
        expect(page.get_by_role("dialog")).to_be_visible()
        yield page


@pytest.mark.parametrize(
    "piece",
    [
        '<h4 class="block-header">A question to be curious about</h4>',
        "<strong>Which word do we use that partners understand in different ways?</strong>",
        "<em>Half a sentence is welcome.</em>",
        '<a href="https://example.org/about" target="_blank" rel="noopener noreferrer">',
        "Answer privately",
        'class="mention">@Mei Ashdown-Lark</span>',
        'class="mention">@channel</span>',
        '<li><div class="rich"><span>point 2</span></div></li>',
        "<pre><span>kept  as  typed</span></pre>",
        "Picture: Three principles joined by lines",
        '<th scope="col">When</th>',
        "unknown block: hologram",
        "Only visible to you",
        "(edited)",
        "This message was deleted.",
        "2 replies",
        "score to us &amp; a feeling",
        'aria-label="eyes, 2: Mei Ashdown-Lark, Idris Penhallow-Reed"',
        "Wednesday, 7 January 2026, 10:10",
        "Wed 14 Jan 09:40, in 7 days",
        '<span id="next-what">Dots asks a question in #places-and-spaces</span>',
        "Also send to the channel",
        '3<span class="unseen"> unread</span>',
        'aria-current="page"',
    ],
)
def test_the_page_draws(markup: str, piece: str) -> None:
    assert piece in markup


def test_what_people_type_is_never_markup(drawn: Page, markup: str) -> None:
    """Neither what they say, nor how they call themselves, nor what they call a channel."""
    assert markup.count('&lt;img src=x onerror="document.title=1"&gt;') >= 4
    assert '<img src="x"' not in markup
    assert drawn.title() != "1"
    assert drawn.locator("article script").count() == 0


def test_a_message_of_fifty_blocks_is_drawn_whole(browser: Browser) -> None:
    many = answers()
    many["/rehearsal/state"]["channels"][0] |= {"messages": [FIFTY], "ephemerals": []}
    with canned(many) as url, window(browser, f"{url}#as=U0POLICE1&at=C0STRATEGY") as page:
        expect(page.locator("#messages .section")).to_have_count(50)
        expect(page.get_by_text("block 50", exact=True)).to_be_in_viewport()


def test_a_picture_that_is_none_is_said_in_words(drawn: Page) -> None:
    expect(drawn.locator(".file").first).to_contain_text("its file is not a picture")


def test_only_ones_own_messages_can_be_edited(drawn: Page) -> None:
    edit = drawn.get_by_role("button", name="Edit your message")
    editable = drawn.get_by_role("article").filter(has=edit)
    names = [each.get_attribute("aria-label") or "" for each in editable.all()]
    assert names
    assert all(name.startswith("Idris Penhallow-Reed") for name in names)


@pytest.fixture(scope="module")
def crowded() -> Iterator[str]:
    """Where a channel of 600 messages is, called n0 to n599."""
    many = answers()
    channel = many["/rehearsal/state"]["channels"][0]
    said = [message(at_minute(n), "U0HEALTH1", f"n{n}") for n in range(600)]
    channel |= {"messages": said, "ephemerals": []}
    with canned(many) as url:
        yield f"{url}#as=U0POLICE1&at=C0STRATEGY"


def at_minute(number: int) -> str:
    return f"{1767693600 + 60 * number}.000100"


def scroll(page: Page, pixels: int, until: str) -> None:
    """Turn the wheel until those words are seen."""
    seen = page.get_by_text(until, exact=True)
    page.locator("#messages").hover()
    for _ in range(200):
        if seen.count() and seen.is_visible():
            break
        page.mouse.wheel(0, pixels)
        page.wait_for_timeout(10)
    expect(seen).to_be_visible()


def test_of_many_messages_some_are_drawn_wherever_one_goes(browser: Browser, crowded: str) -> None:
    """However many there are, a page never holds more than some: so it stays quick to scroll."""
    with window(browser, crowded) as page:
        expect(page.get_by_text("n599", exact=True)).to_be_in_viewport()
        scroll(page, -3000, "n0")
        assert page.get_by_role("article").count() <= 150
        expect(page.get_by_text(re.compile(r"Later messages \(4\d\d\)"))).to_have_count(1)
        scroll(page, 3000, "n599")
        assert page.get_by_role("article").count() <= 150


def test_a_link_leads_to_one_message_among_many(browser: Browser, crowded: str) -> None:
    with window(browser, f"{crowded}&ts={at_minute(300)}") as page:
        expect(page.get_by_text("n300", exact=True)).to_be_in_viewport()
        scroll(page, 3000, "n400")


@pytest.mark.parametrize(
    "label", ["Your answer", "What you bring", "Day", "Time", "Person", "Channel"]
)
def test_every_input_of_a_modal_has_its_label(modal: Page, label: str) -> None:
    named = modal.get_by_role("dialog").get_by_label(re.compile(f"^{label}"))
    expect(named).to_have_count(1)


def test_choices_of_several_are_a_named_group(modal: Page) -> None:
    group = modal.get_by_role("group", name="Who may see it")
    expect(group.get_by_role("radio")).to_have_count(2)


def test_the_home_is_drawn_behind_the_modal(modal: Page) -> None:
    expect(modal.locator("#messages .home")).to_contain_text("A question to be curious about")
