"""Replies to be grouped, as somebody wrote them down: every mistake at once."""

import pytest

from bot.content.consultation import consultation
from bot.content.replies import UnreadableRepliesError


def test_a_line_holds_an_id_a_text_and_perhaps_a_group_an_author_and_a_label() -> None:
    full = b'{"id": 1, "text": "Yes", "group": "q", "author": "a", "label": 3}'
    read = consultation(full + b'\n{"id": 1, "text": "No"}', "f")
    assert read.ids == (1, 1)
    assert [(each.group, each.text) for each in read.said] == [("q", "Yes"), ("", "No")]
    assert read.said[0].author == "a"
    assert read.said[1].author == read.said[1].id
    assert read.labels == {}


def test_a_label_of_minus_one_or_nothing_means_that_nobody_said() -> None:
    lines = [
        f'{{"id": {at}, "text": "x", "label": {label}}}'
        for at, label in enumerate(["-1", "null", '""', '"a"', "0"])
    ]
    read = consultation("\n".join(lines).encode(), "f", labelled=True)
    assert list(read.labels.values()) == [None, None, None, "a", 0]


def test_every_mistake_is_named_with_its_line() -> None:
    lines = [
        '{"id": 1, "text": "fine", "label": "a"}',
        '{"id": 2, "text": "fine"}',
        '{"id": 3, "text": "fine", "label": [1]}',
        '{"id": 4, "text": "fine", "label": 1, "group": {}}',
        "nothing",
    ]
    with pytest.raises(UnreadableRepliesError) as caught:
        consultation("\n".join(lines).encode(), "ours", labelled=True)
    assert [line.partition(";")[0] for line in str(caught.value).splitlines()] == [
        "ours:2: found no label",
        "ours:3: found a label that is neither text nor a number",
        "ours:4: found a group that is neither text nor a whole number",
        "ours:5: found no JSON (character 1)",
    ]


def test_an_id_may_stand_once_in_each_group() -> None:
    lines = '{"id": 1, "text": "a"}\n{"id": 1, "text": "b", "group": "q"}\n{"id": "1", "text": "c"}'
    with pytest.raises(UnreadableRepliesError, match=r"f:3: found the id '1' again, which line 1"):
        consultation(lines.encode(), "f")
