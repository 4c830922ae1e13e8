// Draws everything that is planned, the ways to get there, and the moments to start again from.

import { byId, h, press, quiet, sync, unseen } from "./dom.js";
import { away, clockTime, localOf, longDate, shortDate } from "./zone.js";

function draw(body, context) {
  if (!body.children.length)
    body.append(
      playForm(context),
      dateForm(context),
      h("h3", {}, "Planned"),
      h("ol", { id: "planned", class: "line-of-time" }),
      h("h3", {}, "Start again from"),
      h(
        "p",
        { class: "quiet" },
        "Time moves only forward. To go back, start again from a moment that was kept; where you are is kept too.",
      ),
      h("ol", { id: "moments", class: "line-of-time" }),
    );
  update(context);
}

function playForm({ page, time }) {
  const pace = h(
    "select",
    { id: "pace", on: { change: () => (page.pace = pace.value) } },
    [
      ["slow", "Slow"],
      ["calm", "Calm"],
      ["quick", "Quick"],
    ].map(([value, words]) => h("option", { value, textContent: words, selected: value === page.pace })),
  );
  const answers = h("input", {
    type: "checkbox",
    id: "cast-answers",
    on: { change: () => time.move({ cast: answers.checked }) },
  });
  return h(
    "div",
    { class: "moves" },
    h(
      "div",
      { class: "actions" },
      press({ id: "play", on: { click: () => (page.playing ? time.pause() : time.play()) } }, "Play the whole cycle"),
      h("label", { class: "also" }, "Pace", pace),
    ),
    h("label", { class: "also" }, answers, "The invented people answer by themselves"),
  );
}

function dateForm({ time }) {
  const day = h("input", { type: "date", id: "go-date", required: true });
  return h(
    "form",
    {
      class: "moves actions",
      on: {
        submit: (event) => {
          event.preventDefault();
          time.move({ to: `${day.value}${EARLY}` });
        },
      },
    },
    h("label", { class: "also" }, "Go to a date", day),
    h("button", { id: "go-to-date" }, "Go"),
  );
}

// A day begins before anything can be due in it. A judgment: six o'clock in winter, seven in summer.
const EARLY = "T06:00:00+00:00";
const DAY_MS = 86_400_000;

function update({ page, time }) {
  const { now, upcoming, moments, cast } = page.clock;
  const still = page.moving || page.playing;
  byId("play").textContent = page.playing ? "Pause" : "Play the whole cycle";
  byId("play").disabled = !page.playing && (page.moving || !upcoming.length);
  byId("cast-answers").checked = cast;
  byId("cast-answers").disabled = still;
  byId("go-to-date").disabled = still;
  byId("go-date").min = localOf(new Date(new Date(now).getTime() + DAY_MS)).slice(0, 10);
  const ahead = upcoming.map(({ at, what }, place) => ({
    key: `${at} ${what}`,
    at: `${longDate(new Date(at))}, ${clockTime(new Date(at))}`,
    iso: at,
    away: away(new Date(now), new Date(at)),
    what,
    first: !place,
    still,
    label: "Go there",
  }));
  list("planned", ahead, (item) => time.move({ to: item.iso }), "Nothing more is planned.");
  const kept = moments.map(({ id, at, what }) => ({
    key: id,
    at: `${shortDate(new Date(at))}, ${clockTime(new Date(at))}`,
    iso: at,
    what,
    still,
    label: "Start again from here",
  }));
  list("moments", kept, (item) => time.goBack(item.key), "No moment was kept.");
}

/** Moments on a line of time, each with the one thing that can be done there. */
function list(id, items, go, none) {
  sync(byId(id), items.length ? items : [{ key: "none" }], (item) =>
    item.at ? moment(item, go) : h("li", { class: "quiet none" }, none),
  );
}

const moment = (item, go) =>
  h(
    "li",
    { class: item.first ? "first" : "" },
    quiet("p", h("time", { dateTime: item.iso }, item.at), item.away && ` (${item.away})`),
    h("p", {}, item.what),
    press(
      { class: "plain", disabled: item.still, data: { focus: "go" }, on: { click: () => go(item) } },
      item.label,
      unseen(`: ${item.what}`),
    ),
  );

export const timePanel = { title: "Timeline", draw };
