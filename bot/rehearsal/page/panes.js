// Draws the sidebar, the channel or App Home, the thread and the modal from one snapshot.

import { readFields, renderBlocks } from "./blocks.js";
import { composer } from "./composer.js";
import { byId, h, sync } from "./dom.js";
import { drawMessages } from "./messages.js";
import { ask, drawModal, modalValues } from "./modal.js";
import { asSent, channelMessages, item, threadMessages, typedAgain } from "./model.js";

export function draw(context) {
  const channel = currentChannel(context);
  drawSidebar(context, channel);
  drawPane(context, channel);
  drawThread(context, channel);
  drawModal(topModal(context), modalContext(context));
  openHome(context);
  announce(context);
  markRead(context, channel);
  byId("team-name").textContent = context.page.seen.team.name;
  document.title = `${channel ? title(context, channel) : "App Home"} · Rehearsal`;
}

const channels = ({ page }) => page.seen.channels;
const atHome = ({ place }) => place().at === "home";

function currentChannel(context) {
  if (atHome(context)) return null;
  return channels(context).find(({ id }) => id === context.place().at) || channels(context)[0] || null;
}

const title = ({ page }, channel) => (channel.is_im ? page.seen.app.name : `#${channel.name}`);

function drawSidebar(context, channel) {
  const { page } = context;
  const groups = [["Channels", channels(context).filter(({ is_im }) => !is_im)], [page.seen.app.name, appPlaces(context)]];
  const key = (place) => place.id;
  const current = atHome(context) ? "home" : channel && channel.id;
  const items = groups.flatMap(([name, places]) => (places.length ? [{ id: `group-${name}`, group: name }, ...places.map((place) => summary(context, place, current))] : []));
  sync(byId("sidebar"), items, key, (place) => (place.group ? h("h2", {}, place.group) : placeLink(place, (at) => enter(context, at))));
}

/** The app's own places, as far as this person has them. */
function appPlaces({ page }) {
  const { app, me, channels } = page.seen;
  const direct = channels.find(({ is_im }) => is_im);
  const home = app.home_tab && !me.is_external ? [{ id: "home", label: "App Home" }] : [];
  const messages = app.messages_tab || direct ? [{ id: "direct", ...direct, label: "Messages" }] : [];
  return [...home, ...messages];
}

/** Tell the app that its home is on the screen: once, and again for somebody else. */
function openHome(context) {
  const { page, deed, me } = context;
  const at = atHome(context) ? me() : "";
  if (at && at !== page.homeOf) deed("open_home", { tab: "home" });
  page.homeOf = at;
}

async function enter(context, at) {
  const { go, deed } = context;
  showSidebar(false);
  if (at !== "direct") return go({ at, thread: "" });
  const opened = await deed("open_dm");
  return opened && go({ at: opened.channel, thread: "" });
}

const summary = (_context, { id, name, label, unread, is_private, is_ext_shared }, current) =>
  ({ id, name: label || name, channel: !label, unread: unread || 0, is_private, is_ext_shared, current: id === current });

function placeLink(place, goTo) {
  const marks = [place.is_private && "private", place.is_ext_shared && "shared with others"].filter(Boolean).join(", ");
  return h("button", { type: "button", class: `place${place.unread ? " unread" : ""}`, data: { focus: "place" }, aria: { current: place.current ? "page" : null }, on: { click: () => goTo(place.id) } },
    h("span", { class: "place-name" }, place.channel && h("span", { class: "hash", aria: { hidden: true } }, "#"), place.name),
    place.channel && marks && h("small", {}, marks),
    place.unread > 0 && h("span", { class: "badge" }, String(place.unread), h("span", { class: "unseen" }, " unread")));
}

/** On a narrow screen the sidebar lies over the messages; elsewhere this changes nothing. */
export function showSidebar(open) {
  document.body.classList.toggle("sidebar-open", open);
  byId("show-sidebar").setAttribute("aria-expanded", String(open));
}

function drawPane(context, channel) {
  const { page } = context;
  byId("pane-title").textContent = channel ? title(context, channel) : `${page.seen.app.name}: App Home`;
  byId("pane-purpose").textContent = channel ? channel.purpose || "" : "Only visible to you";
  const items = channel ? channelMessages(channel).map(toItem(context, false, channel)) : [];
  byId("composer").hidden = !channel;
  if (!channel) return drawHome(context);
  const list = byId("messages");
  if (list.place !== channel.id) {
    list.place = channel.id;
    list.replaceChildren();
  }
  drawMessages(list, items, messageContext(context, channel));
  return composer(byId("composer"), {
    key: `${context.me()}/${channel.id}`,
    label: `Message ${title(context, channel)}`,
    closed: closedHere(context, channel),
    send: (text) => send(context, channel, text, {}),
  });
}

function drawHome(context) {
  const { page, deed } = context;
  const list = byId("messages");
  list.place = "home";
  const view = page.seen.home;
  const fields = new Map();
  const kept = { ...(view && view.values), ...(list.fields && readFields(list.fields)) };
  const entry = { id: "home", hash: view ? view.hash : "" };
  sync(list, [entry], ({ id }) => id, () => {
    list.fields = fields;
    if (!view) return h("p", { class: "quiet empty" }, `${page.seen.app.name} has not shown you anything here yet.`);
    return h("div", { class: "blocks home" }, renderBlocks(view.blocks, { ...base(context), fields, level: 3, kept: (blockId, actionId) => kept[blockId] && kept[blockId][actionId], act: (element, blockId, value) => deed("click", { view_id: view.id, action_id: element.action_id, block_id: blockId, ...value, values: readFields(fields) }) }));
  });
}

/** Why nobody may write here, or nothing. */
function closedHere({ page }, channel) {
  if (channel.is_archived) return "This channel is archived.";
  return channel.is_im && page.seen.app.messages_read_only ? "This app takes no messages here." : "";
}

const base = ({ page }) => ({ names: page.names, confirm: (question) => ask(question, page.names) });

const toItem = (context, inThread, channel) => ({ message, ephemeral }) =>
  item(message, context.page.names, context.me(), { inThread, ephemeral, channel: channel.id, editing: context.page.editing === message.ts, typed: (channel.typed || {})[message.ts] });

async function send(context, channel, typed, where) {
  const { page, deed } = context;
  const command = /^(\/[a-z][\w-]*)(?:\s+([\s\S]*))?$/.exec(typed);
  if (command && !where.thread_ts) return deed("slash", { channel: channel.id, command: command[1], text: command[2] || "" });
  return deed("say", { channel: channel.id, text: asSent(typed, page.names), ...where });
}

/** What messages may ask the page to do. */
function messageContext(context, channel) {
  const { page, deed, go, redraw } = context;
  const at = (entry) => ({ channel: channel.id, ts: entry.ts });
  const stopEditing = () => {
    page.drafts.delete(page.editing);
    page.editing = "";
    redraw();
  };
  return {
    ...base(context),
    openThread: (thread) => go({ at: channel.id, thread }),
    react: (entry, name, mine) => deed(mine ? "unreact" : "react", { ...at(entry), name }),
    startEditing: (entry) => {
      page.editing = entry.ts;
      redraw();
    },
    stopEditing,
    draft: (entry) => page.drafts.get(entry.ts) ?? typedAgain(entry.text),
    keepDraft: (entry, text) => page.drafts.set(entry.ts, text),
    saveEdit: async (entry, text) => {
      if (await deed("edit", { ...at(entry), text: asSent(text, page.names) })) stopEditing();
    },
    remove: async (entry) => {
      const sure = await ask({ title: "Delete this message?", text: "It goes for everybody. This cannot be undone.", confirm: "Delete", deny: "Keep it", style: "danger" }, page.names);
      if (sure) await deed("delete", at(entry));
    },
    forMessage: (entry) => forMessage(context, entry, at(entry)),
  };
}

function forMessage(context, entry, where) {
  return {
    ...base(context),
    level: 4,
    kept: (blockId, actionId) => entry.typed && entry.typed[blockId] && entry.typed[blockId][actionId],
    act: (element, blockId, value) => context.deed("click", { ...where, action_id: element.action_id, block_id: blockId, ...value }),
  };
}

function drawThread(context, channel) {
  const { place, go, page } = context;
  const ts = place().thread;
  const pane = byId("thread");
  const entries = channel && ts ? threadMessages(channel, ts) : [];
  pane.hidden = !entries.length;
  document.body.classList.toggle("thread-open", !pane.hidden);
  byId("close-thread").onclick = () => go({ thread: "" });
  if (!entries.length) return;
  const list = byId("replies");
  if (list.place !== ts) {
    list.place = ts;
    list.replaceChildren();
  }
  drawMessages(list, entries.map(toItem(context, true, channel)), messageContext(context, channel));
  composer(byId("thread-composer"), {
    key: `${context.me()}/${channel.id}/${ts}`,
    label: "Reply in the thread",
    closed: channel.is_archived ? "This channel is archived." : "",
    also: channel.is_im ? "" : `Also send to #${channel.name}`,
    send: (text, broadcast) => send(context, channel, text, { thread_ts: ts, broadcast }),
  });
}

const topModal = ({ page }) => (page.seen.modals || []).at(-1);

function modalContext(context) {
  const { deed } = context;
  return {
    ...base(context),
    act: (element, blockId, value) => deed("click", { view_id: topModal(context).id, action_id: element.action_id, block_id: blockId, ...value, values: modalValues() }),
    submit: async (view, values) => (await deed("submit_view", { view_id: view.id, values }) || {}).errors || {},
    close: (view) => deed("close_view", { view_id: view.id }),
  };
}

/** Tell those who do not see the page that something arrived. */
function announce({ page, me }) {
  const all = page.seen.channels.flatMap((channel) => [...channel.messages, ...(channel.ephemerals || [])].map((message) => ({ channel, message })));
  const newest = all.reduce((latest, { message }) => (Number(message.ts) > Number(latest) ? message.ts : latest), "0");
  const fresh = all.filter(({ message }) => Number(message.ts) > Number(page.heard) && message.user !== me());
  if (page.heard && fresh.length) {
    const { channel, message } = fresh.at(-1);
    const where = channel.is_im ? "in your messages" : `in ${channel.name}`;
    byId("live").textContent = fresh.length > 1 ? `${fresh.length} new messages` : `New message from ${page.names.person(message.user)} ${where}`;
  }
  page.heard = newest;
}

function markRead({ deed }, channel) {
  if (channel && channel.unread && document.visibilityState === "visible") deed("read", { channel: channel.id });
}
