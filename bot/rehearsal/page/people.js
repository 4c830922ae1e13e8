// Lists everybody one can be, and becomes them. Shows nothing of what they see.

import { h, sync } from "./dom.js";

const PARTS = [
  ["Members", (person) => !person.is_external && person.part === "member"],
  ["Members from other organisations", (person) => person.is_external && person.part === "member"],
  ["Coordinators", (person) => person.part === "coordinator"],
  ["Board members", (person) => person.part === "board"],
];

/** "Police", "Social care": a sector's id as people say it. */
export const sectorWords = (sector) =>
  sector ? sector[0].toUpperCase() + sector.slice(1).replaceAll("-", " ") : "";

function draw(body, { page, me, place, go }) {
  const items = PARTS.flatMap(([name, belongs]) => {
    const people = page.people.filter(belongs);
    return people.length ? [{ id: name, group: name }, ...people.map((each) => entry(each, me()))] : [];
  });
  const become = (person) => {
    const there = place().at;
    go({ as: person.id, at: there === "home" && person.is_external ? "" : there });
  };
  sync(
    body,
    items,
    ({ id }) => id,
    (item) => (item.group ? h("h3", {}, item.group) : choice(item, become)),
  );
}

const entry = (person, current) => ({ ...person, current: person.id === current });

const choice = (person, become) =>
  h(
    "button",
    {
      type: "button",
      class: "choice",
      data: { focus: "person" },
      aria: { current: person.current ? "true" : null },
      on: { click: () => become(person) },
    },
    h("strong", {}, person.name),
    " ",
    person.current && h("span", { class: "tag" }, "You"),
    " ",
    h(
      "span",
      { class: "about" },
      [person.role_title, sectorWords(person.sector)].filter(Boolean).join(" · "),
    ),
    " ",
    h("span", { class: "about" }, person.organization),
  );

export const peoplePanel = { title: "Who you are", draw };
