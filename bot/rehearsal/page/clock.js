// Draws the rehearsal's clock and what happens next; ticks between answers of the server.

import { byId } from "./dom.js";
import { away, clockTime, longDate, shortDate } from "./zone.js";

// The rehearsal's time runs at the speed of real time between two jumps: this is the difference.
let ahead = 0;

/** Take the server's clock: {now, upcoming: [{at, what}]}. */
export function setClock({ now }) {
  ahead = new Date(now).getTime() - Date.now();
}

/** Draw it; `moving` and `playing` say what the one button in the header does now. */
export function drawClock({ clock, moving, playing }) {
  tick();
  const [next] = clock.upcoming;
  const over = !next && !moving && !playing;
  byId("next-when").textContent = next ? `${when(next.at)}, ${away(rehearsalNow(), new Date(next.at))}` : "";
  byId("next-what").textContent = next ? next.what : "Nothing more is planned";
  const button = byId("go-next");
  button.textContent = playing ? "Pause" : moving ? "Going there…" : "Go to what happens next";
  button.setAttribute("aria-disabled", String(!playing && (moving || !next)));
  button.hidden = over && clock.moments.length > 0;
  byId("again").hidden = !button.hidden;
}

const rehearsalNow = () => new Date(Date.now() + ahead);

function when(at) {
  const date = new Date(at);
  return `${shortDate(date)} ${clockTime(date)}`;
}

/** Show the minute it is. */
export function tick() {
  const now = rehearsalNow();
  const shown = byId("clock-now");
  const words = `${longDate(now)}, ${clockTime(now)}`;
  if (shown.textContent !== words) shown.textContent = words;
  shown.dateTime = now.toISOString();
}
