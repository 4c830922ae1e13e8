// Draws messages, ephemeral lines and threads, in the order of their time.

import { renderBlocks } from "./blocks.js";
import { fileCard } from "./files.js";
import { h, sync } from "./dom.js";
import {
  QUICK_REACTIONS,
  clockTime,
  emoji,
  emojiWords,
  longDate,
  mrkdwn,
  shortDate,
  tsDate,
} from "./text.js";

// Pixels from the end within which a person is taken to be reading the newest. A judgment: two lines.
const NEAR_END_PX = 80;

const dayOf = (ts) => longDate(tsDate(ts));

/**
 * A list of messages into `container`, with a line where the day changes. Whoever was reading the
 * newest stays there; a page that scrolls as a whole starts at its top.
 */
export function drawMessages(container, entries, context) {
  const scroller = scrollerOf(container);
  const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  const spoke = container.newest && entries.some((entry) => entry.mine && entry.ts > container.newest);
  const follow = container.children.length ? near || spoke : scroller === container;
  container.newest = entries.length ? entries.at(-1).ts : "";
  sync(
    container,
    withDays(entries),
    (item) => item.key,
    (item) => (item.day ? dayLine(item) : message(item, context)),
  );
  if (follow) toEnd(scroller);
}

/** Go to the newest; once more when it is drawn, for only then is it known how tall it is. */
export function toEnd(scroller) {
  const go = () => (scroller.scrollTop = scroller.scrollHeight);
  go();
  requestAnimationFrame(() => requestAnimationFrame(go));
}

/** What scrolls the list: itself, or on a narrow screen the page. */
export const scrollerOf = (container) =>
  getComputedStyle(container).overflowY === "visible" ? document.scrollingElement : container;

function withDays(entries) {
  let day = "";
  return entries.flatMap((entry) => {
    const its = dayOf(entry.ts);
    const line = its === day ? [] : [{ key: `day-${its}`, day: its }];
    day = its;
    return [...line, entry];
  });
}

const dayLine = ({ day }) => h("h3", { class: "day" }, h("span", {}, day));

function message(item, context) {
  if (item.system) return h("p", { class: "system" }, mrkdwn(item.text, context.names), " ", time(item));
  const gone = item.subtype === "tombstone";
  return h(
    "article",
    {
      class: `message${item.ephemeral ? " ephemeral" : ""}${gone ? " gone" : ""}`,
      data: { ts: item.ts },
      aria: { label: `${item.author.name}, ${clockTime(tsDate(item.ts))}` },
    },
    h("span", { class: `face tone-${item.author.tone}`, aria: { hidden: true } }, item.author.initials),
    h(
      "div",
      { class: "message-main" },
      item.ephemeral && h("p", { class: "only-you" }, "Only visible to you"),
      !gone && head(item, context),
      item.broadcast && h("p", { class: "quiet" }, "replied in a thread"),
      item.editing ? editor(item, context) : body(item, context),
      item.files.map((file) => fileCard(file, context)),
      reactions(item, context),
      threadLink(item, context),
    ),
    !gone && !item.editing && tools(item, context),
  );
}

const time = ({ ts }) =>
  h("time", { dateTime: tsDate(ts).toISOString(), title: longDate(tsDate(ts)) }, clockTime(tsDate(ts)));

function head(item, context) {
  return h(
    "p",
    { class: "message-head" },
    h("strong", {}, item.author.name),
    item.author.isApp && h("span", { class: "tag" }, "App"),
    item.author.role && h("span", { class: "quiet role" }, item.author.role),
    h("a", { class: "permalink", ...context.linkTo(item) }, time(item)),
    item.edited && h("span", { class: "quiet" }, "(edited)"),
  );
}

function body(item, context) {
  if (!item.blocks.length)
    return h(
      "div",
      { class: "text" },
      mrkdwn(item.text, context.names),
      item.attachments.map((each) =>
        h(
          "div",
          { class: "attachment" },
          each.blocks
            ? renderBlocks(each.blocks, context.forMessage(item))
            : mrkdwn(each.text || each.fallback || "", context.names),
        ),
      ),
    );
  return h("div", { class: "blocks" }, renderBlocks(item.blocks, context.forMessage(item)));
}

function editor(item, context) {
  const box = h("textarea", {
    value: context.draft(item),
    rows: 3,
    data: { focus: "edit" },
    aria: { label: "Your message" },
    on: {
      input: () => context.keepDraft(item, box.value),
      keydown: (event) => {
        if (event.key === "Escape") context.stopEditing();
        if (sends(event)) form.requestSubmit();
      },
    },
  });
  const form = h(
    "form",
    {
      class: "editor",
      on: {
        submit: (event) => {
          event.preventDefault();
          context.saveEdit(item, box.value);
        },
      },
    },
    box,
    h(
      "div",
      { class: "actions" },
      h("button", { class: "primary" }, "Save"),
      h("button", { type: "button", on: { click: () => context.stopEditing() } }, "Cancel"),
    ),
  );
  queueMicrotask(() => box.focus());
  return form;
}

/** Enter sends, Shift and Enter start a new line; not while an input method is composing. */
export const sends = (event) => event.key === "Enter" && !event.shiftKey && !event.isComposing;

function reactions(item, context) {
  if (!item.reactions.length) return null;
  return h(
    "ul",
    { class: "reactions", aria: { label: "Reactions" } },
    item.reactions.map(({ name, users, count }) => {
      const mine = users.includes(item.me);
      const who = users.map((user) => context.names.person(user)).join(", ");
      return h(
        "li",
        {},
        h(
          "button",
          {
            type: "button",
            class: "reaction",
            title: who,
            data: { focus: `r-${name}` },
            aria: { pressed: mine, label: `${emojiWords(name)}, ${count}: ${who}` },
            on: { click: () => context.react(item, name, mine) },
          },
          emoji(name),
          ` ${count}`,
        ),
      );
    }),
  );
}

function threadLink(item, context) {
  if (!item.replyCount || item.inThread) return null;
  const words = `${item.replyCount} ${item.replyCount === 1 ? "reply" : "replies"}`;
  const last = item.latestReply
    ? `, last ${shortDate(tsDate(item.latestReply))} ${clockTime(tsDate(item.latestReply))}`
    : "";
  return h(
    "button",
    {
      type: "button",
      class: "thread-link",
      data: { focus: "thread" },
      on: { click: () => context.openThread(item.threadTs || item.ts) },
    },
    words,
    h("span", { class: "quiet" }, last),
  );
}

function tools(item, context) {
  const tool = (name, label, click) =>
    h(
      "button",
      { type: "button", class: "plain", data: { focus: `tool-${name}` }, on: { click } },
      name,
      h("span", { class: "unseen" }, ` ${label}`),
    );
  const its = `${item.author.name}, ${clockTime(tsDate(item.ts))}`;
  const menu = h(
    "details",
    { class: "menu" },
    h("summary", { data: { focus: "react" } }, "React", h("span", { class: "unseen" }, ` to ${its}`)),
    h(
      "div",
      { class: "menu-body picker" },
      QUICK_REACTIONS.map((name) =>
        h(
          "button",
          {
            type: "button",
            aria: { label: emojiWords(name) },
            on: {
              click: () => {
                menu.open = false;
                context.react(item, name, false);
              },
            },
          },
          emoji(name),
        ),
      ),
    ),
  );
  const behind = tool("Look behind", its, () => context.lookBehind(item));
  if (item.ephemeral) return h("div", { class: "tools" }, behind);
  return h(
    "div",
    { class: "tools" },
    !item.inThread &&
      tool("Reply", `in the thread of ${its}`, () => context.openThread(item.threadTs || item.ts)),
    menu,
    item.mine && tool("Edit", "your message", () => context.startEditing(item)),
    item.mine && tool("Delete", "your message", () => context.remove(item)),
    behind,
  );
}
