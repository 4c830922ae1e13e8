// Looks behind one message: what it consists of, what made it, what the app was told of it.

import { getLook } from "./api.js";
import { h, quiet, sync } from "./dom.js";
import { secondTime } from "./zone.js";

// What became of one try to bring something to the app.
const OUTCOMES = {
  acked: "acknowledged",
  timeout: "no answer in time",
  no_connection: "no connection",
  stopped: "given up: the rehearsal ended",
};

const FATES = { answer_lost: ", but the answer was lost", late: ", late" };

export const outcomeWords = (outcome, fate) => (OUTCOMES[outcome] || outcome) + (FATES[fate] || "");
export const tryWords = (number) => (number ? `retry ${number}` : "first try");

let known = { key: "", calls: [], attempts: [], metadata: null };

function draw(body, context) {
  const { look = "" } = context.place();
  const message = messageOf(context, look);
  if (!message) return body.replaceChildren(quiet("p", "This message is not here any more."));
  const key = `${message.channel}/${look}`;
  if (known.key !== key) known = { key, calls: [], attempts: [], metadata: null };
  show(body, context, message);
  return context
    .attempt(() => getLook(context.me(), message.channel, look))
    .then((told) => {
      if (!told || known.key !== key || context.place().look !== look) return;
      known = { key, ...told };
      show(body, context, message);
    });
}

const messageOf = ({ page }, ts) =>
  page.seen.channels
    .flatMap((channel) => [...channel.messages, ...(channel.ephemerals || [])])
    .find((message) => message.ts === ts);

function show(body, { page }, message) {
  const made = { who: page.names.person(message.user), ts: message.ts, id: message.channel };
  const sections = [
    { key: "made", made },
    { key: "plain", title: "In plain text", text: message.text || "(no text)" },
    { key: "calls", title: "What the app asked for", lines: known.calls.map(callLine) },
    { key: "events", title: "What the app was told", lines: known.attempts.map(attemptLine) },
    { key: "blocks", title: `Blocks (${(message.blocks || []).length})`, json: message.blocks || [] },
    { key: "metadata", title: "Metadata", json: known.metadata || "none" },
  ];
  sync(body, sections, section);
}

const callLine = ({ at, method, outcome, fate, asked }) => [at, method, outcomeWords(outcome, fate), asked];
const attemptLine = ({ at, kind, what, number, outcome }) => [
  at,
  toldWords(kind, what),
  `${tryWords(number)}: ${outcomeWords(outcome)}`,
];

/** What was brought to the app, by its kind and name; a request of the app's own has a name only. */
export const toldWords = (kind, what) => [KINDS[kind], what].filter(Boolean).join(" ");

const KINDS = { events_api: "event", interactive: "interaction", slash_commands: "command" };

function section({ made, title, text, lines, json }) {
  if (made)
    return h(
      "p",
      { class: "quiet" },
      `By ${made.who}, ${secondTime(new Date(Number(made.ts) * 1000))}; in ${made.id}, ts ${made.ts}`,
    );
  const inside = lines ? list(lines) : pre(text ?? JSON.stringify(json, null, 2), title);
  return h("section", { aria: { label: title } }, h("h3", {}, title), inside);
}

const pre = (words, label) => h("pre", { class: "raw", tabIndex: 0, attrs: { role: "group" }, aria: { label } }, words);

/** What happened, one line each, oldest first: [at, what, how it ended, the whole of it]. */
export const list = (lines) =>
  lines.length
    ? h(
        "ol",
        { class: "log" },
        lines.map(([at, what, end, whole]) =>
          h(
            "li",
            {},
            h("time", { dateTime: at }, secondTime(new Date(at))),
            ` ${what}: ${end}`,
            whole && pre(JSON.stringify(whole, null, 2), `${what}, its arguments`),
          ),
        ),
      )
    : quiet("p", "Nothing.");

export const lookPanel = { title: "Behind the message", draw };
