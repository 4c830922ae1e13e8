// Moves the rehearsal's clock: once, step by step until somebody pauses, or back to a kept moment.

import { moveClock } from "./api.js";

// Milliseconds between two steps, by pace. A judgment: time to read a line, a message, a thread.
export const PACES = { quick: 700, calm: 2500, slow: 6000 };

const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What moves the clock for `context`: move(how), play(), pause(), goBack(id); one move at a time. */
export function mover({ page, attempt, refresh, redraw, warn }) {
  async function move(how) {
    if (page.moving) return null;
    page.moving = true;
    warn("");
    redraw();
    const done = await attempt(() => moveClock(how));
    page.moving = false;
    await refresh();
    return done;
  }

  /** Everything that is planned now, with the invented people answering. */
  async function play() {
    const last = page.clock.upcoming.at(-1);
    page.playing = Boolean(last);
    while (page.playing) {
      const done = await move({ to: "step", cast: true });
      const over = !done || new Date(done.now) >= new Date(last.at);
      if (over) page.playing = false;
      else await rest(PACES[page.pace]);
    }
    redraw();
  }

  function pause() {
    page.playing = false;
    redraw();
  }

  /** What people heard of and wrote since then never happened. */
  function goBack(id) {
    Object.assign(page, { heard: "", editing: "", shownTs: "" });
    page.drafts.clear();
    return move({ back_to: id });
  }

  return { move, play, pause, goBack };
}
