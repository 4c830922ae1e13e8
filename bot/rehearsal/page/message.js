// Draws one message, as somebody sees it. What may be done to it is in tools.js.

import { renderBlocks } from "./blocks.js";
import { h, press, quiet } from "./dom.js";
import { emoji, emojiWords } from "./emoji.js";
import { fileCard } from "./files.js";
import { mrkdwn } from "./text.js";
import { tools } from "./tools.js";
import { clockTime, longDate, shortDate, tsDate } from "./zone.js";

/** A message, or a line of what happened in the channel; `context` as acts.js makes it. */
export function message(item, context) {
  if (item.system) return h("p", { class: "system" }, mrkdwn(item.text, context.names), " ", time(item));
  const gone = item.subtype === "tombstone";
  const kind = [item.ephemeral && "ephemeral", gone && "gone", item.follows && "follows"].filter(Boolean);
  return h(
    "article",
    {
      class: ["message", ...kind].join(" "),
      data: { ts: item.ts },
      aria: { label: `${item.author.name}, ${clockTime(tsDate(item.ts))}` },
    },
    item.follows
      ? h("span", { class: "aside", aria: { hidden: true } }, clockTime(tsDate(item.ts)))
      : face(item.author),
    h(
      "div",
      { class: "message-main" },
      item.ephemeral && h("p", { class: "only-you" }, "Only visible to you"),
      !gone && head(item, context),
      item.broadcast && broadcast(item, context),
      item.editing ? editor(item, context) : body(item, context),
      item.files.map((file) => fileCard(file, context)),
      reactions(item, context),
      threadLink(item, context),
    ),
    !gone && !item.editing && tools(item, context),
  );
}

/** Somebody's initials on their own color; their name stands beside it. */
export const face = ({ initials, tone }) => h("span", { class: `face tone-${tone}`, aria: { hidden: true } }, initials);

const time = ({ ts }) =>
  h("time", { dateTime: tsDate(ts).toISOString(), title: longDate(tsDate(ts)) }, clockTime(tsDate(ts)));

function head(item, context) {
  if (item.follows) return item.edited && h("p", { class: "message-head" }, EDITED());
  return h(
    "p",
    { class: "message-head" },
    h("strong", {}, item.author.name),
    item.author.isApp && h("span", { class: "tag" }, "App"),
    item.author.role && h("span", { class: "quiet role" }, item.author.role),
    h("a", { class: "permalink", ...context.linkTo(item) }, time(item)),
    item.edited && EDITED(),
  );
}

const EDITED = () => quiet("span", "(edited)");

/** A reply that also stands in the channel leads to its thread. */
function broadcast(item, context) {
  const about = context.aboutThread(item.threadTs);
  return h(
    "p",
    { class: "quiet" },
    "replied in a thread: ",
    press(
      { class: "plain inline", data: { focus: "broadcast" }, on: { click: () => context.openThread(item.threadTs) } },
      about || "open it",
    ),
  );
}

function body(item, context) {
  if (item.blocks.length) return h("div", { class: "blocks" }, renderBlocks(item.blocks, context.forMessage(item)));
  if (!item.text && !item.attachments.length) return null;
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
}

function editor(item, context) {
  const box = h("textarea", {
    value: context.draft(item),
    rows: 2,
    data: { focus: "tool-Edit" }, // as the button that led here: the focus goes to and fro between them
    aria: { label: "Your message" },
    on: {
      input: () => context.keepDraft(item, box.value),
      keydown: (event) => {
        if (event.key === "Escape") context.stopEditing();
        if (!sends(event)) return;
        event.preventDefault();
        form.requestSubmit();
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
      press({ on: { click: () => context.stopEditing() } }, "Cancel"),
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
        press(
          {
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
    ? ` last ${shortDate(tsDate(item.latestReply))}, ${clockTime(tsDate(item.latestReply))}`
    : "";
  return press(
    {
      class: "thread-link",
      data: { focus: "thread" },
      on: { click: () => context.openThread(item.threadTs || item.ts) },
    },
    h("span", { class: "faces" }, item.repliers.map(face)),
    h("span", {}, words),
    quiet("span", last),
  );
}
