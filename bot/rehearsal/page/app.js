// Runs the page: who one is, where one is, what is sent. The server's snapshot is the only truth.

import { act, getClock, getPeople, getState, upload, watch } from "./api.js";
import { setClock, tick } from "./clock.js";
import { byId } from "./dom.js";
import { scrollerOf, toEnd } from "./messages.js";
import { namesOf } from "./model.js";
import { closePanel, drawPanel, togglePanel } from "./panel.js";
import { closeThread, draw } from "./panes.js";
import { mover } from "./playing.js";
import { showSidebar } from "./sidebar.js";

/** What the page knows; `place` is where one is: {as, at, thread, ts, panel, look}. */
const page = {
  people: [],
  seen: null,
  clock: { now: new Date(0).toISOString(), upcoming: [], moments: [], cast: false },
  pace: "calm",
  moving: false,
  playing: false,
  names: namesOf([], []),
  editing: "",
  drafts: new Map(),
  heard: "",
  left: null,
  leftThread: "",
};

const place = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

function go(changes) {
  const next = { ...place(), ...changes };
  for (const [name, value] of Object.entries(next)) if (!value) delete next[name];
  location.hash = new URLSearchParams(next).toString();
}

const me = () => (page.people.find(({ id }) => id === place().as) || page.people[0]).id;

/** What comes of `doing`, or null after saying on the page why it was refused. */
async function attempt(doing) {
  try {
    return await doing();
  } catch (refusal) {
    warn(refusal.message);
    return null;
  }
}

/** Do something as the person one is. */
function deed(what, fields) {
  if (!QUIET.has(what)) warn("");
  return attempt(() => act(me(), what, fields));
}

// What the page does by itself: it does not wipe out what somebody still has to read.
const QUIET = new Set(["read", "open_home"]);
const LOST = "The connection was lost. Trying again…";

/** Say what went wrong, also in the dialog that covers the rest. */
function warn(words) {
  for (const line of document.querySelectorAll("#trouble, dialog[open] [role=alert]")) {
    if (line.textContent !== words) line.textContent = words;
    line.hidden = !words;
  }
}

const context = {
  page,
  me,
  place,
  go,
  warn,
  redraw: () => page.seen && draw(context),
  deed,
  attempt,
  upload: (file) => attempt(() => upload(me(), file)),
  refresh: () => refresh(),
};
context.time = mover(context);

/** Ask for the snapshot; one request at a time, and once more if something changed meanwhile. */
let asking = false;
let askAgain = false;
let heard = 0;

async function refresh() {
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  askAgain = false;
  const who = me();
  const [seen, clock] = (await attempt(() => Promise.all([getState(who), getClock()]))) || [];
  asking = false;
  if (seen && who === me()) take(seen, clock);
  if (askAgain || (seen && seen.version < heard)) refresh();
}

function take(seen, clock) {
  const told = page.seen ? page.seen.notices.length : seen.notices.length;
  if (page.lost) warn("");
  page.lost = false;
  if (seen.notices.length > told) warn(seen.notices.at(-1).text);
  page.seen = seen;
  page.names = namesOf(seen.people || page.people, seen.channels);
  page.clock = clock;
  setClock(clock);
  draw(context);
}

/** Be the person the address names: watch what they see, and nothing of anybody else's. */
let stopWatching = () => {};
let watched = "";

function become() {
  warn("");
  const wanted = place().as;
  if (wanted && wanted !== me()) warn(`There is nobody here with the id ${wanted}. Choose who you are.`);
  if (watched === me()) return context.redraw();
  watched = me();
  page.seen = null;
  page.editing = "";
  page.heard = "";
  stopWatching();
  stopWatching = watch(watched, hear, lose);
  return refresh();
}

/** Something changed, unless the page shows it already. What is being asked for may be it. */
function hear(version) {
  heard = version;
  if (!asking && (page.lost || !page.seen || page.seen.version < heard)) refresh();
}

/** The connection is gone: say so, and when it was refused, why. */
function lose(refused) {
  page.lost = true;
  if (refused) return refresh();
  return warn(LOST);
}

/** The one button of the header: on to what happens next, or a pause while the cycle plays. */
async function goNext() {
  const { time } = context;
  if (page.playing) return time.pause();
  if (page.moving || !page.clock.upcoming.length) return null;
  return time.move({ to: "next" });
}

function toNewest() {
  const list = byId("messages");
  list.upTo = Infinity;
  context.redraw();
  toEnd(scrollerOf(list));
  list.focus({ preventScroll: true });
}

/** The address names people and places here, so the link may not change it. */
function skipToMessages(event) {
  event.preventDefault();
  byId("messages").focus();
}

function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  const menu = document.querySelector(".menu[open]");
  if (menu) {
    event.preventDefault(); // a dialog around it stays
    menu.open = false;
    return menu.firstElementChild.focus();
  }
  if (byId("panel").contains(event.target)) closePanel(context);
  else if (byId("thread").contains(event.target) && !event.target.closest(".editor")) closeThread(context);
}

/** Openers of panels, and links to messages of this workspace, wherever they stand. Menus close. */
function onClick(event) {
  for (const menu of document.querySelectorAll(".menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  const opener = event.target.closest("[data-panel]");
  if (opener) return togglePanel(context, opener.dataset.panel);
  const link = event.target.closest("a[data-place]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  event.preventDefault();
  page.shownTs = "";
  return go({ thread: "", ...JSON.parse(link.dataset.place) });
}

// Milliseconds between looks at the clock on the page: it shows minutes.
const TICK_MS = 1000;

/** Requests and deliveries change nothing that anybody sees, so nothing tells of them. */
function onTick() {
  tick();
  if (place().panel === "troubles") drawPanel(context);
}

async function start() {
  const answer = await attempt(getPeople);
  if (!answer) return setTimeout(start, 2 * TICK_MS);
  page.people = answer.people.filter((person) => !person.is_bot);
  byId("go-next").addEventListener("click", goNext);
  byId("again").addEventListener("click", () => context.time.goBack(page.clock.moments[0].id));
  byId("show-sidebar").addEventListener("click", () => showSidebar(!document.body.classList.contains("sidebar-open")));
  byId("close-thread").addEventListener("click", () => closeThread(context));
  byId("close-panel").addEventListener("click", () => closePanel(context));
  byId("to-newest").addEventListener("click", toNewest);
  byId("skip").addEventListener("click", skipToMessages);
  addEventListener("keydown", closeOnEscape);
  addEventListener("click", onClick);
  addEventListener("hashchange", become);
  setInterval(() => page.seen && onTick(), TICK_MS);
  return become();
}

start();
