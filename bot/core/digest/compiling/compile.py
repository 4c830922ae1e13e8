"""Compiles a cycle's replies into a Digest. Reads no clock, asks nobody, prints nothing.

The same values in any order give the same digest, byte for byte.
"""

from collections.abc import Sequence

from bot.core.digest.compiling.closing import board_questions
from bot.core.digest.compiling.counting import counts, made, with_edits_counted
from bot.core.digest.compiling.gather import Asking, authors, gathered, usable
from bot.core.digest.compiling.heard import Heard
from bot.core.digest.compiling.lately import changed
from bot.core.digest.compiling.material import Material
from bot.core.digest.compiling.naming import invited_sectors
from bot.core.digest.compiling.placing import off_topic
from bot.core.digest.digest import BoardQuestion, Cover, Digest, Section
from bot.core.digest.edits import Edits, Frame, board_question, frame, thread
from bot.core.digest.heard import AskedQuestion, Thread
from bot.core.digest.since import Changed
from bot.core.framework import PRACTICES, Principle
from bot.core.partnership import Partnership

# People whose replies may be used, before anything they said is shared. With two, each knows
# which line is the other's; so the questions are asked again instead. Product rule.
PEOPLE_FOR_A_DIGEST = 3


def compile_digest(material: Material) -> Digest:
    """The digest of one cycle. Raises ValueError for a reply whose occurrence is not in `asked`."""
    off = off_topic(material.grouping)
    used = usable(material.replies, material.cut_at, off)
    gathered(material.asked, material.replies)  # an answer to nothing is an error in any case
    enough = len(authors(used)) >= PEOPLE_FOR_A_DIGEST
    heard = Heard(material, gathered(material.asked, used if enough else ()))
    partnership, cycle, edits = material.partnership, material.cycle, material.edits
    drawn = _drawn(material, heard.askings) if enough else ()
    threads = heard.threads() if enough else ()
    shown = tuple(heard.question(asking) for asking in _shown(material, heard.askings))
    digest = Digest(
        kind="digest" if enough else "questions-again",
        partnership_id=partnership.id,
        partnership=partnership.name,
        board=partnership.board.name,
        cycle_id=cycle.id,
        meeting_on=cycle.meeting_on,
        meeting_at=cycle.meeting_at,
        zone=partnership.zone,
        cover=_cover(partnership, edits),
        last_time=material.last_time,
        sections=tuple(_section(shown, principle) for principle in Principle),
        joins=tuple(one for one in shown if len(one.practices) > 1),
        threads=_not_hidden(threads, edits),
        changed=_changed(material, shown) if enough else None,
        invitation=edits.reworded(frame(Frame.INVITATION), ""),
        invited=invited_sectors(partnership, heard.named),
        board_questions=_edited(drawn, edits),
        counts=counts(used, heard.places, off, material) if enough else None,
        made=made(material, heard.askings),
    )
    hideable = [board_question(one.id) for one in drawn] + [thread(one.id) for one in threads]
    return with_edits_counted(digest, edits, hideable)


def _cover(partnership: Partnership, edits: Edits) -> Cover:
    paper = partnership.board.paper
    asked_to = edits.reworded(frame(Frame.ASKED_TO), "\n".join(paper.asked_to))
    return Cover(
        agenda_item=edits.reworded(frame(Frame.AGENDA_ITEM), paper.agenda_item),
        author=edits.reworded(frame(Frame.AUTHOR), paper.author),
        purpose=edits.reworded(frame(Frame.PURPOSE), paper.purpose),
        asked_to=tuple(one for one in asked_to.split("\n") if one),
        foreword=edits.reworded(frame(Frame.FOREWORD), ""),
    )


def _changed(material: Material, shown: Sequence[AskedQuestion]) -> Changed | None:
    themes = [theme for asked in shown for theme in asked.themes]
    return changed(material.earlier, material.lately, themes)


def _section(shown: Sequence[AskedQuestion], principle: Principle) -> Section:
    alone = [principle]
    return Section(
        principle=principle,
        questions=tuple(
            one for one in shown if [PRACTICES[each].principle for each in one.practices] == alone
        ),
    )


def _shown(material: Material, askings: Sequence[Asking]) -> tuple[Asking, ...]:
    """This cycle's questions; of an earlier one's only those that have late replies."""
    return tuple(
        asking for asking in askings if asking.first.cycle_id == material.cycle.id or asking.replies
    )


def _drawn(material: Material, askings: Sequence[Asking]) -> tuple[BoardQuestion, ...]:
    own = [one for one in askings if one.first.cycle_id == material.cycle.id]
    practices = {practice for asking in own for practice in asking.first.practices}
    return board_questions(material.closing, practices, material.cycle.id)


def _not_hidden(threads: Sequence[Thread], edits: Edits) -> tuple[Thread, ...]:
    return tuple(one for one in threads if edits.hides(thread(one.id)) is None)


def _edited(drawn: Sequence[BoardQuestion], edits: Edits) -> tuple[BoardQuestion, ...]:
    return tuple(
        one.model_copy(update={"text": edits.reworded(board_question(one.id), one.text)})
        for one in drawn
        if edits.hides(board_question(one.id)) is None
    )
