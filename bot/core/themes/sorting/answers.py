"""What the answer to a card decides."""

from collections.abc import Collection, Sequence

from bot.core.themes.decisions import Apart, Decision, Together


def answer(reply: str, candidates: Sequence[str], ticked: Collection[str]) -> Decision:
    """`ticked` of the candidates go with the reply; the others were looked at and do not."""
    those = tuple(each for each in candidates if each in ticked)
    rest = tuple(each for each in candidates if each not in ticked)
    if not those:
        return Apart(reply=reply, others=rest)
    return Together(replies=(reply, *those), but_not=rest)
