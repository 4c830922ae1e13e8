// Builds what people press and choose in: buttons, menus, lists of ticks. Sends nothing itself.

import { h, press } from "./dom.js";
import { plain, textNodes } from "./text.js";

/** Options of a select, by group; without groups they are one without a name. */
const groupsOf = (element) =>
  element.option_groups
    ? element.option_groups.map((group) => [plain(group.label), group.options])
    : [["", element.options || []]];

const optionsOf = (element) => groupsOf(element).flatMap(([, options]) => options);
const bare = (option) => option && { text: option.text, value: option.value };

function staticSelect(element, { label, changed, kept }) {
  const chosen = kept ? kept.selected_option : element.initial_option;
  const words = ({ text, description }) => [plain(text), plain(description)].filter(Boolean).join(" – ");
  const groups = groupsOf(element).map(([name, options]) => [
    name,
    options.map((option) => [option.value, words(option)]),
  ]);
  const node = selectNode(element, label, groups, chosen && chosen.value);
  const read = () => ({
    type: element.type,
    selected_option: bare(optionsOf(element).find((option) => option.value === node.value)) || null,
  });
  node.addEventListener("change", () => changed(read()));
  return { node, read };
}

function selectNode(element, label, groups, chosen) {
  const prompt = plain(element.placeholder) || "Choose one";
  const made = (pairs) =>
    pairs.map(([value, text]) => h("option", { value, textContent: text, selected: value === chosen }));
  return h(
    "select",
    { aria: { label } },
    h("option", { value: "", textContent: prompt, selected: !chosen }),
    groups.map(([name, pairs]) => (name ? h("optgroup", { label: name }, made(pairs)) : made(pairs))),
  );
}

/** A menu of people or places: `what` is how Slack's keys end, `selected_user` and `initial_user`. */
const nameSelect =
  (what, pairsOf) =>
  (element, { names, label, changed, kept, here }) => {
    const key = `selected_${what}`;
    const first = element[`initial_${what}`] || (element.default_to_current_conversation && here);
    const node = selectNode(element, label, [["", pairsOf(names, element)]], kept ? kept[key] : first);
    const read = () => ({ type: element.type, [key]: node.value || null });
    node.addEventListener("change", () => changed(read()));
    return { node, read };
  };

let groupCount = 0;

/** Radio buttons or checkboxes; a menu of several becomes checkboxes too. */
function ticks(element, { names, label, changed }, type, options, chosen, entry) {
  const name = `group-${(groupCount += 1)}`;
  const boxes = options.map((option) => ({
    option,
    box: h("input", { type, name, value: option.value, checked: chosen.includes(option.value) }),
  }));
  const read = () => ({
    type: element.type,
    ...entry(boxes.filter(({ box }) => box.checked).map(({ option }) => bare(option))),
  });
  const node = h(
    "fieldset",
    { class: "ticks" },
    h("legend", { class: "unseen" }, label || plain(element.placeholder) || "Choices"),
    boxes.map(({ option, box }) => tick(option, box, names)),
  );
  const most = element.max_selected_items;
  const hold = () => most && holdBack(boxes, most);
  hold();
  node.addEventListener("change", () => {
    hold();
    changed(read());
  });
  return { node, read };
}

const tick = (option, box, names) =>
  h(
    "label",
    {},
    box,
    h(
      "span",
      {},
      textNodes(option.text, names),
      option.description && h("small", {}, textNodes(option.description, names)),
    ),
  );

/** No more than so many can be ticked. */
function holdBack(boxes, most) {
  const full = boxes.filter(({ box }) => box.checked).length >= most;
  for (const { box } of boxes) box.disabled = full && !box.checked;
}

function radios(element, context) {
  const chosen = context.kept ? context.kept.selected_option : element.initial_option;
  const start = chosen ? [chosen.value] : [];
  return ticks(element, context, "radio", element.options || [], start, ([option]) => ({
    selected_option: option || null,
  }));
}

function checkboxes(element, context) {
  const chosen = (context.kept ? context.kept.selected_options : element.initial_options) || [];
  const start = chosen.map((option) => option.value);
  return ticks(element, context, "checkbox", optionsOf(element), start, (options) => ({ selected_options: options }));
}

const multiNames = (what, pairsOf) => (element, context) => {
  const key = `selected_${what}`;
  const chosen = (context.kept ? context.kept[key] : element[`initial_${what}`]) || [];
  const options = pairsOf(context.names, element).map(([value, text]) => ({
    value,
    text: { type: "plain_text", text, emoji: false },
  }));
  return ticks(element, context, "checkbox", options, chosen, (picked) => ({
    [key]: picked.map((option) => option.value),
  }));
};

function button(element, { names, changed }) {
  const node = press(
    { class: element.style || "", aria: { label: element.accessibility_label } },
    textNodes(element.text, names),
  );
  node.addEventListener("click", () => {
    leave(element.url);
    changed({});
  });
  return { node, read: () => null };
}

/** What a button or a choice links to opens beside the page, also when the app is told of it. */
function leave(url) {
  if (url && /^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

function overflow(element, { names, changed }) {
  const choose = (option) => () => {
    menu.open = false;
    leave(option.url);
    changed({ selected_option: bare(option) });
  };
  const menu = h(
    "details",
    { class: "menu" },
    h("summary", { aria: { label: element.accessibility_label || "More choices" } }, "More"),
    h(
      "div",
      { class: "menu-body" },
      (element.options || []).map((option) => press({ on: { click: choose(option) } }, textNodes(option.text, names))),
    ),
  );
  return { node: menu, read: () => null };
}

const people = (names) => names.people();
const publicChannels = (names) => names.channels({ include: ["public"] });
const conversations = (names, element) => names.channels(element.filter);

/** By type: makers of controls, as inputs.js calls them. */
export const choices = {
  button,
  overflow,
  static_select: staticSelect,
  multi_static_select: checkboxes,
  radio_buttons: radios,
  checkboxes,
  users_select: nameSelect("user", people),
  channels_select: nameSelect("channel", publicChannels),
  conversations_select: nameSelect("conversation", conversations),
  multi_users_select: multiNames("users", people),
  multi_channels_select: multiNames("channels", publicChannels),
  multi_conversations_select: multiNames("conversations", conversations),
};
