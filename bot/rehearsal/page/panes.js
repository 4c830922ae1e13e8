// Draws the channel or App Home, the thread and the modal from one snapshot.

import { base, messageContext, send, toItem } from "./acts.js";
import { readFields, renderBlocks } from "./blocks.js";
import { composer } from "./composer.js";
import { byId, h, sync } from "./dom.js";
import { drawMessages, forget } from "./messages.js";
import { drawClock } from "./clock.js";
import { drawModal, modalValues } from "./modal.js";
import { channelMessages, threadMessages } from "./model.js";
import { drawPanel } from "./panel.js";
import { drawSidebar } from "./sidebar.js";

export function draw(context) {
  drawClock(context.page);
  const channel = currentChannel(context);
  drawSidebar(context, atHome(context) ? "home" : channel && channel.id);
  drawPane(context, channel);
  drawThread(context, channel);
  drawPanel(context);
  drawModal(topModal(context), modalContext(context));
  openHome(context);
  announce(context);
  showPlace(context);
  markRead(context, channel);
  byId("team-name").textContent = context.page.seen.team.name;
  byId("who-name").textContent = context.page.seen.me.name;
  byId("who-role").textContent = context.page.seen.me.role_title || "";
  document.title = `${channel ? title(context, channel) : "App Home"} · Rehearsal`;
}

const channels = ({ page }) => page.seen.channels;
const atHome = ({ place }) => place().at === "home";

function currentChannel(context) {
  if (atHome(context)) return null;
  return channels(context).find(({ id }) => id === context.place().at) || channels(context)[0] || null;
}

const title = ({ page }, channel) => (channel.is_im ? page.seen.app.name : `#${channel.name}`);

/** Tell the app that its home is on the screen: once, and again for somebody else. */
function openHome(context) {
  const { page, deed, me } = context;
  const at = atHome(context) ? me() : "";
  if (at && at !== page.homeOf) deed("open_home", { tab: "home" });
  page.homeOf = at;
}

function drawPane(context, channel) {
  const { page } = context;
  byId("pane-title").textContent = channel ? title(context, channel) : `${page.seen.app.name}: App Home`;
  byId("pane-purpose").textContent = channel ? channel.purpose || "" : "Only visible to you";
  byId("composer").hidden = !channel;
  if (!channel) return drawHome(context);
  const list = byId("messages");
  if (list.place !== channel.id) {
    list.place = channel.id;
    forget(list);
  }
  composer(byId("composer"), {
    key: `${context.me()}/${channel.id}`,
    label: `Message ${title(context, channel)}`,
    closed: closedHere(context, channel),
    send: (text) => send(context, channel, text, {}),
  });
  const here = messageContext(context, channel);
  return drawMessages(list, channelMessages(channel), toItem(context, false, channel), here);
}

function drawHome(context) {
  const { page, deed } = context;
  const list = byId("messages");
  list.place = "home";
  const view = page.seen.home;
  const fields = new Map();
  const kept = { ...(view && view.values), ...(list.fields && readFields(list.fields)) };
  const entry = { id: "home", hash: view ? view.hash : "" };
  sync(
    list,
    [entry],
    ({ id }) => id,
    () => {
      list.fields = fields;
      if (!view)
        return h("p", { class: "quiet empty" }, `${page.seen.app.name} has not shown you anything here yet.`);
      return h(
        "div",
        { class: "blocks home" },
        renderBlocks(view.blocks, {
          ...base(context),
          fields,
          level: 3,
          kept: (blockId, actionId) => kept[blockId] && kept[blockId][actionId],
          act: (element, blockId, value) =>
            deed("click", {
              view_id: view.id,
              action_id: element.action_id,
              block_id: blockId,
              ...value,
              values: readFields(fields),
            }),
        }),
      );
    },
  );
}

/** Why nobody may write here, or nothing. */
function closedHere({ page }, channel) {
  if (channel.is_archived) return "This channel is archived.";
  return channel.is_im && page.seen.app.messages_read_only ? "This app takes no messages here." : "";
}

function drawThread(context, channel) {
  const { place, page } = context;
  const ts = place().thread;
  const pane = byId("thread");
  const entries = channel && ts ? threadMessages(channel, ts) : [];
  pane.hidden = !entries.length;
  document.body.classList.toggle("thread-open", !pane.hidden);
  const list = byId("replies");
  if (!entries.length) return leaveThread(context);
  if (list.place !== ts) {
    list.place = ts;
    forget(list);
  }
  composer(byId("thread-composer"), {
    key: `${context.me()}/${channel.id}/${ts}`,
    label: "Reply in the thread",
    closed: channel.is_archived ? "This channel is archived." : "",
    also: channel.is_im ? "" : `Also send to #${channel.name}`,
    send: (text, broadcast) => send(context, channel, text, { thread_ts: ts, broadcast }),
  });
  drawMessages(list, entries, toItem(context, true, channel), messageContext(context, channel));
  if (page.opening === ts) pane.querySelector(".composer textarea")?.focus();
  page.opening = "";
}

/** Close the thread; who closed it goes back to where it was opened from. */
export function closeThread({ page, place, go }) {
  page.leftThread = place().thread;
  go({ thread: "" });
}

function leaveThread({ page }) {
  const thread = page.leftThread;
  page.leftThread = "";
  byId("replies").replaceChildren();
  if (!thread) return;
  [...byId("messages").querySelectorAll("[data-ts]")]
    .find((node) => node.dataset.ts === thread)
    ?.querySelector("button")
    ?.focus();
}

const topModal = ({ page }) => (page.seen.modals || []).at(-1);

function modalContext(context) {
  const { deed } = context;
  return {
    ...base(context),
    act: (element, blockId, value) =>
      deed("click", {
        view_id: topModal(context).id,
        action_id: element.action_id,
        block_id: blockId,
        ...value,
        values: modalValues(),
      }),
    submit: async (view, values) =>
      ((await deed("submit_view", { view_id: view.id, values })) || {}).errors || {},
    close: (view) => deed("close_view", { view_id: view.id }),
  };
}

/** Tell those who do not see the page that something arrived. */
function announce({ page, me }) {
  const all = page.seen.channels.flatMap((channel) =>
    [...channel.messages, ...(channel.ephemerals || [])].map((message) => ({ channel, message })),
  );
  const newest = all.reduce(
    (latest, { message }) => (Number(message.ts) > Number(latest) ? message.ts : latest),
    "0",
  );
  const fresh = all.filter(({ message }) => Number(message.ts) > Number(page.heard) && message.user !== me());
  if (page.heard && fresh.length) {
    const { channel, message } = fresh.at(-1);
    const where = channel.is_im ? "in your messages" : `in ${channel.name}`;
    byId("live").textContent =
      fresh.length > 1
        ? `${fresh.length} new messages`
        : `New message from ${page.names.person(message.user)} ${where}`;
  }
  page.heard = newest;
}

/** Where a link to one message leads: to it, once. */
function showPlace({ page, place }) {
  const { ts } = place();
  if (!ts || page.shownTs === ts) return;
  const node = [...document.querySelectorAll("[data-ts]")].findLast((each) => each.dataset.ts === ts);
  if (!node) return;
  page.shownTs = ts;
  node.tabIndex = -1;
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
}

function markRead({ deed }, channel) {
  if (channel && channel.unread && document.visibilityState === "visible")
    deed("read", { channel: channel.id });
}
