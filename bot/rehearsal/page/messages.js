// Draws a list of messages in the order of their time: the newest, and earlier ones as somebody goes there.

import { h, sync } from "./dom.js";
import { message } from "./message.js";
import { longDate, tsDate } from "./zone.js";

// Pixels from the end within which a person is taken to be reading the newest. A judgment: two lines.
const NEAR_END_PX = 80;

const dayOf = (ts) => longDate(tsDate(ts));

// How many messages are drawn, and how many more at a time. A judgment: two screens full.
const STRETCH = 50;

/** Begin anew: for another place. */
export function forget(container) {
  container.replaceChildren();
  container.limit = STRETCH;
}

/**
 * A list of messages into `container`, with a line where the day changes: the newest, and earlier
 * ones once somebody goes there. `entries` are as model.js gives them, `toItem` makes one ready to
 * draw. Whoever was reading the newest stays there; a page that scrolls as a whole starts at its top.
 * `context.newSince`: after which ts messages are new; `context.empty()` draws a place without any.
 */
export function drawMessages(container, entries, toItem, context) {
  const scroller = scrollerOf(container);
  const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  const first = !container.children.length;
  const items = stretch(container, entries, context.wanted).map(toItem);
  const spoke = container.newest && items.some((item) => item.mine && item.ts > container.newest);
  container.newest = items.length ? items.at(-1).ts : "";
  const hidden = entries.length - items.length;
  const more = () => showEarlier(container, scroller, context);
  sync(container, [...(hidden ? [{ key: "earlier", earlier: hidden }] : []), ...withLines(items, context)], (item) =>
    draw(item, context, more),
  );
  container.onscroll = () => hidden && container.scrollTop < EARLY_PX && more();
  const leads = context.wanted && items.some((item) => item.ts === context.wanted);
  if (first ? scroller === container && !leads : near || spoke) toEnd(scroller);
}

/** The entries to draw: the newest, and back to the one that a link names. */
function stretch(container, entries, wanted) {
  const place = wanted ? entries.findIndex(({ message: each }) => each.ts === wanted) : -1;
  if (place >= 0) container.limit = Math.max(container.limit, entries.length - place + NEAR_WANTED);
  return entries.slice(-container.limit);
}

// Messages drawn before the one that a link names, and pixels from the top at which earlier ones
// are drawn. Judgments: enough to see where one is; drawn before one is there.
const NEAR_WANTED = 20;
const EARLY_PX = 1200;

/** Draw earlier messages above, so that what is being read stays where it is. */
function showEarlier(container, scroller, { redraw }) {
  const below = scroller.scrollHeight - scroller.scrollTop;
  container.limit += STRETCH;
  redraw();
  scroller.scrollTop = scroller.scrollHeight - below;
}

function draw(item, context, more) {
  if (item.earlier)
    return h("button", { type: "button", class: "earlier", on: { click: more } }, `Earlier messages (${item.earlier})`);
  if (item.empty) return context.empty();
  return item.line ? line(item) : message(item, context);
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

/** The items with a line where a day begins, and one where the new ones begin. */
function withLines(items, { newSince, empty }) {
  if (!items.length && empty) return [{ key: "empty", empty: true }];
  const firstNew = newSince && items.find((item) => item.ts > newSince && !item.mine);
  let before = null;
  return items.flatMap((item) => {
    const day = dayOf(item.ts);
    const fresh = item === firstNew ? [{ key: "new", line: "New", kind: "fresh" }] : [];
    const begins = before && dayOf(before.ts) === day ? [] : [{ key: `day-${day}`, line: day, kind: "day" }];
    const follows = !fresh.length && !begins.length && goesOn(before, item);
    before = item;
    return [...begins, ...fresh, follows ? { ...item, follows } : item];
  });
}

// Seconds within which somebody is still saying the same thing. A judgment, as chat tools make it.
const SAME_BREATH_S = 300;

/** Does an item go on where the one before it stopped? Then it needs no name of its own. */
const goesOn = (before, item) =>
  [before, item].every(
    (each) => !each.system && !each.ephemeral && !each.broadcast && !each.author.isApp && !each.subtype,
  ) &&
  before.userId === item.userId &&
  item.ts - before.ts < SAME_BREATH_S;

const line = ({ line: words, kind }) => h("h3", { class: `line ${kind}` }, h("span", {}, words));
