// Draws a list of messages in the order of their time: the newest, and earlier ones as somebody goes there.

import { h, press, sync } from "./dom.js";
import { message } from "./message.js";
import { longDate, tsDate } from "./zone.js";

// Pixels from the end within which a person is taken to be reading the newest. A judgment: two lines.
const NEAR_END_PX = 80;

const dayOf = (ts) => longDate(tsDate(ts));

// How many messages are drawn at once, and how many more at a time. Judgments: some screens full, one
// screen full. More in one page than that, and a step takes longer than a frame.
const WINDOW = 150;
const STRETCH = 30;

/** Begin anew, at the newest: for another place. */
export function forget(container) {
  container.replaceChildren();
  Object.assign(container, { upTo: Infinity, limit: STRETCH, sought: "" });
}

/**
 * A list of messages into `container`, with a line where the day changes: the newest, and earlier
 * ones once somebody goes there. `entries` are as model.js gives them, `toItem` makes one ready to
 * draw. Whoever was reading the newest stays there; a page that scrolls as a whole starts at its top.
 * `context.newSince`: after which ts messages are new; `context.empty()` draws a place without any.
 */
export function drawMessages(container, entries, toItem, context) {
  const scroller = scrollerOf(container);
  const first = !container.children.length;
  const newest = entries.length ? toItem(entries.at(-1)) : { ts: "" };
  const spoke = container.newest && newest.mine && newest.ts > container.newest;
  container.newest = newest.ts;
  if (spoke || container.upTo >= entries.length) container.upTo = Infinity;
  const near =
    container.upTo === Infinity && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  const leads = seek(container, entries, context.wanted);
  const end = Math.min(container.upTo, entries.length);
  const start = Math.max(0, end - container.limit);
  const ends = [
    { key: "earlier", step: -1, left: start },
    { key: "later", step: 1, left: entries.length - end },
  ].map((each) => (each.left ? [each] : []));
  const go = (step) => move(container, scroller, end, step, context);
  const items = withLines(entries.slice(start, end).map(toItem), context);
  sync(container, [...ends[0], ...items, ...ends[1]], (item) => draw(item, context, go));
  container.onscroll = () => {
    const below = container.scrollHeight - container.scrollTop - container.clientHeight;
    if (ends[0].length && container.scrollTop < AHEAD_PX) go(-1);
    else if (ends[1].length && below < AHEAD_PX) go(1);
  };
  if (first ? scroller === container && !leads : near || spoke) toEnd(scroller);
}

// Pixels from either end at which more is drawn. A judgment: before somebody is there.
const AHEAD_PX = 1000;

/** When a link leads to a message, draw from there, once; says whether one does. */
function seek(container, entries, wanted) {
  const place = wanted ? entries.findIndex(({ message: each }) => each.ts === wanted) : -1;
  if (place >= 0 && container.sought !== wanted && place < entries.length - STRETCH)
    Object.assign(container, { upTo: place + STRETCH, limit: 2 * STRETCH });
  container.sought = wanted;
  return place >= 0;
}

/** Draw more on one side and less on the other, so that what is being read stays where it is. */
function move(container, scroller, end, step, { redraw }) {
  const grown = container.limit + STRETCH;
  container.limit = Math.min(grown, WINDOW);
  if (step > 0) container.upTo = end + STRETCH;
  else if (grown > WINDOW) container.upTo = end - STRETCH;
  const top = (node) => node.getBoundingClientRect().top;
  const read = [...container.children].find((node) => node.dataset.ts && top(node) > 0);
  const before = top(read);
  redraw();
  const again = [...container.children].find((node) => node.dataset.ts === read.dataset.ts);
  scroller.scrollTop += top(again) - before;
}

function draw(item, context, go) {
  if (item.step) {
    const words = `${item.step < 0 ? "Earlier" : "Later"} messages (${item.left})`;
    return press({ class: "earlier", on: { click: () => go(item.step) } }, words);
  }
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
