// Says what an empty place is for, and what one can do in a rehearsal. Does none of it.

import { h, quiet } from "./dom.js";
import { icon } from "./icons.js";

const GUIDE = [
  ["clock", "Let time pass.", "Go to what happens next, as often as you like. The timeline shows all that is planned."],
  [
    "people",
    "Be anybody.",
    "Answer as a member, approve as a coordinator, read as the board, or look in from another organisation.",
  ],
  ["eye", "Look behind.", "Every message shows what it is made of, what asked for it, and what the app was told."],
];

/** What a channel shows before anybody has said anything there. */
export const emptyChannel = (channel) => () =>
  h(
    "div",
    { class: "welcome" },
    h("h3", {}, `#${channel.name} begins here`),
    quiet("p", "Nothing has been said yet."),
    h(
      "ul",
      {},
      GUIDE.map(([drawn, name, words]) => h("li", {}, icon(drawn), h("p", {}, h("strong", {}, name), ` ${words}`))),
    ),
  );

/** The same for the conversation with the app. */
export const emptyDirect = (app) => () =>
  h(
    "div",
    { class: "welcome" },
    h("h3", {}, `${app.name} and you`),
    quiet("p", `What ${app.name} has to say to you alone will stand here. Nobody else sees it.`),
  );

/** The App Home before the app has put anything there. */
export const emptyHome = (app) =>
  h(
    "div",
    { class: "welcome" },
    h("h3", {}, "Nothing here yet"),
    quiet("p", `${app.name} has not shown you anything on this page.`),
  );
