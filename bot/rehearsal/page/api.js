// Talks to the rehearsal's server: state, stream, deeds, clock. Draws nothing.

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", cache: "no-store", ...options });
  } catch {
    throw new Error("The rehearsal does not answer. Is it still running? This page will try again.");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok || body.ok === false) throw new Error(sentence(body, answer.status));
  return body;
}

const SESSION_OVER = "This page's session is over. Open the address that the rehearsal printed.";

const sentence = (body, status) =>
  body.error || (status === 403 ? SESSION_OVER : `The rehearsal refused that (${status}).`);

const post = (path, body) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const getPeople = () => call("/rehearsal/people");
export const getState = (as) => call(`/rehearsal/state?as=${encodeURIComponent(as)}`);
export const getClock = () => call("/rehearsal/clock");
/** Move the clock: {to: "next" | "step" | a time}, {cast: whether the invented people answer}. */
export const moveClock = (how) => post("/rehearsal/clock", how);
export const getLook = (as, channel, ts) => call(`/rehearsal/inspect?${new URLSearchParams({ as, channel, ts })}`);
export const getTroubles = () => call("/rehearsal/trouble");
export const causeTrouble = (which) => post("/rehearsal/trouble", which);
export const act = (as, deed, fields = {}) => post("/rehearsal/act", { as, do: deed, ...fields });

/** Take in a file that nobody else sees yet: {id}. */
export const upload = (as, file) =>
  call(`/rehearsal/upload?${new URLSearchParams({ as, name: file.name })}`, { method: "POST", body: file });

// Milliseconds before a stream that was refused is asked for again. A judgment: a restart takes less.
const AGAIN_MS = 2000;

/**
 * Calls `onChange(version)` now and after every change, for ever; `onLost(refused)` while there is
 * no connection. A window that nobody sees listens to nothing: a browser keeps few lines to one place.
 */
export function watch(as, onChange, onLost) {
  let source;
  let timer;
  const shut = () => {
    clearTimeout(timer);
    if (source) source.close();
  };
  const open = () => {
    shut();
    if (document.hidden) return;
    source = new EventSource(`/rehearsal/stream?as=${encodeURIComponent(as)}`);
    source.addEventListener("changed", ({ data }) => onChange(Number(data)));
    source.addEventListener("error", () => {
      const refused = source.readyState === EventSource.CLOSED;
      onLost(refused);
      if (refused) timer = setTimeout(open, AGAIN_MS);
    });
  };
  document.addEventListener("visibilitychange", open);
  open();
  return () => {
    document.removeEventListener("visibilitychange", open);
    shut();
  };
}
