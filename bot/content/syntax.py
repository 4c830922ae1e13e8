"""Says in plain words why a file is not YAML: tabs, quotes, colons, indentation, encoding.

Does not read values.
"""

import codecs
import re

import yaml

from bot.content.findings import Finding

_LONGEST_SHOWN = 60
"""Characters of a line or value that a finding repeats: enough to know it again."""

_HINTS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "one key and one value on a line",
        "Put quotes round text that contains a colon, or line the key up with its neighbours.",
    ),
    (
        "could not find expected ':'",
        "a key, a colon and a space",
        "Add the colon, or indent the line if it continues the one above.",
    ),
    (
        "scanning a quoted scalar",
        "a closing quotation mark",
        "Close the quotation that begins here.",
    ),
    (
        "expected ',' or",
        "a closing bracket",
        "Close the bracket, and put a comma between its items.",
    ),
    (
        "did not find expected",
        "keys of one group indented alike",
        "Line this up with its neighbours, with spaces; close every quotation mark.",
    ),
    (
        "cannot start any token",
        "a letter, a digit or a quotation mark first",
        "Put quotes round the whole value.",
    ),
)


class UnreadableError(Exception):
    """Why a file, or the rest of it, cannot be read; `line` counts from 1."""

    def __init__(
        self,
        line: int | None,
        found: str,
        expected: str = "a text file in YAML",
        advice: str = "Compare it with a shipped file.",
    ) -> None:
        super().__init__(found)
        self.line = line
        self.found = found
        self.expected = expected
        self.advice = advice

    def finding(self, file: str) -> Finding:
        """The same as a finding in `file`."""
        return Finding(
            file=file,
            line=self.line,
            found=self.found,
            expected=self.expected,
            advice=self.advice,
        )


def shown(value: object) -> str:
    """A value as a finding repeats it: short, and on one line."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return f"[{_short(', '.join(str(one) for one in value))}]" if value else "an empty list"
    if isinstance(value, bool):
        return str(value).lower()
    return _short(str(value)) if isinstance(value, int) else f'"{_short(str(value))}"'


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 3] + "..."


def decoded(raw: bytes, most: int) -> str:
    """The text in `raw`, which must be UTF-8 and at most `most` bytes."""
    if len(raw) > most:
        raise UnreadableError(None, "a very large file", f"at most {most // 1000} kB", "Split it.")
    save = "Save the file as UTF-8 (in most editors: Save as, then Encoding)."
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableError(1, "text encoded as UTF-16", "UTF-8", save)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UnreadableError(line, "a letter that is not UTF-8", "UTF-8", save) from None


def unreadable(error: yaml.YAMLError, text: str) -> UnreadableError:
    """The parser's complaint in words, with every line that is indented with a tab."""
    tabbed = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if re.match(r"\s*-?\s*\t", line) and line.strip()
    ]
    if tabbed:
        lines = ", ".join(str(number) for number in tabbed[:10])
        found = f"a tab at the start of line{'' if len(tabbed) == 1 else 's'} {lines}"
        return UnreadableError(tabbed[0], found, "spaces", "Replace each tab with two spaces.")
    opened = re.search(r"scanning|flow", str(getattr(error, "context", "")))
    mark = getattr(error, "context_mark" if opened else "problem_mark", None)
    if mark is None:
        return UnreadableError(_line_of(error, text), "a character that cannot be printed")
    lines_of_text = text.splitlines() or [""]
    number = min(mark.line, len(lines_of_text) - 1)
    return _explained(str(error), number + 1, lines_of_text[number])


def _explained(complaint: str, line: int, written: str) -> UnreadableError:
    plain = " ".join(complaint.split())
    for sign, expected, advice in _HINTS:
        if sign in plain:
            return UnreadableError(line, shown(written), expected, advice)
    return UnreadableError(line, shown(written))


def _line_of(error: yaml.YAMLError, text: str) -> int | None:
    position = getattr(error, "position", None)
    return text.count("\n", 0, position) + 1 if isinstance(position, int) else None
