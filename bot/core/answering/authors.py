"""Turns a person into something that is the same for all they say in one cycle and says nothing
about them without the cycle's key. Makes no keys and keeps none."""

import hmac
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256

_HEX = 32
"""Characters kept of a hash, 128 bits: nobody meets another's by chance, and an outbox target
(40 characters) can hold it."""


def author_key(key: bytes, user_id: str) -> str:
    """Who said it, as far as anything that is stored knows: HMAC-SHA256 under the cycle's key."""
    return _keyed(key, f"author {user_id}")


def form_key(key: bytes, view_id: str) -> str:
    """Which form it came in, to know a form again that is sent twice. A view's id is hashed too:
    Slack knows on whose screen it was."""
    return _keyed(key, f"form {view_id}")


def handle(key: bytes, what: str) -> str:
    """A name for something of a private author's that may stand in a message to them: without the
    key it leads nowhere, and so it does not once the key is erased."""
    return _keyed(key, f"handle {what}")


def _keyed(key: bytes, what: str) -> str:
    return hmac.new(key, what.encode(), sha256).hexdigest()[:_HEX]


def same_people(
    key: bytes, older: Collection[bytes], named: Iterable[str], private: Mapping[str, bytes]
) -> dict[str, str]:
    """One opaque author for each person, by what they are known as: a user id, or an author key.

    `named` are the user ids of those who spoke in threads; `private` the author keys of private
    replies, each with the key it was made with (`key`, or one of an `older` cycle whose digest
    never went out). Where nobody can tell whether two private authors of two cycles are one
    person, they are taken for one: too few people are counted then, and never too many.
    """
    authors = {user_id: author_key(key, user_id) for user_id in named}
    known = {
        author_key(each, user_id): author
        for user_id, author in authors.items()
        for each in (key, *older)
    }
    new = sorted(one for one, made_with in private.items() if made_with == key)
    old = sorted(one for one, made_with in private.items() if made_with != key)
    authors |= {one: known.get(one, one) for one in new}
    alone = [one for one in new if one not in known]
    unknown = [one for one in old if one not in known]
    authors |= {one: known[one] for one in old if one in known}
    return authors | {
        one: alone[place] if place < len(alone) else one for place, one in enumerate(unknown)
    }
