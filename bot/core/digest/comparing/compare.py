"""Says in words what one version of a draft has that the version before had not, without a word of
anybody's: what was taken back must not stand in a comparison either."""

from collections import Counter
from collections.abc import Iterator

from bot.core.digest.comparing import sentences as say
from bot.core.digest.comparing.places import come_and_gone
from bot.core.digest.comparing.questions import hidden_lines, questions
from bot.core.digest.comparing.sets import became, threads
from bot.core.digest.digest import Cover, Digest, Made


def compared(before: Digest, after: Digest) -> tuple[str, ...]:
    """What changed from one version to the next, in the order in which it reads: something for any
    two that differ, nothing for equal ones. Sentences hold labels of themes that stand in the later
    one, questions and words of coordinators, and no words of members."""
    if before.kind != after.kind:
        return (say.questions_again(few=after.kind == "questions-again"),)
    told = (
        *_replies(before, after),
        *_cover(before.cover, after.cover),
        *_around(before, after),
        *questions(before, after),
        *_threads(before, after),
        *_for_the_board(before, after),
        *_hidden(before, after),
        *_made(before.made, after.made),
    )
    return told or ((say.part("details"),) if before != after else ())


def _replies(before: Digest, after: Digest) -> Iterator[str]:
    came, went = come_and_gone(before, after)
    if came or went:
        yield say.came_and_went(came, went)
    was, now = (each.counts.off_topic if each.counts else 0 for each in (before, after))
    if was != now:
        yield say.about_something_else(now, was)
    was_out, out = ((each.made.left_out, each.made.held_back) for each in (before, after))
    if was_out != out:
        yield say.part("kept-out")


def _cover(before: Cover, after: Cover) -> Iterator[str]:
    for field in ("foreword", "agenda_item", "author", "purpose", "asked_to"):
        if getattr(before, field) != getattr(after, field):
            yield say.on_the_cover(field)


def _around(before: Digest, after: Digest) -> Iterator[str]:
    """What comes from elsewhere: the meeting, its board, and the meeting before."""
    was, now = (
        (each.meeting_at, each.meeting_on, each.zone, each.board, each.partnership)
        for each in (before, after)
    )
    if was != now:
        yield say.part("meeting")
    if before.last_time != after.last_time:
        yield say.part("last-time")
    if before.changed != after.changed:
        yield say.part("changed")


def _threads(before: Digest, after: Digest) -> Iterator[str]:
    if before.threads != after.threads:
        told = [*became(threads(before.threads, after.threads))]
        yield say.among_threads(told or [say.details()])


def _for_the_board(before: Digest, after: Digest) -> Iterator[str]:
    old = {each.id: each for each in before.board_questions}
    new = {each.id: each for each in after.board_questions}
    if gone := len(old.keys() - new.keys()):
        yield say.board_questions_went(gone)
    for one, asked in new.items():
        if one not in old:
            yield say.board_question_came(asked.text)
        elif old[one].text != asked.text:
            yield say.board_question_reworded(asked.text)
    if [one for one in old if one in new] != [one for one in new if one in old]:
        yield say.part("board-questions")
    if (before.invitation, before.invited) != (after.invitation, after.invited):
        yield say.part("not-heard")


def _hidden(before: Digest, after: Digest) -> Iterator[str]:
    """What was hidden or brought back that no line tells of."""
    was, now = (Counter(each.made.hidden) for each in (before, after))
    old, new = hidden_lines(before), hidden_lines(after)
    more, fewer = (now - was) - (new - old), (was - now) - (old - new)
    yield from (say.hidden_elsewhere(reason) for reason in sorted(more.elements()))
    if fewer:
        yield say.hidden_no_longer(fewer.total())


def _made(before: Made, after: Made) -> Iterator[str]:
    if before.method != after.method:
        yield say.part("sorted")
    if _settings(before) != _settings(after):
        yield say.part("made")


def _settings(made: Made) -> dict[str, object]:
    """How it was made, without what is told of elsewhere."""
    return made.model_dump(exclude={"left_out", "held_back", "hidden", "reworded", "method"})
