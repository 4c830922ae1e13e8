// Draws one message, as somebody sees it and with what they may do to it.

import { renderBlocks } from "./blocks.js";
import { h } from "./dom.js";
import { fileCard } from "./files.js";
import { QUICK_REACTIONS, clockTime, emoji, emojiWords, longDate, mrkdwn, shortDate, tsDate } from "./text.js";

/** A message, or a line of what happened in the channel; `context` as acts.js makes it. */
export function message(item, context) {
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
