// Renders the blocks that are little surfaces of their own: alerts, cards, containers, videos.

import { h, quiet } from "./dom.js";
import { picture } from "./pictures.js";
import { richText } from "./rich.js";
import { link, plain, textNodes } from "./text.js";

const LEVELS = { default: "Note", info: "For information", warning: "Warning", error: "Error", success: "Done" };

/** Blocks by type. `draw(blocks, context)` renders what is inside; `press(element, id, context)` a button. */
export const cards = (draw, press) => ({
  alert: (block, _id, { names }) =>
    h(
      "div",
      { class: `alert ${block.level || "default"}`, attrs: { role: "group" } },
      h("strong", {}, LEVELS[block.level || "default"]),
      h("div", { class: "text" }, textNodes(block.text, names)),
    ),
  card: (block, id, context) => card(block, id, context, press),
  carousel: (block, _id, context) =>
    h(
      "div",
      { class: "carousel", tabIndex: 0, attrs: { role: "group" }, aria: { label: "Cards" } },
      draw(block.elements || [], context),
    ),
  container: (block, _id, context) => container(block, context, draw),
  video,
});

function card(block, id, context, press) {
  const { names } = context;
  const words = (text, tag, name) => text && h(tag, { class: name }, textNodes(text, names));
  return h(
    "div",
    { class: "card" },
    block.hero_image && picture(block.hero_image, context),
    words(block.title, "strong", "card-title"),
    words(block.subtitle, "div", "quiet"),
    words(block.body, "div", "text"),
    (block.actions || []).length > 0 &&
      h(
        "div",
        { class: "actions" },
        block.actions.map((each) => press(each, id, context)),
      ),
  );
}

function container(block, context, draw) {
  const title = block.title
    ? textNodes(block.title, context.names)
    : richText(block.rich_text_title.elements || [], context.names);
  const words = [
    h("strong", {}, title),
    block.subtitle && h("div", { class: "quiet" }, textNodes(block.subtitle, context.names)),
  ];
  const inside = h("div", { class: "blocks" }, draw(block.child_blocks || [], context));
  if (!block.is_collapsible) return h("div", { class: "card" }, words, inside);
  return h("details", { class: "card", open: !block.default_collapsed }, h("summary", {}, words), inside);
}

/** A video stays where it is: the page plays nothing from elsewhere. */
function video(block, _id, { names }) {
  return h(
    "div",
    { class: "card" },
    h("strong", {}, block.title_url ? link(block.title_url, plain(block.title)) : plain(block.title)),
    block.description && h("div", { class: "text" }, textNodes(block.description, names)),
    quiet("p", `Video: ${block.alt_text || "no description"}`),
  );
}
