// Reads the server's snapshot of what one person sees into what the page draws. Draws nothing.

// Colors of faces (style.css): the first is the app's, whose id is new at every start.
const TONES = 8;
const APP_TONE = 0;

/** Lookups by id for names; people and channels of the snapshot. */
export function namesOf(people, channels) {
  const persons = new Map(people.map((person) => [person.id, person]));
  const places = new Map(channels.map((channel) => [channel.id, channel]));
  return {
    person: (id) => (persons.get(id) || { name: id || "somebody" }).name,
    channel: (id) => (places.get(id) || { name: id }).name,
    people: () => people.map(({ id, name }) => [id, name]),
    channels: (filter) => channels.filter(fits(filter)).map(({ id, name }) => [id, `#${name}`]),
    author: (id) => author(persons.get(id) || { id, name: id || "somebody" }),
  };
}

/** Does a conversation fit a menu's filter? Direct ones have no name to choose them by. */
const fits =
  ({ include, exclude_external_shared_channels: noShared } = {}) =>
  (channel) =>
    !channel.is_im &&
    (!include || include.includes(channel.is_private ? "private" : "public")) &&
    !(noShared && channel.is_ext_shared);

function author(person) {
  const initials = person.name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0])
    .slice(0, 2)
    .join("")
    .toUpperCase();
  const elsewhere = person.is_external && (person.organization || "another organisation");
  const role = [person.role_title, elsewhere].filter(Boolean).join(", ");
  const sum = [...person.id].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const tone = person.is_bot ? APP_TONE : 1 + (sum % (TONES - 1));
  return { name: person.name, initials, role, tone, isApp: Boolean(person.is_bot) };
}

// Faces beside a thread. A judgment: more say no more.
const REPLIERS = 3;

const SYSTEM = new Set([
  "channel_join",
  "channel_leave",
  "channel_name",
  "channel_purpose",
  "channel_topic",
  "channel_archive",
  "channel_unarchive",
]);

/** One message as the page draws it; `extra` holds what the page knows (editing, inThread). */
export function item(message, names, me, extra = {}) {
  return {
    key: `${extra.ephemeral ? "e" : "m"}-${message.ts}`,
    ts: message.ts,
    threadTs: message.thread_ts,
    channel: message.channel,
    text: message.text || "",
    blocks: message.blocks || [],
    attachments: message.attachments || [],
    files: message.files || [],
    reactions: message.reactions || [],
    replyCount: message.reply_count || 0,
    latestReply: message.latest_reply,
    repliers: (message.reply_users || []).slice(0, REPLIERS).map((id) => names.author(id)),
    values: message.values || {},
    edited: Boolean(message.edited),
    subtype: message.subtype || "",
    system: SYSTEM.has(message.subtype),
    broadcast: message.subtype === "thread_broadcast" && !extra.inThread,
    author: names.author(message.user),
    mine: message.user === me && !extra.ephemeral,
    me,
    ...extra,
  };
}

const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts;
const byTime = (one, other) => Number(one.ts) - Number(other.ts);

/** What the channel itself shows. */
export const channelMessages = (channel) =>
  entries(
    channel,
    (message) => !isReply(message) || message.subtype === "thread_broadcast",
    (line) => !line.thread_ts,
  );

/** A thread: its parent first, then replies and private lines. */
export const threadMessages = (channel, ts) =>
  entries(
    channel,
    (message) => message.ts === ts || message.thread_ts === ts,
    (line) => line.thread_ts === ts,
  );

function entries(channel, showsMessage, showsLine) {
  const messages = (channel.messages || []).filter(showsMessage).map((message) => ({ message, ephemeral: false }));
  const lines = (channel.ephemerals || []).filter(showsLine).map((message) => ({ message, ephemeral: true }));
  return [...messages, ...lines].sort((one, other) => byTime(one.message, other.message));
}

/** The first words of a thread's parent: what a reply in the channel is about. */
export function aboutThread(channel, ts) {
  const parent = (channel.messages || []).find((message) => message.ts === ts);
  const words = parent ? typedAgain(parent.text).replace(/\s+/g, " ").trim() : "";
  return words.length > ABOUT ? `${words.slice(0, ABOUT).trimEnd()}…` : words;
}

// Characters of a parent that are shown. A judgment: about a line.
const ABOUT = 60;

/** What was typed, as somebody would type it again: entities and links undone, mentions kept. */
export const typedAgain = (text) =>
  text
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** What to send for what was typed: "@Full Name" and "#channel-name" become references. */
export function asSent(typed, names) {
  const longestFirst = (pairs) => [...pairs].sort((one, other) => other[1].length - one[1].length);
  const people = longestFirst(names.people()).reduce(
    (text, [id, name]) => text.replaceAll(`@${name}`, `<@${id}>`),
    typed,
  );
  return longestFirst(names.channels()).reduce((text, [id, name]) => text.replaceAll(name, `<#${id}>`), people);
}
