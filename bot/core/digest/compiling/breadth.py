"""Says how widely a question was answered, as a word. Never a score, a rate or a percentage."""

from bot.core.digest.heard import Breadth

# People who replied in the cycle before "one or a few", "several" and "many" mean anything;
# below it the digest only says that some answered. A judgement: eight or so.
PEOPLE_FOR_AMOUNTS = 8

# The most people who are still "one or a few". A judgement.
A_FEW = 3

# The share of all who replied above which several are many. A judgement: more than half.
MANY = 1 / 2


def breadth(people: int, everyone: int) -> Breadth:
    """The word for `people` who answered one question, out of `everyone` who replied at all."""
    if not people:
        return Breadth.NOBODY
    if everyone < PEOPLE_FOR_AMOUNTS:
        return Breadth.SOME
    if people <= A_FEW:
        return Breadth.FEW
    return Breadth.MANY if people > everyone * MANY else Breadth.SEVERAL
