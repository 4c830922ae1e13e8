"""Files that cannot be read are explained; values that can be read stay as they were written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.source import MOST_BYTES, Mark, key_of, read_source


def written(folder: Path, raw: bytes | str) -> Path:
    path = folder / "one.yaml"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return path


@pytest.mark.parametrize(
    ("raw", "line", "found", "advice"),
    [
        ("a:\n\tb: 1\n\tc: 2\n", 2, "a tab at the start of lines 2, 3", "two spaces"),
        ("a:\n  - \tb: 1\n   c\n", 2, "a tab at the start of line 2", "two spaces"),
        ("", 1, "an empty file", "Copy a shipped file"),
        ("# only a note\n", 1, "an empty file", "Copy a shipped file"),
        ("- a\n- b\n", 1, "a list", "a key and a colon"),
        ("only words\n", 1, "text without keys", "a key and a colon"),
        ("a: b: c\n", 1, '"a: b: c"', "quotes round text that contains a colon"),
        ('a: 1\nb: "open\n', 2, '"b: "open"', "Close the quotation"),
        ("a: [b, c\n", 1, '"a: [b, c"', "Close the bracket"),
        ("a: @home\n", 1, '"a: @home"', "Put quotes round"),
        ("a:\n   - b\n  - c\n", 3, '"- c"', "Line this up"),
        ("a: 1\nb\nc: 2\n", 2, '"b"', "Add the colon"),
        ("a: 1\n---\nb: 2\n", 2, "a second document", "Use two files"),
        ("? [a]\n: 1\n", 1, "a list or keys used as a key", "Compare"),
        ("a: 1\nb: \x00\n", 2, "a character that cannot be printed", "Compare"),
        (b"a: 1\nb: caf\xe9\n", 2, "a letter that is not UTF-8", "Save the file as UTF-8"),
        ("a: 1\n".encode("utf-16"), 1, "text encoded as UTF-16", "Save the file as UTF-8"),
        ("a: " + "[" * 5000, 1, "values nested too deeply", "Compare"),
        ("a: " + "x" * MOST_BYTES, None, "a very large file", "Split it"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(
    tmp_path: Path, raw: bytes | str, line: int | None, found: str, advice: str
) -> None:
    source, findings = read_source(written(tmp_path, raw))
    assert source is None
    assert [finding.line for finding in findings] == [line]
    assert found in findings[0].found
    assert advice in findings[0].advice


def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path: Path) -> None:
    source, findings = read_source(tmp_path / "none.yaml")
    assert source is None
    assert "cannot be opened" in findings[0].found


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("09:30", "09:30"),
        ("12:30:45", "12:30:45"),
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("true", True),
        ("false", False),
        ("2027-02-03", "2027-02-03"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("42", 42),
        ("-1", -1),
        ("9" * 30, "9" * 30),
        ('"42"', "42"),
        ("''", ""),
        ("~", None),
        ("", None),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_a_value_is_what_it_looks_like(tmp_path: Path, scalar: str, value: object) -> None:
    source, findings = read_source(written(tmp_path, f"key: {scalar}\n"))
    assert findings == []
    assert source is not None
    assert source.data == {"key": value}


def test_keys_that_other_readers_take_for_true_stay_words(tmp_path: Path) -> None:
    source, _ = read_source(written(tmp_path, "on: 1\nno: 2\nnull: 3\n"))
    assert source is not None
    assert source.data == {"on": 1, "no": 2, "null": 3}


def test_a_key_written_twice_is_told_with_both_lines_and_the_first_is_kept(tmp_path: Path) -> None:
    source, findings = read_source(written(tmp_path, "a:\n  b: 1\n  c: 2\n  b: 3\n"))
    assert source is not None
    assert source.data == {"a": {"b": 1, "c": 2}}
    assert [(one.key, one.found) for one in findings] == [("a.b", "`b` twice, on lines 2 and 4")]


@pytest.mark.parametrize("number", ["01632960001", "+441632960001", "007"])
def test_a_number_that_would_lose_its_zero_needs_quotes(tmp_path: Path, number: str) -> None:
    source, findings = read_source(written(tmp_path, f"a: {number}\n"))
    assert source is not None
    assert source.data == {"a": number}
    assert f'"{number}"' in findings[0].advice


def test_aliases_and_tags_are_told_apart_from_values(tmp_path: Path) -> None:
    text = "a: &one [1]\nb: *one\nc: !!python/name:os.system x\nd: !thing {e: 1}\n"
    source, findings = read_source(written(tmp_path, text))
    assert source is not None
    assert [(one.line, one.key) for one in findings] == [(2, "b"), (3, "c"), (4, "d")]


def test_a_value_knows_its_line_and_column(tmp_path: Path) -> None:
    source, _ = read_source(written(tmp_path, "a:\n  - b: 1\n    c: {d: 2}\n"))
    assert source is not None
    assert source.marks[("a", 0, "c", "d")] == Mark(3, 9)
    assert source.known(("a", 0, "x", "y")) == ("a", 0)
    assert key_of(("a", 0, "c", "d")) == "a[0].c.d"


def test_a_byte_order_mark_is_no_trouble(tmp_path: Path) -> None:
    source, findings = read_source(written(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: 2\r\n"))
    assert findings == []
    assert source is not None
    assert source.data == {"a": 1, "b": 2}


@given(
    raw=st.one_of(
        st.binary(max_size=200), st.text(alphabet="ab:-[]{}&*!#'\"\n\t ?,|>", max_size=60)
    )
)
def test_any_file_whatever_gives_values_or_findings(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes | str
) -> None:
    source, findings = read_source(written(tmp_path_factory.getbasetemp(), raw))
    assert source is not None or findings
    assert all(finding.line is None or finding.line >= 1 for finding in findings)
