// Draws the list of channels and of the app's own places, and goes to them.

import { byId, h, press, sync, unseen } from "./dom.js";
import { icon } from "./icons.js";

/** The list of places; `current` is the id of the one on the screen. */
export function drawSidebar(context, current) {
  const { page } = context;
  const groups = [
    ["Channels", page.seen.channels.filter(({ is_im }) => !is_im)],
    [page.seen.app.name, appPlaces(context)],
  ];
  const { panel } = context.place();
  const items = groups.flatMap(([name, places]) =>
    places.length ? [{ id: `group-${name}`, group: name }, ...places.map((place) => summary(place, current))] : [],
  );
  const behind = BEHIND.map(([id, label, drawn]) => ({
    id: `panel-${id}`,
    opens: id,
    label,
    drawn,
    open: id === panel,
  }));
  sync(byId("sidebar"), [...items, { id: "group-behind", group: "Behind the scenes" }, ...behind], (place) => {
    if (place.group) return h("h2", {}, place.group);
    return place.opens ? panelOpener(place) : placeLink(place, (at) => enter(context, at));
  });
}

const BEHIND = [
  ["time", "Timeline", "clock"],
  ["people", "People", "people"],
  ["troubles", "Troubles", "bolt"],
];

const panelOpener = ({ opens, label, drawn, open }) =>
  press(
    {
      class: "place",
      data: { panel: opens, focus: "panel" },
      aria: { controls: "panel", expanded: open },
      on: { click: () => showSidebar(false) },
    },
    icon(drawn),
    h("span", { class: "place-name" }, label),
  );

/** The app's own places, as far as this person has them. */
function appPlaces({ page }) {
  const { app, me, channels } = page.seen;
  const direct = channels.find(({ is_im }) => is_im);
  const home = app.home_tab && !me.is_external ? [{ id: "home", label: "App Home", drawn: "home" }] : [];
  const messages = app.messages_tab || direct ? [{ id: "direct", ...direct, label: "Messages", drawn: "chat" }] : [];
  return [...home, ...messages];
}

async function enter(context, at) {
  const { go, deed } = context;
  showSidebar(false);
  if (at !== "direct") return go({ at, thread: "" });
  const opened = await deed("open_dm");
  return opened && go({ at: opened.id, thread: "" });
}

const summary = ({ id, name, label, drawn, unread, is_private, is_ext_shared }, current) => ({
  id,
  name: label || name,
  drawn: drawn || (is_private ? "lock" : "hash"),
  marks: label ? [] : [is_private && "private", is_ext_shared && "shared with others"].filter(Boolean),
  unread: unread || 0,
  current: id === current,
});

const placeLink = (place, goTo) =>
  press(
    {
      class: `place${place.unread ? " unread" : ""}`,
      data: { focus: "place" },
      aria: { current: place.current ? "page" : null },
      on: { click: () => goTo(place.id) },
    },
    icon(place.drawn),
    h("span", { class: "place-name" }, place.name, place.marks.length > 0 && h("small", {}, place.marks.join(", "))),
    place.unread > 0 && h("span", { class: "badge" }, String(place.unread), unseen(" unread")),
  );

/** On a narrow screen the sidebar lies over the messages; elsewhere this changes nothing. */
export function showSidebar(open) {
  document.body.classList.toggle("sidebar-open", open);
  byId("show-sidebar").setAttribute("aria-expanded", String(open));
}
