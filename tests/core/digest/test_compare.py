"""One version of a draft beside the next, in words, and without a word of anybody's."""

from bot.core.digest.compare import compared
from bot.core.digest.digest import Digest
from bot.core.digest.heard import LineKind
from bot.core.replies import Reply
from tests.core.digest.invented_cycle import (
    GROUPED,
    REPLIES,
    grouping,
    invented_digest,
    together,
)

BEFORE = invented_digest(grouping=GROUPED)


def said(after: Digest, before: Digest = BEFORE) -> str:
    return "\n".join(compared(before, after))


def without(reply_id: str) -> list[Reply]:
    return [one for one in REPLIES if one.id != reply_id]


def test_equal_versions_have_nothing_to_tell() -> None:
    assert compared(BEFORE, BEFORE) == ()


def test_a_reply_that_was_taken_back_is_counted_and_never_told() -> None:
    quoted = next(line for line in BEFORE.lines() if line.kind is LineKind.QUOTED)
    told = said(invented_digest(grouping=GROUPED, replies=without(quoted.reply_ids[0])))
    assert "One reply fewer than before." in told
    assert quoted.words not in told
    assert quoted.reply_ids[0] not in told


def test_words_of_the_cover_are_named() -> None:
    cover = BEFORE.cover.model_copy(update={"foreword": "Please read it.", "agenda_item": "7"})
    told = compared(BEFORE, BEFORE.model_copy(update={"cover": cover}))
    assert told == ("The foreword reads otherwise.", "The agenda item reads otherwise.")


def test_themes_that_came_went_or_were_renamed_are_told_without_old_names() -> None:
    told = said(invented_digest(grouping=grouping(together("R00", "R03", label=("other",)))))
    assert "is called “other” now." in told
    assert "gone." in told
    labels = {one.label for asked in BEFORE.questions for one in asked.themes if one.label}
    assert not any(f"“{label}”" in told for label in labels)


def test_a_line_that_a_coordinator_hid_or_put_is_told_with_the_reason() -> None:
    asked = next(each for each in BEFORE.questions if each.views)
    hidden = asked.views[0].model_copy(
        update={"kind": LineKind.HIDDEN, "words": "", "reason": "It names a street."}
    )
    put = hidden.model_copy(update={"kind": LineKind.PUT, "words": "A partner said so."})
    assert "a line is hidden (It names a street.)." in said(_with(asked.id, hidden))
    assert "a line is put as “A partner said so.”" in said(_with(asked.id, put))
    back = said(BEFORE, _with(asked.id, hidden))
    assert "a line that was hidden is shown again." in back


def _with(question_id: str, view: object) -> Digest:
    sections = []
    for section in BEFORE.sections:
        questions = [
            each.model_copy(update={"views": (view, *each.views[1:])})
            if each.id == question_id
            else each
            for each in section.questions
        ]
        sections.append(section.model_copy(update={"questions": tuple(questions)}))
    return BEFORE.model_copy(update={"sections": tuple(sections)})


def test_too_few_replies_are_told_and_nothing_else() -> None:
    few = invented_digest(replies=REPLIES[:1])
    assert compared(BEFORE, few) == (
        "Too few replies are left to share: it holds the questions again.",
    )
    assert compared(few, BEFORE) == ("Enough people have replied: it holds what was heard.",)
