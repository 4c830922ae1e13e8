"""The page is small, keeps to a strict policy, and draws what the server tells it."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.rehearsal_page.browser import CHROMIUM, dump
from tests.rehearsal_page.canned import canned, driven
from tests.rehearsal_page.checker import axe
from tests.rehearsal_page.snapshot import answers, message

PAGE = files("bot.rehearsal") / "page"
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in PAGE.iterdir()}
SCRIPTS = {name: text for name, text in SOURCES.items() if name.endswith(".js")}

MEASURE = (Path(__file__).parent / "measure.js").read_bytes()

# CSS pixels: a phone, a desktop at 200 % zoom, a desktop.
WIDTHS = ("320", "640", "1280")
# Views that measure.js opens.
VIEWS = 8
# Milliseconds of the page's own time for all views at all widths.
MEASURE_MS = 20_000

# Bytes of the whole page: it should open at once on any machine (a judgment).
PAGE_MAX = 150_000

browser_only = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here: the page is not drawn (Debian: chromium)"
)


def test_the_page_is_light() -> None:
    assert sum(len(text.encode()) for text in SOURCES.values()) < PAGE_MAX


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_turns_data_into_markup_or_code(name: str) -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc"
    assert not re.search(forbidden, SCRIPTS[name])


def test_the_markup_has_no_inline_script_style_or_handler() -> None:
    markup = SOURCES["index.html"]
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", markup)


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_is_asked_of_another_machine(name: str) -> None:
    addresses = set(re.findall(r"https?://[\w.-]+", SOURCES[name]))
    assert addresses <= {"http://www.w3.org"}


def test_every_name_that_a_script_imports_is_there() -> None:
    for text in SCRIPTS.values():
        for names, source in re.findall(r'import \{([^}]+)\} from "\./([\w.]+)"', text):
            for name in names.split(","):
                assert re.search(rf"export .*\b{name.strip()}\b", SCRIPTS[source]), name


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


PAIRS = [
    (text, ground)
    for text in ("ink", "soft", "accent", "danger", "warm")
    for ground in ("paper", "card", "side", "wash", "warm-wash", "code")
]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), [*PAIRS, ("accent-ink", "accent"), ("paper", "warm")])
def test_words_stand_out_from_their_ground(theme: int, text: str, ground: str) -> None:
    """WCAG 2.2 AA asks for 4.5 (success criterion 1.4.3)."""
    palette = re.findall(r":root \{([^}]+)\}", SOURCES["style.css"])[theme]
    colors = dict(re.findall(r"--([\w-]+): (#\w{6});", palette))
    assert contrast(colors[text], colors[ground]) >= 4.5


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with canned(answers()) as url:
        there = f"{url}#as=U0POLICE1&at=C0STRATEGY&thread=1767693700.000100"
        yield dump(there, tmp_path_factory.mktemp("profile"))


@browser_only
def test_of_many_messages_the_newest_are_drawn(tmp_path: Path) -> None:
    """2,000 stay quick to scroll; earlier ones are drawn as somebody goes there."""
    many = answers()
    channel = many["/rehearsal/state"]["channels"][0]
    said = [message(f"{1767693600 + 60 * n}.000100", "U0HEALTH1", f"n{n}") for n in range(2000)]
    channel |= {"messages": said, "ephemerals": []}
    with canned(many) as url:
        newest = dump(f"{url}#as=U0POLICE1&at=C0STRATEGY", tmp_path / "newest")
        linked = f"{url}#as=U0POLICE1&at=C0STRATEGY&ts={said[1000]['ts']}"
        earlier = dump(linked, tmp_path / "earlier")
    assert "Earlier messages (1850)" in newest
    assert newest.count("<article") == 150
    assert '<div class="text">n1999</div>' in newest
    assert '<div class="text">n1000</div>' in earlier


@pytest.fixture(scope="module")
def drawn_modal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with canned(answers(modal=True)) as url:
        yield dump(f"{url}#as=U0POLICE1&at=home", tmp_path_factory.mktemp("profile"))


@browser_only
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
        'aria-label="Three principles joined by lines"',
        '<th scope="col">When</th>',
        "unknown block: hologram",
        "Only visible to you",
        "(edited)",
        "This message was deleted.",
        "2 replies",
        "score to us &amp; a feeling",
        'aria-label="eyes, 2: Mei Ashdown-Lark, Idris Penhallow-Reed"',
        "Wednesday, 7 January 2026, 10:10",
        "Wed 14 Jan 09:40 (in 7 days): Dots asks a question in #places-and-spaces",
        "Also send to #exploitation-strategy",
        '3<span class="unseen"> unread</span>',
        'aria-current="page"',
    ],
)
def test_the_page_draws(drawn: str, piece: str) -> None:
    assert piece in drawn


@browser_only
def test_what_people_type_is_never_markup(drawn: str) -> None:
    assert drawn.count('&lt;img src=x onerror="document.title=1"&gt;') == 2
    assert '<img src="x"' not in drawn
    assert "<title>1</title>" not in drawn


@browser_only
def test_only_ones_own_messages_can_be_edited(drawn: str) -> None:
    message = re.compile(r'<article class="message[^"]*".*?</article>', re.DOTALL)
    with_edit = [found for found in message.findall(drawn) if 'data-focus="tool-Edit"' in found]
    assert with_edit
    assert all('aria-label="Idris Penhallow-Reed' in found for found in with_edit)


@browser_only
@pytest.mark.parametrize(
    "label",
    ["Your answer", "What you bring", "Day", "Time", "Person", "Channel"],
)
def test_every_input_of_a_modal_has_its_label(drawn_modal: str, label: str) -> None:
    found = re.search(rf'<label for="([\w-]+)">{label}', drawn_modal)
    assert found
    assert f'id="{found[1]}"' in drawn_modal


@browser_only
def test_choices_of_several_are_a_named_group(drawn_modal: str) -> None:
    assert '<legend class="unseen">Who may see it</legend>' in drawn_modal
    assert drawn_modal.count('type="radio"') == 2


@browser_only
def test_the_home_is_drawn_behind_the_modal(drawn_modal: str) -> None:
    assert 'class="blocks home"' in drawn_modal
    assert re.search(r'<dialog id="modal"[^>]* open=""', drawn_modal)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """Every view at every width: what it says, and what is wider than the place it has."""
    with canned(answers(), MEASURE) as url:
        there = f"{url}framed?widths={','.join(WIDTHS)}"
        yield driven(dump(there, tmp_path_factory.mktemp("profile"), MEASURE_MS))


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    script = axe(tmp_path_factory.mktemp("axe"))
    if script is None:
        pytest.skip("no npm here, or no registry: axe-core cannot be had")
    return script


@browser_only
def test_nothing_has_to_be_scrolled_sideways(measured: dict[str, Any]) -> None:
    """WCAG 2.2 AA, success criteria 1.4.10 (reflow at 320 pixels) and 1.4.4 (200 % zoom: 640)."""
    assert "failure" not in measured
    assert {view: wide for view, wide in measured["wide"].items() if wide} == {}
    assert len(measured["wide"]) == VIEWS * len(WIDTHS)


@browser_only
@pytest.mark.parametrize(
    ("view", "words"),
    [
        (
            "people",
            "Idris Penhallow-ReedYou Detective superintendent · Police Anytown Safeguarding",
        ),
        (
            "people",
            "Members from other organisationsBram Oyelaran-Stone Housing manager Anytown Ho",
        ),
        (
            "time",
            "Wednesday, 14 January 2026, 09:40 (in 7 days)Dots asks a question in #places-and",
        ),
        ("time", "Tuesday, 20 January 2026, 10:00"),
        ("look", "chat.postMessage: ok"),
        ("look", "event: first try: no answer in time"),
        ("look", "event: retry 1: acknowledged"),
        ("look", '"outbox_id": "o1"'),
        ("look", "In plain textA question"),
        ("troubles", "event: retry 1, acknowledged"),
        ("troubles", "Slow answersOn: 4 to come"),
        ("troubles", "12 requests by the app; 9 deliveries to it, 1 of them again; 0 given up."),
    ],
)
def test_a_panel_says(measured: dict[str, Any], view: str, words: str) -> None:
    assert words in measured["said"][view]


@browser_only
@pytest.mark.parametrize(("dark", "width"), [(False, "320"), (True, "1280")])
def test_the_accessibility_checker_finds_nothing(
    dark: bool, width: str, tmp_path: Path, checker: bytes
) -> None:
    """axe-core's whole set of rules, in every view: a phone by day, a desktop by night."""
    with canned(answers(), MEASURE, checker) as url:
        seen = driven(dump(f"{url}framed?widths={width}", tmp_path, MEASURE_MS, dark=dark))
    assert seen["dark"] is dark
    assert len(seen["faults"]) == VIEWS, seen
    assert {view: faults for view, faults in seen["faults"].items() if faults} == {}
    assert None not in seen["faults"].values()
