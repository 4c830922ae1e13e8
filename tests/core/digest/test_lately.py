"""What changed since the digest before is told by name, and nothing of what was withdrawn."""

from bot.core.digest.compiling.lately import before, told_now
from bot.core.digest.digest import Digest
from bot.core.digest.since import Before, Lately
from bot.core.themes.said import Said
from tests.core.digest.invented_cycle import GROUPED, REPLIES, grouping, invented_digest, together

EARLIER = before(invented_digest(grouping=GROUPED), ())


def with_changes(lately: Lately | None, earlier: Before | None = EARLIER) -> Digest:
    return invented_digest(grouping=GROUPED, earlier=earlier, lately=lately)


def test_a_first_digest_says_nothing_of_what_changed() -> None:
    assert with_changes(None, None).changed is None


def test_new_persisting_and_faded_themes_are_told_by_their_names() -> None:
    found = with_changes(Lately(new=("R00",), persisting=("R10",), faded=("R18",))).changed
    assert found is not None
    assert (found.new, found.persists, found.faded) == (("moved",), ("hear",), ("words",))
    assert found.since == invented_digest().meeting_on


def test_a_theme_without_a_name_is_not_told() -> None:
    unnamed = grouping(together("R00", "R03"))
    digest = invented_digest(grouping=unnamed, earlier=EARLIER, lately=Lately(new=("R00",)))
    assert digest.changed is not None
    assert digest.changed.new == ()


def test_where_nothing_could_be_compared_there_are_no_names_and_withdrawals_are_told() -> None:
    gone = before(invented_digest(grouping=GROUPED), {"R15"})
    found = with_changes(None, gone).changed
    assert found is not None
    assert (found.new, found.persists, found.faded, found.withdrawn) == ((), (), (), True)
    assert "R15" not in found.model_dump_json()


def test_words_that_were_never_printed_are_not_missed_when_they_are_withdrawn() -> None:
    waiting = before(invented_digest(grouping=GROUPED), {"R05", "R09"})
    assert not waiting.withdrawn


def test_themes_are_compared_by_their_name_and_the_line_that_stands_for_them() -> None:
    assert {one.id: one.text for one in EARLIER.themes}["R00"].startswith("moved. When housing")
    said = [Said(id=one.id, text=one.text, author=one.author) for one in REPLIES]
    now = {one.id: one.text for one in told_now(GROUPED, said)}
    assert now["R00"].startswith("moved. When housing chaired the group on empty buildings")
    assert told_now(None, said) == ()
