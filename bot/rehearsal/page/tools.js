// Draws what somebody may do to a message: reply, react, edit, delete, look behind it.

import { h, press, unseen } from "./dom.js";
import { QUICK_REACTIONS, emoji, emojiWords } from "./emoji.js";
import { icon } from "./icons.js";
import { clockTime, tsDate } from "./zone.js";

/** The tools of one message; `context` as acts.js makes it. */
export function tools(item, context) {
  const its = `${item.author.name}, ${clockTime(tsDate(item.ts))}`;
  const behind = tool("Look behind", "eye", `: ${its}`, () => context.lookBehind(item));
  if (item.ephemeral) return h("div", { class: "tools" }, behind);
  const open = () => context.openThread(item.threadTs || item.ts);
  return h(
    "div",
    { class: "tools" },
    !item.inThread && tool("Reply", "reply", ` in the thread of ${its}`, open),
    reactions(item, its, context),
    item.mine && tool("Edit", "pencil", " your message", () => context.startEditing(item)),
    item.mine && tool("Delete", "bin", " your message", () => context.remove(item)),
    behind,
  );
}

const tool = (name, drawn, of, click) =>
  press(
    { class: "plain", title: name, data: { focus: `tool-${name}` }, on: { click } },
    icon(drawn),
    unseen(`${name}${of}`),
  );

/** Drawn when it is opened: a channel may hold thousands. */
function reactions(item, its, context) {
  const choose = (name) => () => {
    menu.open = false;
    context.react(item, name, false);
  };
  const one = (name) => press({ aria: { label: emojiWords(name) }, on: { click: choose(name) } }, emoji(name));
  const picker = h("div", { class: "menu-body picker" });
  const menu = h(
    "details",
    { class: "menu", on: { toggle: () => picker.children.length || picker.append(...QUICK_REACTIONS.map(one)) } },
    h("summary", { title: "React", data: { focus: "react" } }, icon("smile"), unseen(`React to ${its}`)),
    picker,
  );
  return menu;
}
