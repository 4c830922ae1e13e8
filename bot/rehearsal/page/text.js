// Turns Slack's text (plain and mrkdwn) into nodes. Never parses HTML, follows no link.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { clockTime, longDate, say } from "./zone.js";

// A permalink of a message, as Slack writes it.
const PERMALINK = /^https?:\/\/[^/]+\/archives\/(\w+)\/p(\d+)(\d{6})(?:\?thread_ts=([\d.]+))?/;

/** Where in this workspace a permalink leads: {at, ts, thread}, or null for any other link. */
function placeOf(url) {
  const [, at, seconds, micros, thread = ""] = (url.startsWith(location.origin) && PERMALINK.exec(url)) || [];
  return at ? { at, ts: `${seconds}.${micros}`, thread } : null;
}

/** A link that may be followed, or plain text where its scheme may not be trusted. */
export function link(url, label) {
  const place = placeOf(url);
  if (place) return h("a", { href: url, data: { place: JSON.stringify(place) } }, label || url);
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return document.createTextNode(label || url);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label || url);
}

const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** A text object or a bare string, as nodes. */
export function textNodes(text, names) {
  if (!text) return [];
  if (typeof text === "string") return mrkdwn(text, names);
  if (text.type === "mrkdwn") return mrkdwn(text.text || "", names);
  return withEmoji(text.text || "", text.emoji !== false);
}

/** A text object as words only, for labels. */
export const plain = (text) => (typeof text === "string" ? text : (text && text.text) || "");

function withEmoji(text, pictures) {
  if (!pictures) return lines(text);
  return text
    .split(/(:[a-z0-9_+'-]+(?:::[a-z0-9-]+)?:)/)
    .flatMap((part, place) => (place % 2 ? [emoji(part.slice(1, -1))] : lines(part)));
}

export function lines(text) {
  return text
    .split("\n")
    .flatMap((line, place) => (place ? [h("br"), line] : [line]))
    .filter((part) => part !== "");
}

/** Slack's own markup, the parts people use. */
export function mrkdwn(source, names) {
  return source
    .split(/```([\s\S]+?)```/)
    .flatMap((part, place) => (place % 2 ? [h("pre", {}, unescape(part.replace(/^\n/, "")))] : quoted(part, names)));
}

function quoted(source, names) {
  const nodes = [];
  for (const run of source.split(/((?:^(?:&gt;|>) ?.*(?:\n|$))+)/m)) {
    if (run === "") continue;
    if (/^(&gt;|>)/.test(run)) {
      const inner = run.replace(/\n$/, "").replace(/^(&gt;|>) ?/gm, "");
      nodes.push(h("blockquote", {}, inline(inner, names)));
    } else nodes.push(...inline(run, names));
  }
  return nodes;
}

const SPAN =
  /<([^<>\n]+)>|`([^`\n]+)`|(?<![\w*])\*(?! )([^*\n]+?)\*(?![\w*])|(?<![\w_])_(?! )([^_\n]+?)_(?![\w_])|(?<![\w~])~(?! )([^~\n]+?)~(?![\w~])/;

function inline(source, names) {
  const nodes = [];
  let rest = source;
  for (let found = SPAN.exec(rest); found; found = SPAN.exec(rest)) {
    nodes.push(...withEmoji(unescape(rest.slice(0, found.index)), true), span(found, names));
    rest = rest.slice(found.index + found[0].length);
  }
  return [...nodes, ...withEmoji(unescape(rest), true)];
}

function span([, angle, code, bold, italic, strike], names) {
  if (angle) return angled(angle, names);
  if (code) return h("code", {}, unescape(code));
  if (bold) return h("strong", {}, inline(bold, names));
  if (italic) return h("em", {}, inline(italic, names));
  return h("s", {}, inline(strike, names));
}

function angled(inside, names) {
  const [target, label] = splitOnce(inside, "|");
  if (target.startsWith("@")) return mention(names.person(target.slice(1)));
  if (target.startsWith("#")) return mention(`#${label || names.channel(target.slice(1))}`);
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!subteam^")) return mention(label || "@group");
  if (target.startsWith("!")) return mention(`@${target.slice(1).split("^")[0]}`);
  return link(unescape(target), label && unescape(label));
}

function splitOnce(text, mark) {
  const place = text.indexOf(mark);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}

export const mention = (name) =>
  h("span", { class: "mention" }, name.startsWith("#") || name.startsWith("@") ? name : `@${name}`);

/** `<!date^seconds^format^url|words>` in the rehearsal's zone. */
export function date(target, fallback) {
  const [, seconds, format = ""] = target.split("^");
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return document.createTextNode(fallback);
  const shown = format.replace(/\{(\w+)\}/g, (whole, token) => dateToken(token, at) || whole);
  return h("time", { dateTime: at.toISOString() }, shown || fallback);
}

function dateToken(token, at) {
  const name = token.replace("_pretty", "");
  if (name === "time") return clockTime(at);
  if (name === "time_secs") return say(at, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  if (name === "date_num") return say(at, { year: "numeric", month: "2-digit", day: "2-digit" });
  if (name === "date_short" || name === "date_slash")
    return say(at, { day: "numeric", month: "short", year: "numeric" });
  if (name === "date_long") return longDate(at);
  return name === "date" ? say(at, { day: "numeric", month: "long", year: "numeric" }) : "";
}
