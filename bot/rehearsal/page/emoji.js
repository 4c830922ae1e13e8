// Draws emoji by Slack's names for them. Knows the common ones; others are shown by name.

import { h } from "./dom.js";

const EMOJI = {
  "+1": "👍",
  "-1": "👎",
  eyes: "👀",
  wave: "👋",
  heart: "❤️",
  clap: "👏",
  pray: "🙏",
  tada: "🎉",
  thinking_face: "🤔",
  bulb: "💡",
  seedling: "🌱",
  link: "🔗",
  speech_balloon: "💬",
  thought_balloon: "💭",
  lock: "🔒",
  mag: "🔍",
  calendar: "📅",
  white_check_mark: "✅",
  x: "❌",
  information_source: "ℹ️",
  warning: "⚠️",
  memo: "📝",
  bell: "🔔",
  raised_hands: "🙌",
  handshake: "🤝",
  question: "❓",
  arrow_right: "➡️",
  pushpin: "📌",
  slightly_smiling_face: "🙂",
  smile: "😄",
  envelope: "✉️",
};
export const QUICK_REACTIONS = ["+1", "eyes", "heart", "thinking_face", "raised_hands", "pray"];

/** One emoji by name: its picture where we have it, or its name between colons, as text (the
 *  middle of "17:00: we" is no emoji). */
export function emoji(name) {
  const base = name.split("::")[0];
  const picture = EMOJI[base];
  if (!picture) return `:${name}:`;
  return h(
    "span",
    { class: "emoji", title: `:${name}:`, attrs: { role: "img" }, aria: { label: words(base) } },
    picture,
  );
}

const words = (name) => ({ "+1": "thumbs up", "-1": "thumbs down" })[name] || name.replaceAll("_", " ");
export const emojiWords = (name) => words(name.split("::")[0]);
