"""Cuts a digest into pages that any printer, Slack too, can take whole. Drops nothing."""

from collections.abc import Iterator, Sequence

from bot.core.digest.compiling.quoting import printed_length
from bot.core.digest.digest import Digest
from bot.core.digest.reading.essence import essence
from bot.core.digest.reading.opening import title
from bot.core.digest.reading.parts import Heading, Part, plain, plain_flow
from bot.core.digest.reading.whole import parts
from bot.core.values import Value

# The most characters of a page's plain text, counted as they are once &, < and > are escaped:
# Slack takes 4,000 in a message's text and 3,000 in one block. Leaves room for what stands
# around a page (buttons, where a draft stands).
LONGEST_PAGE = 3_400

# The most parts of a page: Slack takes 50 blocks in a message.
MOST_PARTS = 40

CONTINUED = " (continued)"

# Digits of a page's number and of their total, for which room is kept before both are known.
_NUMBERED = " (page 999 of 999)"


class Page(Value):
    """One page: a title that says which it is, and its parts in order."""

    title: str
    parts: tuple[Part, ...]


def pages(digest: Digest) -> tuple[Page, ...]:
    """The digest as pages of at most LONGEST_PAGE characters and MOST_PARTS parts each: first its
    essence, then all of it. The questions again have no essence: they are all there is.

    A heading stays with what follows it. A page that begins in the middle of a question
    repeats its headings, marked as continued.
    """
    heading = title(digest)
    leaves = _leaves(parts(digest), printed_length(heading + _NUMBERED))
    first = (Page(title=heading, parts=_essence(digest)),) if digest.kind == "digest" else ()
    if len(leaves) == 1:
        return (*first, Page(title=heading, parts=leaves[0]))
    return first + tuple(
        Page(title=f"{heading} (page {number} of {len(leaves)})", parts=leaf)
        for number, leaf in enumerate(leaves, start=1)
    )


def _essence(digest: Digest) -> tuple[Part, ...]:
    """With the themes by name where all of them fit, else with none."""
    named = essence(digest, named=True)
    if _fits(named, printed_length(title(digest) + _NUMBERED)):
        return named
    return essence(digest, named=False)


def plain_text(page: Page) -> str:
    """The page as plain text, as it is measured and as a screen reader may say it."""
    return f"{page.title}\n\n{plain_flow(page.parts)}"


def _leaves(flow: Sequence[Part], used: int) -> list[tuple[Part, ...]]:
    leaves: list[tuple[Part, ...]] = []
    leaf: tuple[Part, ...] = ()
    headings: tuple[Heading, ...] = ()
    for unit in _units(flow, used):
        if leaf and not _fits(leaf + unit, used):
            leaves.append(leaf)
            running = _continued(headings, unit)
            leaf = running if _fits(running + unit, used) else ()
        leaf += unit
        headings = _opened(headings, unit)
    return [*leaves, leaf]


def _units(flow: Sequence[Part], used: int) -> Iterator[tuple[Part, ...]]:
    """What must not be torn apart: headings with the first part below them, where they fit."""
    waiting: tuple[Part, ...] = ()
    for part in flow:
        waiting = (*waiting, part)
        if not isinstance(part, Heading):
            yield from (waiting,) if _fits(waiting, used) else ((one,) for one in waiting)
            waiting = ()


def _fits(leaf: tuple[Part, ...], used: int) -> bool:
    length = used + sum(2 + printed_length(plain(part)) for part in leaf)
    return length <= LONGEST_PAGE and len(leaf) <= MOST_PARTS


def _opened(headings: tuple[Heading, ...], unit: tuple[Part, ...]) -> tuple[Heading, ...]:
    for part in unit:
        if isinstance(part, Heading):
            headings = (*(above for above in headings if above.level < part.level), part)
    return headings


def _continued(headings: tuple[Heading, ...], unit: tuple[Part, ...]) -> tuple[Part, ...]:
    level = unit[0].level if isinstance(unit[0], Heading) else 5
    above = [heading for heading in headings if heading.level < level]
    return tuple(heading.model_copy(update={"text": heading.text + CONTINUED}) for heading in above)
