// Draws a table whose first row is its head; on a narrow screen it scrolls by itself.

import { h } from "./dom.js";

/** `rows` of cells, `words(cell)` their content, `aligns` a class for each column. */
export function grid([head = [], ...rows], words, aligns = []) {
  const line = (row, tag, scope) =>
    h(
      "tr",
      {},
      row.map((cell, place) => h(tag, { class: aligns[place], attrs: { scope } }, words(cell))),
    );
  return h(
    "div",
    { class: "table", tabIndex: 0, attrs: { role: "group" }, aria: { label: "Table" } },
    h(
      "table",
      {},
      h("thead", {}, line(head, "th", "col")),
      h(
        "tbody",
        {},
        rows.map((row) => line(row, "td")),
      ),
    ),
  );
}
