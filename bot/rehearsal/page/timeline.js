// Draws everything that is planned, and the ways to get there. Time moves only forward.

import { byId, h, sync } from "./dom.js";
import { away, clockTime, longDate } from "./text.js";

function draw(body, context) {
  if (!body.children.length)
    body.append(playForm(context), dateForm(context), h("h3", {}, "Planned"), h("ol", { id: "planned" }));
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
      h(
        "button",
        { type: "button", id: "play", on: { click: () => (page.playing ? time.pause() : time.play()) } },
        "Play the whole cycle",
      ),
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
  const { now, upcoming, cast } = page.clock;
  const still = page.moving || page.playing;
  byId("play").textContent = page.playing ? "Pause" : "Play the whole cycle";
  byId("play").disabled = !page.playing && (page.moving || !upcoming.length);
  byId("cast-answers").checked = cast;
  byId("cast-answers").disabled = still;
  byId("go-to-date").disabled = still;
  byId("go-date").min = new Date(new Date(now).getTime() + DAY_MS).toISOString().slice(0, 10);
  const go = (at) => time.move({ to: at });
  const items = upcoming.map(({ at, what }, place) => ({
    at,
    what,
    key: `${at} ${what}`,
    first: !place,
    still,
    away: away(new Date(now), new Date(at)),
  }));
  sync(
    byId("planned"),
    items.length ? items : [{ key: "none" }],
    ({ key }) => key,
    (item) => (item.at ? planned(item, go) : h("li", { class: "quiet" }, "Nothing is planned.")),
  );
}

const planned = (item, go) =>
  h(
    "li",
    { class: item.first ? "first" : "" },
    h(
      "p",
      { class: "quiet" },
      h("time", { dateTime: item.at }, `${longDate(new Date(item.at))}, ${clockTime(new Date(item.at))}`),
      ` (${item.away})`,
    ),
    h("p", {}, item.what),
    h(
      "button",
      {
        type: "button",
        class: "plain",
        disabled: item.still,
        data: { focus: "go" },
        on: { click: () => go(item.at) },
      },
      "Go there",
      h("span", { class: "unseen" }, `: ${item.what}`),
    ),
  );

export const timePanel = { title: "Timeline", draw };
