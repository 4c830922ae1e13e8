"""Slack's marks and blocks become HTML that means the same, and that nobody can add to."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal import Workspace
from bot.rehearsal.transcript.blocks import blocks_html
from bot.rehearsal.transcript.words import Names, paragraphs
from tests.rehearsal import anytown
from tests.rehearsal.anytown import OPEN, PAT, button, plain
from tests.rehearsal.reading import MARKS, Page


@pytest.mark.parametrize(
    ("said", "html"),
    [
        ("*bold* _slanted_", "<p><strong>bold</strong> <em>slanted</em></p>"),
        ("~gone~ `a*b*`", "<p><s>gone</s> <code>a*b*</code></p>"),
        ("2*3*4 and snake_case_name", "<p>2*3*4 and snake_case_name</p>"),
        ("*both _ways_*", "<p><strong>both <em>ways</em></strong></p>"),
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p><p>three</p>"),
        ("&gt; said so\nindeed", "<blockquote><p>said so</p></blockquote><p>indeed</p>"),
        ("a &lt;b&gt; &amp;amp;", "<p>a &lt;b&gt; &amp;amp;</p>"),
        ("<@U0PAT00001> in <#C0OPEN0001|open>", "<p>@Pat Sample in #open</p>"),
        ("<!channel> <!date^1^{date}|some day>", "<p>@channel some day</p>"),
        (
            "<https://a.example/?x&amp;y|there>",
            '<p><a href="https://a.example/?x&amp;y" rel="noreferrer">there</a></p>',
        ),
        ("<javascript:alert(1)|there>", "<p>there (javascript:alert(1))</p>"),
        ("```x *y*\n z```", "<pre>x *y*\n z</pre>"),
    ],
)
def test_slacks_marks_become_their_meaning(workspace: Workspace, said: str, html: str) -> None:
    assert paragraphs(said, Names(workspace)) == html


@given(MARKS | st.text(max_size=80))
def test_whatever_is_written_nothing_but_our_own_elements_comes_of_it(said: str) -> None:
    page = Page(paragraphs(said, Names(anytown.workspace())))
    assert page.tags <= {"p", "br", "pre", "blockquote", "strong", "em", "s", "code", "a"}
    links = [attrs for _, attrs in page.elements if attrs]
    assert all(str(each["href"]).startswith(("http", "mailto:", "tel:")) for each in links)


def cell(text: str) -> dict[str, Any]:
    return {"type": "raw_text", "text": text}


def leaves(*elements: dict[str, Any], kind: str = "rich_text_section") -> dict[str, Any]:
    return {"type": kind, "elements": list(elements)}


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (
            leaves(
                leaves(
                    {"type": "text", "text": "a<b\n", "style": {"bold": True, "italic": True}},
                    {"type": "user", "user_id": PAT},
                    {"type": "channel", "channel_id": OPEN},
                    {"type": "emoji", "name": "eyes"},
                    {"type": "broadcast", "range": "here"},
                    {"type": "date", "timestamp": 1, "format": "{date}", "fallback": "a day"},
                ),
                leaves({"type": "link", "url": "https://a.example"}, kind="rich_text_quote"),
                {
                    "type": "rich_text_list",
                    "style": "ordered",
                    "elements": [leaves({"type": "text", "text": "first"})],
                },
                kind="rich_text",
            ),
            "<p><em><strong>a&lt;b<br>\n</strong></em>@Pat Sample#open:eyes:@herea day</p>"
            '<blockquote><a href="https://a.example" rel="noreferrer">https://a.example</a>'
            "</blockquote><ol><li>first</li></ol>",
        ),
        (
            {"type": "section", "text": plain("Who?"), "accessory": button(text="Say")},
            '<p>Who?</p><p class="controls">To press or choose: <span>Say</span></p>',
        ),
        (
            {"type": "image", "alt_text": "A map", "image_url": "https://a.example/map.png"},
            "<p>Picture: A map</p>",
        ),
        (
            {"type": "table", "rows": [[cell("one")], [cell("two")]]},
            "<p>one<br>\ntwo</p>",
        ),
    ],
)
def test_blocks_give_up_their_words(workspace: Workspace, block: dict[str, Any], html: str) -> None:
    assert blocks_html([block], Names(workspace)) == html
