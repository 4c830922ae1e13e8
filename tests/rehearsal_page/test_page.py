"""The page is small, keeps to a strict policy, and its words stand out from their ground."""

import re
from importlib.resources import files

import pytest

PAGE = files("bot.rehearsal") / "page"
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in PAGE.iterdir()}
SCRIPTS = {name: text for name, text in SOURCES.items() if name.endswith(".js")}

# Bytes of the whole page: it should open at once on any machine (a judgment).
PAGE_MAX = 150_000


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
