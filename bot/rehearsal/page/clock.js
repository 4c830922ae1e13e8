// Draws the rehearsal's clock and what happens next; ticks between answers of the server.

import { byId, h } from "./dom.js";
import { away, clockTime, longDate, shortDate } from "./text.js";

// The rehearsal's time runs at the speed of real time between two jumps: this is the difference.
let ahead = 0;

/** Take the server's clock: {now, upcoming: [{at, what}]}. */
export function drawClock({ now, upcoming }) {
  ahead = new Date(now).getTime() - Date.now();
  tick();
  const [next] = upcoming;
  byId("next-what").textContent = next
    ? `${next.what} (${when(next.at)}, ${away(rehearsalNow(), new Date(next.at))})`
    : "Nothing is planned";
  byId("go-next").disabled = !next;
  byId("upcoming").classList.toggle("single", upcoming.length < 2);
  byId("upcoming-list").replaceChildren(
    ...upcoming
      .slice(1)
      .map(({ at, what }) => h("li", {}, h("time", { dateTime: at }, when(at)), ` ${what}`)),
  );
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
