// Lists everybody one can be. Becoming them, and the switch of parts, is in who.js.

import { h, press, sync } from "./dom.js";
import { face } from "./message.js";
import { PARTS, become, sectorWords } from "./who.js";

function draw(body, context) {
  const { page, me } = context;
  const home = page.seen && page.seen.team.name;
  const items = PARTS.flatMap(([key, , name, belongs]) => {
    const people = page.people.filter(belongs);
    const entries = people.map((each) => ({
      ...each,
      author: page.names.author(each.id),
      elsewhere: each.organization !== home && each.organization,
      current: each.id === me(),
    }));
    return people.length ? [{ id: `group-${key}`, group: name }, ...entries] : [];
  });
  sync(body, items, (item) => (item.group ? h("h3", {}, item.group) : choice(item, () => become(context, item.id))));
}

const choice = (person, choose) =>
  press(
    {
      class: "choice person",
      data: { focus: "person" },
      aria: { current: person.current ? "true" : null },
      on: { click: choose },
    },
    face(person.author),
    h(
      "span",
      {},
      h("strong", {}, person.name),
      " ",
      person.current && h("span", { class: "tag" }, "You"),
      " ",
      h("span", { class: "about" }, [person.role_title, sectorWords(person.sector)].filter(Boolean).join(" · ")),
      " ",
      person.elsewhere && h("span", { class: "about" }, person.elsewhere),
    ),
  );

export const peoplePanel = { title: "Who you are", draw };
