// Switches between the parts that people play, one click each, and says who one is.

import { byId, h, press, sync, unseen } from "./dom.js";
import { face } from "./message.js";

/** The parts of a rehearsal, as the page names them. */
export const PARTS = [
  ["member", "Member", "Members", (person) => !person.is_external && person.part === "member"],
  ["coordinator", "Coordinator", "Coordinators", (person) => person.part === "coordinator"],
  ["board", "Board", "Board members", (person) => person.part === "board"],
  [
    "outside",
    "Other organisation",
    "Members from other organisations",
    (person) => person.is_external && person.part === "member",
  ],
];

/** "Police", "Social care": a sector's id as people say it. */
export const sectorWords = (sector) =>
  sector ? sector[0].toUpperCase() + sector.slice(1).replace("s-c", "s and c").replaceAll("-", " ") : "";

// What fits a phone.
const SHORT = { outside: "Elsewhere" };

// Who one was last in each part: going back and forth leads to the same two people.
const lately = new Map();

/** Draw the switch and the button that says who one is. */
export function drawWho(context) {
  const { page, me } = context;
  const items = PARTS.flatMap(([key, label, , belongs]) => {
    const people = page.people.filter(belongs);
    const current = people.find(({ id }) => id === me());
    if (current) lately.set(key, current.id);
    const next = people.find(({ id }) => id === lately.get(key)) || people[0];
    return next ? [{ key, label, short: SHORT[key], id: next.id, name: next.name, current: Boolean(current) }] : [];
  });
  sync(byId("parts"), items, (item) => part(item, context));
  const { name, sector } = page.seen.me;
  byId("who-name").textContent = name;
  byId("who-role").textContent = [page.names.author(me()).role, sectorWords(sector)].filter(Boolean).join(" · ");
  byId("who-face").replaceChildren(face(page.names.author(me())));
}

const part = ({ key, label, short = label, id, name, current }, context) =>
  press(
    {
      title: name,
      data: { focus: `part-${key}` },
      aria: { pressed: current },
      on: { click: () => become(context, id) },
    },
    h("span", { class: "long" }, label),
    h("span", { class: "short" }, short),
    unseen(`: ${name}`),
  );

/** Be somebody else, in the same place where that person has it. */
export function become({ page, place, go }, id) {
  const person = page.people.find((each) => each.id === id);
  const { at } = place();
  go({ as: id, at: at === "home" && person.is_external ? "" : at, thread: place().thread, ts: "" });
}
