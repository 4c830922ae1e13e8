// Builds the interactive elements of blocks and reads what is in them. Sends nothing itself.

import { h } from "./dom.js";
import { plain, textNodes } from "./text.js";

/**
 * A control for one element: {node, fill(), read(), focus()}, or null when the type is not known.
 * `read()` gives the element's entry in `state.values`; `changed(entry)` is called when a person
 * has settled on a value. `label` names it for those who cannot see where it stands.
 */
export function control(element, { names, label, changed, kept }) {
  const make = MAKERS[element.type];
  return make ? make(element, { names, label, kept, changed: changed || (() => {}) }) : null;
}

const textInput =
  (type) =>
  (element, { label, changed, kept }) => {
    const initial = kept ? kept.value : element.initial_value;
    const node = h(element.multiline ? "textarea" : "input", {
      placeholder: plain(element.placeholder),
      value: initial || "",
      aria: { label },
    });
    if (!element.multiline) node.type = type;
    else node.rows = 4;
    if (element.max_length) node.maxLength = element.max_length;
    if (type === "number") node.step = element.is_decimal_allowed ? "any" : "1";
    node.addEventListener("change", () => changed(read()));
    const read = () => ({ type: element.type, value: node.value === "" ? null : node.value });
    return { node, read };
  };

const picker =
  (type, key, initialKey) =>
  (element, { label, changed, kept }) => {
    const node = h("input", { type, value: (kept ? kept[key] : element[initialKey]) || "", aria: { label } });
    const read = () => ({ type: element.type, [key]: node.value || null });
    node.addEventListener("change", () => changed(read()));
    return { node, read };
  };

function dateTime(element, { label, changed, kept }) {
  const seconds = kept ? kept.selected_date_time : element.initial_date_time;
  const node = h("input", { type: "datetime-local", aria: { label } });
  if (seconds) node.valueAsNumber = seconds * 1000;
  const read = () => ({
    type: element.type,
    selected_date_time: node.value ? Math.round(node.valueAsNumber / 1000) : null,
  });
  node.addEventListener("change", () => changed(read()));
  return { node, read };
}

/** Options of a select, by value, with their groups. */
const groupsOf = (element) =>
  element.option_groups
    ? element.option_groups.map((group) => [plain(group.label), group.options])
    : [["", element.options || []]];

const optionsOf = (element) => groupsOf(element).flatMap(([, options]) => options);
const bare = (option) => option && { text: option.text, value: option.value };

function staticSelect(element, { label, changed, kept }) {
  const chosen = kept ? kept.selected_option : element.initial_option;
  const node = selectNode(
    element,
    label,
    groupsOf(element).map(([name, options]) => [
      name,
      options.map((option) => [option.value, plain(option.text)]),
    ]),
    chosen && chosen.value,
  );
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

const nameSelect =
  (key, initialKey, pairsOf) =>
  (element, { names, label, changed, kept }) => {
    const node = selectNode(element, label, [["", pairsOf(names)]], kept ? kept[key] : element[initialKey]);
    const read = () => ({ type: element.type, [key]: node.value || null });
    node.addEventListener("change", () => changed(read()));
    return { node, read };
  };

let groupCount = 0;

/** Radio buttons or checkboxes; a name select of several becomes checkboxes too. */
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
    boxes.map(({ option, box }) =>
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
      ),
    ),
  );
  node.addEventListener("change", () => changed(read()));
  return { node, read };
}

function radios(element, context) {
  const chosen = context.kept ? context.kept.selected_option : element.initial_option;
  return ticks(
    element,
    context,
    "radio",
    element.options || [],
    chosen ? [chosen.value] : [],
    ([option]) => ({ selected_option: option || null }),
  );
}

function checkboxes(element, context) {
  const chosen = (context.kept ? context.kept.selected_options : element.initial_options) || [];
  return ticks(
    element,
    context,
    "checkbox",
    optionsOf(element),
    chosen.map((option) => option.value),
    (options) => ({ selected_options: options }),
  );
}

const multiNames = (key, initialKey, pairsOf) => (element, context) => {
  const chosen = (context.kept ? context.kept[key] : element[initialKey]) || [];
  const options = pairsOf(context.names).map(([value, text]) => ({
    value,
    text: { type: "plain_text", text, emoji: false },
  }));
  return ticks(element, context, "checkbox", options, chosen, (picked) => ({
    [key]: picked.map((option) => option.value),
  }));
};

function button(element, { names, changed }) {
  const node = h(
    "button",
    { type: "button", class: element.style || "", aria: { label: element.accessibility_label } },
    textNodes(element.text, names),
  );
  node.addEventListener("click", () => {
    if (element.url && /^https?:/i.test(element.url))
      window.open(element.url, "_blank", "noopener,noreferrer");
    changed({});
  });
  return { node, read: () => null };
}

function overflow(element, { names, changed }) {
  const menu = h(
    "details",
    { class: "menu" },
    h("summary", { aria: { label: element.accessibility_label || "More choices" } }, "More"),
    h(
      "div",
      { class: "menu-body" },
      (element.options || []).map((option) =>
        h(
          "button",
          {
            type: "button",
            on: {
              click: () => {
                menu.open = false;
                changed({ selected_option: bare(option) });
              },
            },
          },
          textNodes(option.text, names),
        ),
      ),
    ),
  );
  return { node: menu, read: () => null };
}

const people = (names) => names.people();
const channels = (names) => names.channels();

const MAKERS = {
  button,
  overflow,
  plain_text_input: textInput("text"),
  email_text_input: textInput("email"),
  url_text_input: textInput("url"),
  number_input: textInput("number"),
  datepicker: picker("date", "selected_date", "initial_date"),
  timepicker: picker("time", "selected_time", "initial_time"),
  datetimepicker: dateTime,
  static_select: staticSelect,
  multi_static_select: checkboxes,
  radio_buttons: radios,
  checkboxes,
  users_select: nameSelect("selected_user", "initial_user", people),
  channels_select: nameSelect("selected_channel", "initial_channel", channels),
  conversations_select: nameSelect("selected_conversation", "initial_conversation", channels),
  multi_users_select: multiNames("selected_users", "initial_users", people),
  multi_channels_select: multiNames("selected_channels", "initial_channels", channels),
  multi_conversations_select: multiNames("selected_conversations", "initial_conversations", channels),
};
