"""Prints a digest as one self-contained, accessible HTML page: no script, nothing fetched."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from bot.core.digest.digest import Digest
from bot.core.digest.reading.opening import title
from bot.core.digest.reading.parts import Heading, ListItem, Paragraph, Part, Quote, plain
from bot.core.digest.reading.whole import parts

# Colours are pairs checked for WCAG 2.2 AA (4.5:1 and more) in both themes; meaning never
# hangs on them. Sizes are relative, so that a reader's own text size holds.
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2424; --paper: #fff; --soft: #4b5757; --line: #4d7a75; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eeee; --paper: #161c1c; --soft: #b4c0c0; --line: #7fb3ad; }
}
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: 1rem;
  border-top: 2px solid var(--line); }
h3 { font-size: 1.125rem; line-height: 1.35; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; color: var(--soft); }
p { margin: 0 0 .75rem; }
figure { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
blockquote { margin: 0; }
blockquote p { margin: 0 0 .5rem; }
figcaption { color: var(--soft); font-size: 1rem; }
ul { margin: 0; padding-left: 1.25rem; }
li { margin: 0 0 .5rem; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #333; --line: #555; font-size: 10pt; }
  @page { size: A4; margin: 16mm 18mm; }
  body { font-size: 1rem; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  h1, h2, h3, h4 { break-after: avoid; }
  h2 { margin-top: 1.25rem; padding-top: .5rem; }
  h3 { margin-top: 1rem; }
  p, li, blockquote p { margin-bottom: .25rem; orphans: 2; widows: 2; }
  figure { margin: .5rem 0; }
  figure, li { break-inside: avoid; }
}
""".strip()


def digest_html(digest: Digest) -> str:
    """A whole HTML document. Every word of a person's is escaped."""
    heading = escape(title(digest))
    runs = groupby(parts(digest), lambda part: isinstance(part, ListItem))
    body = "\n".join(_run(run, is_list=is_list) for is_list, run in runs)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{heading}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{heading}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _run(run: Iterable[Part], *, is_list: bool) -> str:
    printed = "\n".join(map(_printed, run))
    return f"<ul>\n{printed}\n</ul>" if is_list else printed


def _printed(part: Part) -> str:
    match part:
        case Heading():
            return f"<h{part.level}>{escape(part.text)}</h{part.level}>"
        case Paragraph():
            return f"<p>{escape(part.text)}</p>"
        case ListItem():
            return f"<li>{escape(part.text)}</li>"
        case Quote():
            return (
                f"<figure>\n<blockquote>\n{_paragraphs(part.words)}\n</blockquote>\n"
                f"<figcaption>{escape(part.attribution)}</figcaption>\n</figure>"
            )
        case _:
            return f"<p>{escape(plain(part))}</p>"


def _paragraphs(words: str) -> str:
    """The reader's browser finds the direction of each paragraph by its first strong letter."""
    return "\n".join(
        f'<p dir="auto">{escape(paragraph).replace(chr(10), "<br>")}</p>'
        for paragraph in words.split("\n\n")
    )
