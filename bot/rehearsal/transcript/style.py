"""Holds how a transcript looks. Meaning never hangs on it."""

# Pairs of colours with a contrast of 4.5:1 and more (WCAG 2.2 AA), in both themes. Sizes are
# relative, so that a reader's own text size holds.
STYLE = """
:root { color-scheme: light dark; --ink: #1d2424; --paper: #fff; --soft: #4b5757; --line: #4d7a75; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eeee; --paper: #161c1c; --soft: #b4c0c0; --line: #7fb3ad; }
}
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.375rem; margin-top: 3rem; padding-top: 1rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: 0 0 .5rem; }
a { color: inherit; }
ol { padding-left: 2rem; }
li { margin: 0 0 .75rem; }
pre { white-space: pre-wrap; }
blockquote { margin: 0 0 .5rem; padding-left: 1rem; border-left: 3px solid var(--line); }
.by { font-weight: 600; }
.aside, .controls { color: var(--soft); font-size: .9375rem; }
.controls span { border: 1px solid var(--soft); border-radius: .25rem; padding: 0 .4rem; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #333; --line: #555; font-size: 10pt; }
  @page { size: A4; margin: 16mm 18mm; }
  main { max-width: none; padding: 0; }
  h1, h2, h3, h4, .by { break-after: avoid; }
}
""".strip()
