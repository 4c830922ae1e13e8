"""Turns Slack's names of emoji, as ":raised_hands:", into what people see. Makes no calls.

Slack sends them by its own names (docs: messaging/formatting-message-text). Where a message has
blocks, these hold the character; else a name is looked up, and told in words if nobody knows it.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

# A name between colons, perhaps with a skin tone behind it; tones say nothing of an answer.
_NAMED = re.compile(r":([a-z0-9_+'-]{1,100}):(?::skin-tone-[2-6]:)?")

# Names of Slack's that are not the character's own in Unicode: those that people use most in
# answers. A judgement; what is missing is told in words, so the list may stay short.
_OWN_NAMES = """
+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 100 💯 raised_hands 🙌 clap 👏 pray 🙏 wave 👋 ok_hand 👌
muscle 💪 point_up ☝️ point_down 👇 point_left 👈 point_right 👉 crossed_fingers 🤞 facepalm 🤦
face_palm 🤦 heart ❤️ tada 🎉 bulb 💡 warning ⚠️ exclamation ❗ question ❓ white_check_mark ✅
heavy_check_mark ✔️ x ❌ star ⭐ star2 🌟 zzz 💤 boom 💥 see_no_evil 🙈 hear_no_evil 🙉
speak_no_evil 🙊 grinning 😀 smiley 😃 smile 😄 grin 😁 laughing 😆 sweat_smile 😅 joy 😂 rofl 🤣
upside_down_face 🙃 wink 😉 blush 😊 innocent 😇 heart_eyes 😍 expressionless 😑 no_mouth 😶
smirk 😏 unamused 😒 relieved 😌 pensive 😔 sleepy 😪 confused 😕 worried 😟 cry 😢 sob 😭 angry 😠
rage 😡 weary 😩 scream 😱 disappointed 😞 partying_face 🥳 exploding_head 🤯 mag 🔍 mega 📣
loudspeaker 📢 phone ☎️ telephone ☎️ iphone 📱 email ✉️ unlock 🔓 link 🔗 date 📅 jigsaw 🧩
coffee ☕ tea 🍵 cake 🍰 car 🚗 bike 🚲 sunny ☀️ bee 🐝
"""
_KNOWN = dict(zip(_OWN_NAMES.split()[::2], _OWN_NAMES.split()[1::2], strict=True))


def seen(text: str, blocks: Sequence[Any] | None = None) -> str:
    """The text with each emoji as a reader sees it: the character, or its name in square brackets.

    `blocks` of the message, where Slack sent any, say what is an emoji: all else between colons
    stays. Without them only what stands between spaces or signs is taken for one.
    """
    if ":" not in text:
        return text
    listed = _in_blocks(blocks) if blocks else None

    def one(found: re.Match[str]) -> str:
        name = found.group(1)
        if not (_stands_apart(text, found) if listed is None else name in listed):
            return found.group()
        return (listed or {}).get(name) or _character(name) or f"[{name.replace('_', ' ')}]"

    return _NAMED.sub(one, text)


def _stands_apart(text: str, found: re.Match[str]) -> bool:
    """Not inside a word or a time, as in 10:30:45, and more than figures."""
    around = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
    name = found.group(1)
    return not any(one.isalnum() for one in around) and (name in _KNOWN or not name.isdecimal())


def _character(name: str) -> str:
    """By Slack's name, or by Unicode's own; "" for neither, as for a workspace's own emoji."""
    if name in _KNOWN:
        return _KNOWN[name]
    try:
        character = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return character if unicodedata.category(character) == "So" else ""


def _in_blocks(part: Any) -> dict[str, str]:
    """Each emoji of some blocks by name, with its characters, or "" where Slack gave none."""
    if isinstance(part, Mapping):
        if part.get("type") == "emoji" and isinstance(part.get("name"), str):
            return {part["name"].partition("::")[0]: _characters(part.get("unicode"))}
        part = list(part.values())
    found: dict[str, str] = {}
    for each in part if isinstance(part, list | tuple) else ():
        found |= _in_blocks(each)
    return found


def _characters(code: object) -> str:
    """From Slack's hexadecimal points, as "1f64c" or "1f468-200d-1f4bb"."""
    try:
        return "".join(chr(int(point, 16)) for point in str(code or "").split("-") if point)
    except (ValueError, OverflowError):
        return ""
