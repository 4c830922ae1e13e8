// Renders Block Kit blocks. Shows a block that it does not know by name; drops none.

import { cards } from "./cards.js";
import { h, quiet } from "./dom.js";
import { control } from "./inputs.js";
import { markdown } from "./markdown.js";
import { grid } from "./grid.js";
import { picture } from "./pictures.js";
import { richText } from "./rich.js";
import { plain, textNodes } from "./text.js";

/**
 * Nodes for `blocks`. `context`: names; here (a channel's id); act(element, blockId, entry) for
 * what dispatches an action; fields: Map that collects inputs by "block_id/action_id";
 * kept(blockId, actionId): a value to restore; confirm(confirmObject) -> Promise of yes or no;
 * upload(file); fileUrl(file, how).
 */
export function renderBlocks(blocks, context) {
  return blocks.map((block, place) => {
    const id = block.block_id || `place-${place}`;
    const draw = BLOCKS[block.type];
    return draw ? draw(block, id, context) : unknown(block.type);
  });
}

const unknown = (type) => h("p", { class: "unknown" }, `unknown block: ${type}`);

const BLOCKS = {
  section,
  header: (block, _id, { names, level = 3 }) => h(`h${level}`, { class: "block-header" }, textNodes(block.text, names)),
  divider: () => h("hr"),
  context: (block, _id, context) =>
    h(
      "div",
      { class: "context" },
      (block.elements || []).map((element) =>
        element.type === "image" ? picture(element, context) : h("span", {}, textNodes(element, context.names)),
      ),
    ),
  actions: (block, id, context) =>
    h(
      "div",
      { class: "actions" },
      (block.elements || []).map((element) => interactive(element, id, context)),
    ),
  input,
  image: (block, _id, context) =>
    h("figure", {}, block.title && h("figcaption", {}, textNodes(block.title, context.names)), picture(block, context)),
  rich_text: (block, _id, { names }) => h("div", { class: "rich-text" }, richText(block.elements || [], names)),
  markdown: (block, _id, { level = 3 }) => h("div", { class: "text markdown" }, markdown(block.text || "", level)),
  table,
  ...cards(renderBlocks, interactive),
};

function section(block, id, context) {
  const { names } = context;
  return h(
    "div",
    { class: "section" },
    h(
      "div",
      { class: "section-words" },
      block.text && h("div", { class: "text" }, textNodes(block.text, names)),
      block.fields &&
        h(
          "div",
          { class: "fields" },
          block.fields.map((field) => h("div", { class: "text" }, textNodes(field, names))),
        ),
    ),
    block.accessory &&
      h(
        "div",
        { class: "accessory" },
        block.accessory.type === "image"
          ? picture(block.accessory, context)
          : interactive(block.accessory, id, context, plain(block.text)),
      ),
  );
}

/** An element that tells the app at once what somebody did with it. */
function interactive(element, blockId, context, label = "") {
  const made = control(element, {
    ...inside(context),
    label: label || plain(element.placeholder) || undefined,
    kept: context.kept && context.kept(blockId, element.action_id),
    changed: async (entry) => {
      if (element.confirm && !(await context.confirm(element.confirm))) return;
      context.act(element, blockId, entry);
    },
  });
  if (!made) return unknown(element.type);
  made.node.dataset.focus = `${blockId}/${element.action_id}`;
  note(context, blockId, element, made);
  return made.node;
}

/** What every control needs of where it stands. */
const inside = ({ names, here, upload }) => ({ names, here, upload });

function note(context, blockId, element, made) {
  if (context.fields)
    context.fields.set(`${blockId}/${element.action_id}`, { blockId, actionId: element.action_id, element, ...made });
}

let inputCount = 0;

/** A labelled input with its hint and a place for what is wrong with it. */
function input(block, id, context) {
  const { element } = block;
  const label = plain(block.label);
  const made = control(element, {
    ...inside(context),
    label,
    dispatches: block.dispatch_action,
    kept: context.kept && context.kept(id, element.action_id),
    changed: (entry) => block.dispatch_action && context.act(element, id, entry),
  });
  if (!made) return unknown(element.type);
  const place = `input-${(inputCount += 1)}`;
  const error = h("p", { class: "error", id: `${place}-error`, hidden: true });
  const hint = block.hint && h("p", { class: "hint", id: `${place}-hint` }, textNodes(block.hint, context.names));
  const group = made.node.tagName === "FIELDSET";
  const field = made.field || made.node;
  field.id = place;
  field.dataset.focus = `${id}/${element.action_id}`;
  field.autofocus = Boolean(element.focus_on_load);
  field.setAttribute("aria-describedby", `${hint ? `${place}-hint ` : ""}${place}-error`);
  if (!group) {
    field.removeAttribute("aria-label");
    field.required = !block.optional;
  }
  note(context, id, element, { ...made, error, block });
  const words = [textNodes(block.label, context.names), block.optional && quiet("span", " (optional)")];
  return h(
    "div",
    { class: "input" },
    group ? h("p", { class: "label", aria: { hidden: true } }, words) : h("label", { htmlFor: place }, words),
    hint,
    made.node,
    error,
  );
}

function table({ rows = [], column_settings: columns = [] }, _id, { names }) {
  const words = (cell) =>
    cell.type === "rich_text" ? richText(cell.elements || [], names) : String(cell.text ?? cell.value ?? "");
  return grid(
    rows,
    words,
    columns.map((column) => (column && column.align) || ""),
  );
}

/** What is in the inputs, as `state.values`. */
export function readFields(fields) {
  const values = {};
  for (const { blockId, actionId, read } of fields.values()) {
    const entry = read();
    if (entry) (values[blockId] ||= {})[actionId] = entry;
  }
  return values;
}
