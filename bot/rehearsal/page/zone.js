// Turns times into words and into what date inputs hold, in the rehearsal's zone. Reads no clock.

export const ZONE = "Europe/London";

// Making one costs more than using it a hundred times.
const formats = new Map();

export function say(at, options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options }));
  return formats.get(key).format(at);
}

export const clockTime = (at) => say(at, { hour: "2-digit", minute: "2-digit" });
export const longDate = (at) => say(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const shortDate = (at) => say(at, { weekday: "short", day: "numeric", month: "short" });
export const secondTime = (at) =>
  say(at, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" });
export const tsDate = (ts) => new Date(Number(ts) * 1000);

/** "in 6 days", "in 20 minutes", "now". */
export function away(from, to) {
  const minutes = Math.round((to - from) / 60000);
  if (minutes < 1) return "now";
  if (minutes < 90) return `in ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  const hours = Math.round(minutes / 60);
  if (hours < 36) return `in ${hours} hours`;
  return `in ${Math.round(hours / 24)} days`;
}

const STANDARD = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };

/** "2027-04-21T10:00", as a datetime-local input holds it. */
export function localOf(at) {
  const [, day, month, year, hour, minute] = /(\d+)\D+(\d+)\D+(\d+)\D+(\d+)\D+(\d+)/.exec(say(at, STANDARD));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The time that such a text means: the offset is that of the time itself, across clock changes. */
export function timeOf(local) {
  const guess = Date.parse(`${local}:00Z`);
  const offset = (at) => Date.parse(`${localOf(new Date(at))}:00Z`) - at;
  return new Date(guess - offset(guess - offset(guess)));
}
