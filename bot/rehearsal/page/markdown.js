// Renders a markdown block: what models and people write, as far as Slack shows it. Never parses HTML.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { grid } from "./grid.js";
import { link } from "./text.js";

/** Nodes for standard Markdown: headings, lists, quotes, code, tables, rules and paragraphs. */
export function markdown(source, level) {
  const lines = source.split("\n");
  const nodes = [];
  while (lines.length) {
    const [take, make] = KINDS.find(([starts]) => starts.test(lines[0])).slice(1);
    const taken = [];
    while (lines.length && (!taken.length || take(lines[0], taken))) taken.push(lines.shift());
    nodes.push(make(taken, level));
  }
  return nodes;
}

const FENCE = /^\s*```/;
const HEADING = /^\s*(#{1,6})\s+(.*)$/;
const RULE = /^\s*(-{3,}|\*{3,}|_{3,})\s*$/;
const QUOTE = /^\s*>\s?/;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[([ xX])\]\s+)?/;
const ROW = /^\s*\|.*\|\s*$/;
const SPECIAL = [FENCE, HEADING, RULE, QUOTE, ITEM, ROW];

const alone = () => false;
const alike = (pattern) => (line) => pattern.test(line);
const untilFence = (_line, taken) => taken.length < 2 || !FENCE.test(taken.at(-1));
const plainly = (line, taken) =>
  taken[0].trim() !== "" && line.trim() !== "" && !SPECIAL.some((pattern) => pattern.test(line));

// [how it starts, does it take one more line, what is made of its lines]; the first that fits counts.
const KINDS = [
  [FENCE, untilFence, (lines) => h("pre", {}, code(lines))],
  [HEADING, alone, ([line], level) => heading(HEADING.exec(line), level)],
  [RULE, alone, () => h("hr")],
  [QUOTE, alike(QUOTE), (lines) => h("blockquote", {}, paragraph(lines.map((line) => line.replace(QUOTE, ""))))],
  [ITEM, alike(ITEM), list],
  [ROW, alike(ROW), (lines) => table(lines)],
  [/^/, plainly, (lines) => (lines[0].trim() ? h("p", {}, paragraph(lines)) : "")],
];

const code = (lines) => lines.slice(1, FENCE.test(lines.at(-1)) && lines.length > 1 ? -1 : undefined).join("\n");

/** Headings go on where the page's own stop: a message has no h1. */
const heading = ([, marks, words], level) =>
  h(`h${Math.min(6, level + marks.length - 1)}`, { class: "block-header" }, inline(words));

const paragraph = (lines) => lines.flatMap((line, place) => [place ? h("br") : "", inline(line)]);

function list(lines) {
  const ordered = /^\s*\d/.test(lines[0]);
  return h(
    ordered ? "ol" : "ul",
    {},
    lines.map((line) => {
      const done = ITEM.exec(line)[1];
      const words = inline(line.replace(ITEM, ""));
      return h("li", {}, done === undefined ? "" : done === " " ? "☐ " : "☑ ", words);
    }),
  );
}

const cells = (line) =>
  line
    .trim()
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

const table = (lines) =>
  grid(
    lines.map(cells).filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell))),
    inline,
  );

const SPAN =
  /`([^`]+)`|!?\[([^\]]*)\]\(([^)\s]+)\)|\*\*(.+?)\*\*|__(.+?)__|~~(.+?)~~|\*([^*\s][^*]*)\*|(?<!\w)_([^_\s][^_]*)_(?!\w)|:([a-z0-9_+-]+):/;

function inline(source) {
  const found = SPAN.exec(source);
  if (!found) return [source];
  const rest = source.slice(found.index + found[0].length);
  return [source.slice(0, found.index), span(found), ...inline(rest)];
}

function span([, tick, label, url, strong, strong2, strike, em, em2, name]) {
  if (tick) return h("code", {}, tick);
  if (url) return link(url, label || url);
  if (strong || strong2) return h("strong", {}, inline(strong || strong2));
  if (strike) return h("s", {}, inline(strike));
  if (name) return emoji(name);
  return h("em", {}, inline(em || em2));
}
