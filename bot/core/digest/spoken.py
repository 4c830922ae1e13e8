"""Names every piece of a digest that is made of people's words: what the guard looks at once more
before it may be published. Judges none of it."""

from collections.abc import Iterator
from typing import NamedTuple

from bot.core.digest.digest import Digest
from bot.core.digest.heard import AskedQuestion, Line, LineKind
from bot.core.guard.held import line_subject


class Spoken(NamedTuple):
    """Words as they would be printed. `subject` is the reply behind them, or names a line that is
    nobody's reply (see core.guard.held.line_subject); `where` says it to a coordinator."""

    subject: str
    where: str
    words: str


def spoken(digest: Digest) -> Iterator[Spoken]:
    """Every quote, label and line, in the order in which the digest prints them."""
    for asked in digest.questions:
        yield from _under(digest, asked)
    for thread in digest.threads:
        yield _own(digest, "the name of a thread", thread.label)
        for side in thread.sides:
            if side.line is not None:
                yield _line(digest, side.line, "a line of a thread")
    yield _own(digest, "the foreword", digest.cover.foreword)
    yield _own(digest, "the invitation", digest.invitation)
    for reason in digest.made.hidden:
        yield _own(digest, "the reason for a hidden line", reason)


def _under(digest: Digest, asked: AskedQuestion) -> Iterator[Spoken]:
    for theme in asked.themes:
        yield _own(digest, f"the name of a theme under “{asked.text}”", theme.label)
    for line in asked.lines:
        yield _line(digest, line, f"a quote under “{asked.text}”")


def _line(digest: Digest, line: Line, where: str) -> Spoken:
    if line.kind is LineKind.QUOTED:
        return Spoken(line.reply_ids[0], where, line.words)
    return _own(digest, where.replace("a quote", "a line"), line.words)


def _own(digest: Digest, where: str, words: str) -> Spoken:
    return Spoken(line_subject(digest.cycle_id, words), where, words)
