"""Replies that somebody wants examined: how they may be written, and every mistake at once."""

from pathlib import Path

import pytest

from bot.content.replies import UnreadableRepliesError, WrittenReply, read_replies, replies_of


def test_each_json_line_is_a_reply() -> None:
    written = (
        b'\xef\xbb\xbf{"id": "r1", "text": "One\\ntwo"}\r\n\n{"id": 2, "text": "", "sector": "x"}\n'
    )
    assert replies_of(written, "f") == (WrittenReply("r1", "One\ntwo", 1), WrittenReply(2, "", 3))


def test_a_line_separator_inside_a_json_text_ends_no_line() -> None:
    (reply,) = replies_of('{"id": 1, "text": "a\u2028b"}'.encode(), "f")
    assert reply.text == "a\u2028b"


def test_in_plain_text_an_empty_line_ends_a_reply() -> None:
    written = b"\nfirst line\nsecond\n \n\nanother"
    assert replies_of(written, "f") == (
        WrittenReply(2, "first line\nsecond", 2),
        WrittenReply(6, "another", 6),
    )


def test_nothing_is_no_reply() -> None:
    assert replies_of(b"", "f") == ()


def test_every_line_that_cannot_be_read_is_named_with_what_was_found() -> None:
    lines = [
        '{"id": 1, "text": "fine"}',
        '{"id": 2}',
        '{"id": 3, "text": ["list"]}',
        '{"text": "fine", "id": true}',
        "[1]",
        '{"id": 4, "text": "torn',
        "[" * 100_000,
    ]
    with pytest.raises(UnreadableRepliesError) as caught:
        replies_of("\n".join(lines).encode(), "ours.jsonl")
    said = str(caught.value).splitlines()
    assert [line.partition(";")[0] for line in said] == [
        "ours.jsonl:2: found no text",
        "ours.jsonl:3: found a text that is not text",
        "ours.jsonl:4: found an id that is neither text nor a whole number",
        "ours.jsonl:5: found no object",
        "ours.jsonl:6: found no JSON (character 19)",
        "ours.jsonl:7: found JSON that is nested too deeply",
    ]
    assert all('expected one JSON object a line, such as {"id"' in line for line in said)


def test_what_is_not_utf_8_is_said_with_its_line() -> None:
    with pytest.raises(UnreadableRepliesError, match=r"^f:2: .*not UTF-8"):
        replies_of(b"fine\n\xff", "f")


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableRepliesError, match="cannot be opened"):
        read_replies(tmp_path / "nowhere")
