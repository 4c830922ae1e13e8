"""Says what changed among the questions, and under each of them: its themes, which replies stand
elsewhere, its lines. Tells how many, never who."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bot.core.digest.comparing import sentences as say
from bot.core.digest.comparing.places import ALONE, LOOSE, in_theme, moved, places
from bot.core.digest.comparing.sets import Sets, became, themes
from bot.core.digest.digest import Digest
from bot.core.digest.heard import AskedQuestion, Line, LineKind


def questions(before: Digest, after: Digest) -> Iterator[str]:
    """Those that are gone or new, their order, and what changed under each."""
    old = {asked.id: asked for asked in before.questions}
    new = {asked.id: asked for asked in after.questions}
    yield from (say.question_went(old[one].text) for one in old if one not in new)
    for one, asked in new.items():
        if one not in old:
            yield say.question_came(asked.text)
        elif asked != old[one]:
            yield say.under(asked.text, _told_under(old[one], asked))
    if _order(before, new) != _order(after, old):
        yield say.questions_reordered()


def hidden_lines(digest: Digest) -> Counter[str]:
    """Why lines are hidden that stand as such in a digest."""
    lines = (line for asked in digest.questions for line in _by_reply(asked).values())
    return Counter(line.reason for line in lines if line.kind is LineKind.HIDDEN)


def _order(digest: Digest, other: Mapping[str, AskedQuestion]) -> list[tuple[str, str]]:
    """Where the questions of both stand."""
    stand = [(str(each.principle), one.id) for each in digest.sections for one in each.questions]
    return [each for each in (*stand, *(("", one.id) for one in digest.joins)) if each[1] in other]


def _told_under(before: AskedQuestion, after: AskedQuestion) -> list[str]:
    told = [*_asking(before, after), *_heard(before, after)]
    is_other = places(before).keys() != places(after).keys()
    return told or [say.other_replies() if is_other else say.details()]


def _asking(before: AskedQuestion, after: AskedQuestion) -> Iterator[str]:
    if (before.text, before.follow_up) != (after.text, after.follow_up):
        yield say.question_reworded()
    if (before.asked_on, before.channels) != (after.asked_on, after.channels):
        yield say.asking_changed()
    if (before.breadth, before.people) != (after.breadth, after.people):
        yield say.breadth_of_question()


def _heard(before: AskedQuestion, after: AskedQuestion) -> Iterator[str]:
    both = themes(before.themes, after.themes)
    yield from became(both)
    yield from _moves(before, after, both)
    old, new = _by_reply(before), _by_reply(after)
    yield from _by_coordinators(old, new, places(after))
    yield from _by_members(old, new)


def _moves(before: AskedQuestion, after: AskedQuestion, both: Sets) -> Iterator[str]:
    several = moved(before, after, both.kin)
    for was_in_theme in (True, False):
        for theme_id in both.after:
            if number := several[was_in_theme, in_theme(theme_id)]:
                label = both.name(theme_id)
                yield say.moved_to_theme(number, label, from_theme=was_in_theme)
        for place in (ALONE, LOOSE):
            if number := several[was_in_theme, place]:
                yield say.moved_out(number, from_theme=was_in_theme, is_alone=place == ALONE)


def _by_coordinators(
    old: Mapping[str, Line], new: Mapping[str, Line], here: Mapping[str, str]
) -> Iterator[str]:
    """Lines that were hidden, brought back, or put in other words."""
    for reply, line in new.items():
        earlier = old.get(reply)
        was = (earlier.kind, earlier.reason, earlier.words) if earlier else None
        if line.kind is LineKind.HIDDEN and was != (line.kind, line.reason, line.words):
            yield say.hidden(line.reason)
        elif line.kind is not LineKind.HIDDEN and _is(earlier, LineKind.HIDDEN):
            yield say.shown_again()
        elif line.kind is LineKind.PUT and was != (line.kind, line.reason, line.words):
            yield say.put(line.words)
    ended = [
        reply
        for reply, line in old.items()
        if line.kind is LineKind.PUT and reply in here and not _is(new.get(reply), LineKind.PUT)
    ]
    if ended:
        yield say.put_no_longer(len(ended))


def _by_members(old: Mapping[str, Line], new: Mapping[str, Line]) -> Iterator[str]:
    """Lines in their own words, and what stands beside a line."""
    was, now = _quoted(old), _quoted(new)
    came = [one for one in now.keys() - was.keys() if not _is(old.get(one), LineKind.HIDDEN)]
    went = [one for one in was.keys() - now.keys() if not _is(new.get(one), LineKind.HIDDEN)]
    if came or went:
        yield say.quotes(len(came), len(went))
    if changed := sum(was[one].words != now[one].words for one in was.keys() & now.keys()):
        yield say.quotes_changed(changed)
    both = [(old[one], new[one]) for one in old.keys() & new.keys() if old[one] != new[one]]
    if beside := sum(_is_told_of(earlier) == _is_told_of(line) for earlier, line in both):
        yield say.beside_lines(beside)


def _is_told_of(line: Line) -> tuple[LineKind | None, str, str]:
    """What of a line is told of elsewhere: all kinds without words are one here."""
    telling = (LineKind.QUOTED, LineKind.PUT, LineKind.HIDDEN)
    return (line.kind if line.kind in telling else None, line.words, line.reason)


def _is(line: Line | None, kind: LineKind) -> bool:
    return line is not None and line.kind is kind


def _by_reply(asked: AskedQuestion) -> dict[str, Line]:
    return {line.reply_ids[0]: line for line in asked.lines if line.reply_ids}


def _quoted(lines: Mapping[str, Line]) -> dict[str, Line]:
    return {reply: line for reply, line in lines.items() if line.kind is LineKind.QUOTED}
