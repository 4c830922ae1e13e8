"""Chooses the cards for whoever sorts: about which reply to ask, and beside which others.

A card costs one action and settles as many pairs as it shows; so the replies most likely to go
together are shown together. Decides nothing; an answer is a decision like any other.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.core.themes.clustering.likeness import Square
from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Card
from bot.core.themes.placing import readable_odds
from bot.core.themes.sheet import Sheet
from bot.core.themes.sureness import likelihood
from bot.core.themes.ties import Ties, called_off_topic, ties_of

SHOWN = 10
"""Replies on a card beside the one that is asked about: as many as Slack's checkboxes hold
(https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element). Measured, ten settle
a fifth more than eight did, and most of them were read on an earlier card."""

SHARPER = 1.8
"""What log-odds are multiplied by where cards are chosen: measured, a card about the likeliest few
settles more than one that spreads its hopes."""

SORTED_BY_HAND = 600
"""Replies to one question beyond which no card is offered: nobody sorts so many one by one."""


def next_to_ask(
    sheets: Mapping[str, Sheet], decisions: Sequence[Decision], group: str | None = None
) -> tuple[Card, ...]:
    """The best card of each question that is not sorted yet, the most useful question first.

    `group`: of this question only. Empty once every reply was compared with every theme.
    """
    cards = [
        card
        for name, sheet in sheets.items()
        if group in (None, name)
        for card in (best_card(sheet, decisions),)
        if card is not None
    ]
    return tuple(sorted(cards, key=lambda card: (-card.gain, card.reply)))


class _Open(NamedTuple):
    """What is still undecided of one sheet: a row for each set of tied replies."""

    rows: list[int]
    sizes: NDArray[np.intp]
    likely: Square
    compared: NDArray[np.bool_]


def best_card(sheet: Sheet, decisions: Sequence[Decision], shown: int = SHOWN) -> Card | None:
    """The card of one question whose answer is expected to put most pairs right."""
    if len(sheet) > SORTED_BY_HAND:
        return None
    off = sheet.courtesies | called_off_topic(decisions)
    ties = ties_of([reply for reply in sheet.ids if reply not in off], decisions)
    for first, *others in sheet.twins:
        for other in others:
            ties.tie(first, other)
    left = _open(sheet, ties)
    gains = [_gain(left, row, shown) for row in range(len(left.rows))]
    best = max(range(len(gains)), key=lambda row: (gains[row], -row), default=None)
    if best is None or gains[best] <= 0:
        return None
    reply = sheet.ids[left.rows[best]]
    return Card(
        reply=reply,
        candidates=tuple(sheet.ids[left.rows[row]] for row in _candidates(left, best, shown)),
        theme=tuple(
            each
            for each in sheet.ids
            if each in ties and each != reply and ties.root(each) == reply
        ),
        group=sheet.said[0].group,
        gain=round(gains[best], 3),
    )


def _open(sheet: Sheet, ties: Ties) -> _Open:
    """One row for each set of tied replies; how likely two sets go together comes from the mean of
    their pairs' log-odds. Measured, it finds more than the mean of probabilities does."""
    roots: dict[str, list[int]] = {}
    for place, reply in enumerate(sheet.ids):
        if reply in ties:
            roots.setdefault(ties.root(reply), []).append(place)
    rows = [sheet.place[root] for root in roots]
    member = np.zeros((len(sheet), len(rows)), np.float32)
    for column, places in enumerate(roots.values()):
        member[places, column] = 1 / len(places)
    odds = readable_odds(sheet)
    compared = np.eye(len(rows), dtype=np.bool_)
    at = {root: row for row, root in enumerate(roots)}
    for root, row in at.items():
        for other in ties.parted(root):
            compared[row, at[other]] = True
    return _Open(
        rows=rows,
        sizes=np.array([len(places) for places in roots.values()], dtype=np.intp),
        likely=likelihood(np.asarray(SHARPER * (member.T @ odds @ member), dtype=np.float32)),
        compared=compared,
    )


def _candidates(left: _Open, row: int, shown: int) -> list[int]:
    """The sets most likely to go with this one, among those it was not compared with."""
    likely = np.where(left.compared[row], -1, left.likely[row])
    best = np.argsort(-likely, kind="stable")[:shown]
    return [int(each) for each in best if likely[each] >= 0]


def _gain(left: _Open, row: int, most: int) -> float:
    """The pairs that its card is expected to tie: each candidate with this set, and any two
    candidates that both go with it."""
    shown = _candidates(left, row, most)
    if not shown:
        return 0.0
    with_it = left.likely[row, shown] * left.sizes[shown]
    between = left.likely[np.ix_(shown, shown)] * np.outer(with_it, with_it)
    crossing = (between.sum() - np.trace(between)) / 2
    return float(with_it.sum() * left.sizes[row] + crossing)
