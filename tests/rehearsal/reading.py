"""Reads a page as a browser would: its elements, its headings, its words."""

import re
from html.parser import HTMLParser

from hypothesis import strategies as st

MARKS = st.text(alphabet=st.sampled_from("ab *_~`<>&|@#!\n:/\"'="), max_size=80)
"""What people might type that Slack gives a meaning, and more."""

VOID = {"br", "hr", "meta"}


class Page(HTMLParser):
    """The elements of a page, which must be closed in order; and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    def levels(self) -> list[int]:
        """The headings' levels, in reading order."""
        return [int(tag[1]) for tag, _ in self.elements if re.fullmatch("h[1-6]", tag)]
