// Turns a rich_text block into nodes. Its text leaves are raw: nothing in them is parsed.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { date, lines, link, mention } from "./text.js";

/** The elements of a rich_text block. */
export function richText(elements, names) {
  return elements.map((element) => {
    const inner = () => (element.elements || []).map((leaf) => richLeaf(leaf, names));
    switch (element.type) {
      case "rich_text_section":
        return h("div", { class: "rich" }, inner());
      case "rich_text_quote":
        return h("blockquote", {}, inner());
      case "rich_text_preformatted":
        return h("pre", {}, inner());
      case "rich_text_list":
        return richList(element, names);
      default:
        return h("p", { class: "unknown" }, `unknown block: ${element.type}`);
    }
  });
}

function richList(element, names) {
  const list = h(
    element.style === "ordered" ? "ol" : "ul",
    {},
    (element.elements || []).map((item) => h("li", {}, richText([item], names))),
  );
  if (element.offset) list.start = element.offset + 1;
  if (element.indent) list.classList.add(`indent-${Math.min(element.indent, 4)}`);
  return list;
}

function richLeaf(leaf, names) {
  switch (leaf.type) {
    case "text":
      return styled(h("span", {}, lines(leaf.text || "")), leaf.style);
    case "link":
      return styled(h("span", {}, link(leaf.url || "", leaf.text)), leaf.style);
    case "emoji":
      return emoji(leaf.name || "");
    case "user":
      return mention(names.person(leaf.user_id));
    case "channel":
      return mention(`#${names.channel(leaf.channel_id)}`);
    case "broadcast":
      return mention(`@${leaf.range}`);
    case "usergroup":
      return mention("@group");
    case "date":
      return date(`!date^${leaf.timestamp}^${leaf.format || ""}`, leaf.fallback || "");
    case "color":
      return document.createTextNode(leaf.value || "");
    default:
      return h("span", { class: "unknown" }, `unknown block: ${leaf.type}`);
  }
}

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };

function styled(node, style) {
  return Object.entries(STYLES).reduce(
    (inner, [name, tag]) => (style && style[name] ? h(tag, {}, inner) : inner),
    node,
  );
}
