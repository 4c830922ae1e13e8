// Draws the channel, the thread and the modal from one snapshot.

import { base, messageContext, send, toItem } from "./acts.js";
import { announce, markRead, showPlace } from "./attention.js";
import { drawClock } from "./clock.js";
import { composer } from "./composer.js";
import { byId } from "./dom.js";
import { drawHome, openHome } from "./home.js";
import { drawMessages, forget } from "./messages.js";
import { drawModal, modalValues } from "./modal.js";
import { channelMessages, threadMessages } from "./model.js";
import { drawPanel } from "./panel.js";
import { drawSidebar } from "./sidebar.js";
import { emptyChannel, emptyDirect } from "./welcome.js";
import { drawWho } from "./who.js";

export function draw(context) {
  drawClock(context.page);
  drawWho(context);
  const channel = currentChannel(context);
  drawSidebar(context, atHome(context) ? "home" : channel && channel.id);
  drawPane(context, channel);
  drawThread(context, channel);
  drawPanel(context);
  drawModal(context.page.seen.modals || [], modalContext(context));
  openHome(context, atHome(context));
  announce(context, byId("live"));
  showPlace(context);
  markRead(context, channel);
  byId("team-name").textContent = context.page.seen.team.name;
  document.title = `${channel ? title(context, channel) : "App Home"} · Rehearsal`;
}

const channels = ({ page }) => page.seen.channels;
const atHome = ({ place, page }) => place().at === "home" && !page.seen.me.is_external;

function currentChannel(context) {
  if (atHome(context)) return null;
  return channels(context).find(({ id }) => id === context.place().at) || channels(context)[0] || null;
}

const title = ({ page }, channel) => (channel.is_im ? page.seen.app.name : `#${channel.name}`);

function drawPane(context, channel) {
  const { page } = context;
  const { app } = page.seen;
  byId("pane-title").textContent = channel ? title(context, channel) : app.name;
  byId("pane-purpose").textContent = channel ? purpose(channel) : "App Home: only visible to you";
  byId("composer").hidden = !channel;
  if (!channel) return drawHome(context, byId("messages"));
  const list = byId("messages");
  const here = `${context.me()}/${channel.id}`;
  if (list.place !== here) {
    list.place = here;
    page.newSince = channel.unread ? channel.last_read : "";
    forget(list);
  }
  composer(byId("composer"), {
    key: here,
    label: `Message ${title(context, channel)}`,
    closed: closedHere(context, channel),
    hint: hint(context),
    upload: context.upload,
    send: (text, how) => send(context, channel, text, {}, how),
  });
  return drawMessages(list, channelMessages(channel), toItem(context, false, channel), {
    ...messageContext(context, channel),
    newSince: page.newSince,
    empty: channel.is_im ? emptyDirect(app) : emptyChannel(channel),
  });
}

function purpose(channel) {
  if (channel.is_im) return "Between you and the app";
  const people = channel.members.length;
  return [channel.purpose, `${people} members`].filter(Boolean).join(" · ");
}

/** What the box takes, besides words. */
function hint({ page }) {
  const { commands = [] } = page.seen.app;
  const typed = page.seen.me.is_external ? [] : commands;
  return ["Enter sends", ...typed.map((command) => `${command} asks the app`)].join(" · ");
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
  const here = `${context.me()}/${channel.id}/${ts}`;
  if (list.place !== here) {
    list.place = here;
    forget(list);
  }
  byId("thread-place").textContent = title(context, channel);
  composer(byId("thread-composer"), {
    key: here,
    label: "Reply in the thread",
    closed: channel.is_archived ? "This channel is archived." : "",
    also: channel.is_im ? "" : "Also send to the channel",
    upload: context.upload,
    send: (text, how) => send(context, channel, text, { thread_ts: ts, broadcast: how.also }, how),
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
  const list = byId("replies");
  list.place = "";
  list.replaceChildren();
  if (!thread) return;
  const message = [...byId("messages").querySelectorAll("[data-ts]")].find((node) => node.dataset.ts === thread);
  const openers = [...(message || byId("messages")).querySelectorAll("button")];
  (openers.find((node) => node.dataset.focus === page.opener) || openers[0] || byId("messages")).focus();
}

function modalContext(context) {
  const { deed, page } = context;
  return {
    ...base(context),
    act: (element, blockId, value) =>
      deed("click", {
        view_id: page.seen.modals.at(-1).id,
        action_id: element.action_id,
        block_id: blockId,
        ...value,
        values: modalValues(),
      }),
    submit: (view, values) => deed("submit_view", { view_id: view.id, values }),
    close: (view, all) => deed("close_view", { view_id: view.id, whole_stack: all }),
  };
}
