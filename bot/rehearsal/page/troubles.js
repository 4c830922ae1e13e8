// Switches troubles on and shows how the app comes through them: what was tried, what was lost.

import { causeTrouble, getTroubles } from "./api.js";
import { byId, h, press, quiet, sync } from "./dom.js";
import { list, outcomeWords, toldWords, tryWords } from "./look.js";

const TROUBLES = [
  {
    name: "Slow answers",
    means: "The next five requests are answered three seconds late.",
    asks: { kind: "delay", times: 5, seconds: 3 },
  },
  {
    name: "A lost answer",
    means: "The next message is posted, but the app never hears so.",
    asks: { kind: "drop_after", method: "chat.postMessage" },
  },
  {
    name: "A lost request",
    means: "The next message is not posted, and nobody answers.",
    asks: { kind: "drop_before", method: "chat.postMessage" },
  },
  {
    name: "An error at Slack's",
    means: "The next three requests are answered with error 500.",
    asks: { kind: "error_500", times: 3 },
  },
  {
    name: "Too many requests",
    means: "The next message is refused; the app must wait ten seconds.",
    asks: { kind: "ratelimited", method: "chat.postMessage", seconds: 10 },
  },
  { name: "Events twice", means: "The next five events are delivered two times.", asks: { kind: "twice", times: 5 } },
  {
    name: "Events out of order",
    means: "The next five events wait a second and come in another order.",
    asks: { kind: "out_of_order", window: 5 },
  },
  { name: "A polite goodbye", means: "Every connection is asked to come again.", asks: { kind: "disconnect" } },
  { name: "A cut line", means: "Every connection breaks, without a word.", asks: { kind: "cut" } },
  {
    name: "Out of reach",
    means: "For twenty seconds nothing is answered and nothing delivered.",
    asks: { kind: "dark", seconds: 20 },
  },
];

function draw(body, context) {
  if (!body.children.length)
    body.append(
      quiet("p", "What can go wrong between Slack and the app. Nothing should get lost."),
      h("div", { id: "trouble-list" }),
      press({ id: "trouble-clear", on: { click: () => cause(context, { kind: "clear" }) } }, "End all troubles"),
      h("h3", {}, "How the app fares"),
      h("p", { id: "fares" }),
      h("div", { id: "lately" }),
    );
  return show(context);
}

async function cause(context, asks) {
  context.warn("");
  await context.attempt(() => causeTrouble(asks));
  await show(context);
}

/** Ask how things stand; the troubles that wait are marked as on. */
async function show(context) {
  const told = await context.attempt(getTroubles);
  if (!told || !byId("trouble-list")) return;
  const items = TROUBLES.map((each) => ({ ...each, key: each.asks.kind, left: told.on[each.asks.kind] || 0 }));
  sync(byId("trouble-list"), items, (item) => trouble(item, context));
  byId("fares").textContent =
    `${told.calls} requests by the app; ${told.tries} deliveries to it, ${told.retried} of them again; ` +
    `${told.lost} given up.`;
  sync(byId("lately"), [{ key: "lately", lines: told.lately.map(line) }], ({ lines }) => list(lines));
}

const line = ({ at, kind, what, number, outcome, fate }) => [
  at,
  toldWords(kind, what),
  (number === null ? "" : `${tryWords(number)}, `) + outcomeWords(outcome, fate),
];

const trouble = ({ key, name, means, asks, left }, context) =>
  press(
    { class: "choice", data: { focus: "trouble" }, on: { click: () => cause(context, asks) } },
    h("strong", {}, name),
    " ",
    left > 0 && h("span", { class: "tag" }, key === "dark" ? "On" : `On: ${left} to come`),
    " ",
    h("span", { class: "about" }, means),
  );

export const troublesPanel = { title: "Troubles", draw };
