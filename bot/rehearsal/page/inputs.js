// Builds what people type or pick a time in, and reads what is in it. Sends nothing itself.

import { choices } from "./choices.js";
import { h } from "./dom.js";
import { plain } from "./text.js";
import { fileInput } from "./uploads.js";
import { localOf, timeOf } from "./zone.js";

/**
 * A control for one element: {node, read()}, or null when the type is not known. `read()` gives the
 * element's entry in `state.values`; `changed(entry)` is called when a person has settled on a
 * value. `label` names it for those who cannot see where it stands; `kept` is an entry to restore;
 * `dispatches`: does typing tell the app; `upload(file)` takes a file in.
 */
export function control(element, context) {
  const make = MAKERS[element.type];
  return make ? make(element, { changed: () => {}, ...context }) : null;
}

const typed =
  (type) =>
  (element, { label, changed, kept, dispatches }) => {
    const initial = kept ? kept.value : element.initial_value;
    const node = h(element.multiline ? "textarea" : "input", {
      placeholder: plain(element.placeholder),
      value: initial || "",
      aria: { label },
    });
    if (!element.multiline) node.type = type;
    else node.rows = 4;
    if (element.max_length) node.maxLength = element.max_length;
    if (type === "number") limit(node, element);
    const read = () => ({ type: element.type, value: node.value === "" ? null : node.value });
    if (dispatches) tellOn(node, element, () => changed(read()));
    return { node, read };
  };

function limit(node, element) {
  node.step = element.is_decimal_allowed ? "any" : "1";
  if (element.min_value) node.min = element.min_value;
  if (element.max_value) node.max = element.max_value;
}

/** Slack tells the app at Enter, or at every character, as the element asks. */
function tellOn(node, element, tell) {
  const moments = (element.dispatch_action_config || {}).trigger_actions_on || ["on_enter_pressed"];
  if (moments.includes("on_character_entered")) node.addEventListener("input", tell);
  if (!moments.includes("on_enter_pressed")) return;
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    tell();
  });
}

const picker =
  (type) =>
  (element, { label, changed, kept }) => {
    const key = `selected_${type}`;
    const value = (kept ? kept[key] : element[`initial_${type}`]) || "";
    const node = h("input", { type, value, aria: { label } });
    const read = () => ({ type: element.type, [key]: node.value || null });
    node.addEventListener("change", () => changed(read()));
    return { node, read };
  };

function dateTime(element, { label, changed, kept }) {
  const seconds = kept ? kept.selected_date_time : element.initial_date_time;
  const value = seconds ? localOf(new Date(seconds * 1000)) : "";
  const node = h("input", { type: "datetime-local", value, aria: { label } });
  const read = () => ({
    type: element.type,
    selected_date_time: node.value ? timeOf(node.value).getTime() / 1000 : null,
  });
  node.addEventListener("change", () => changed(read()));
  return { node, read };
}

/** A box for words only: what Slack's own box can format is kept plain here. */
function richText(element, { label, changed, kept, dispatches }) {
  const initial = kept ? kept.rich_text_value : element.initial_value;
  const words = initial ? wordsOf(initial.elements) : "";
  const node = h("textarea", {
    rows: element.min_lines || 4,
    placeholder: plain(element.placeholder),
    value: words,
    aria: { label },
  });
  const read = () => ({
    type: element.type,
    rich_text_value: node.value === words && initial ? initial : richOf(node.value),
  });
  if (dispatches) tellOn(node, element, () => changed(read()));
  return { node, read };
}

const richOf = (text) =>
  text.trim()
    ? { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: text.trim() }] }] }
    : null;

/** The words of rich text, a line for each of its parts. */
const wordsOf = (elements) =>
  elements
    .map((element) => (element.elements || []).map((leaf) => leaf.text || wordsOf(leaf.elements || [])).join(""))
    .join("\n");

const MAKERS = {
  ...choices,
  plain_text_input: typed("text"),
  email_text_input: typed("email"),
  url_text_input: typed("url"),
  number_input: typed("number"),
  rich_text_input: richText,
  file_input: fileInput,
  datepicker: picker("date"),
  timepicker: picker("time"),
  datetimepicker: dateTime,
};
