"""A person sees all that is held on them, and has it erased; the record and a legal hold stay."""

import json
from datetime import timedelta

import pytest

from bot.core.sectors import Sector
from bot.store import audit, persons
from bot.store.tables import metadata
from bot.usecases import forget, rights
from bot.usecases.asking.choose import say_sector
from bot.usecases.members import MembersError, member_list, read_members
from tests.usecases.anytown import COORDINATOR, Found, Town, cycle, partnership

WORDS = "Words of person 0."
NEVER = "U0NOBODY00"


def held(town: Town, user_id: str) -> str:
    return json.dumps(rights.held_on(town.store, town.book, user_id), default=str)


def erase(town: Town, user_id: str) -> rights.Erased:
    return rights.erase(town.store, town.book, user_id, COORDINATOR, town.now)


def test_every_table_says_whose_its_rows_are() -> None:
    known = {*persons.OWN, *persons.IN_OFFICE, *persons.BEHIND_A_KEY, *persons.NOBODYS}
    assert {table.name for table in known} == set(metadata.tables)


def test_no_column_that_holds_a_person_is_forgotten() -> None:
    people = {"user_id", "who", "by", "given_by", "decided_by", "changed_by", "asked_by", "target"}
    named = {c.table.name: c.name for c in (persons.OWN | persons.IN_OFFICE).values()}
    for table in metadata.tables.values():
        for column in table.columns:
            if column.name in people - {"target"}:
                assert named[table.name] == column.name


def test_all_that_is_held_on_a_person_is_shown_to_them(town: Town) -> None:
    town.answered_by("U0ANNA", "U0BRYN")
    say_sector(town.store, "U0ANNA", Sector.HEALTH, town.now)
    shown = held(town, "U0ANNA")
    assert WORDS in shown
    assert "health" in shown
    assert "U0BRYN" not in shown
    assert "Words of person 1." not in shown
    assert held(town, NEVER) == "{}"
    assert '"coordinator"' in held(town, COORDINATOR)


def test_what_is_erased_is_held_no_more_and_is_on_record_without_what_it_was(town: Town) -> None:
    town.answered_by("U0ANNA", "U0BRYN")
    say_sector(town.store, "U0ANNA", Sector.HEALTH, town.now)
    assert erase(town, "U0ANNA") == rights.Erased(rounds=1, printed=0, kept_by=())
    assert held(town, "U0ANNA") == "{}"
    assert erase(town, "U0ANNA").rounds == 0
    assert "Words of person 1." in held(town, "U0BRYN")
    with town.store.read() as tx:
        (entry,) = audit.entries(tx, "anytown")
    assert (entry.who, entry.did) == (COORDINATOR, "erase-person")
    assert "U0ANNA" not in str(entry)


def test_a_draft_is_made_again_without_the_erased_words(town: Town) -> None:
    town.drafted("U0ANNA", "U0BRYN", "U0CERI", "U0DEWI")
    assert WORDS in town.words_in_digest()
    erase(town, "U0ANNA")
    town.go_to(town.now + timedelta(minutes=1), rounds=12)
    assert WORDS not in town.words_in_digest()


def test_what_a_legal_hold_keeps_is_kept_and_said(found: Found) -> None:
    town = found(partnership(privacy={"legal_hold": True}))
    town.answered_by("U0ANNA")
    assert erase(town, "U0ANNA").kept_by == (town.partnership.name,)
    assert WORDS in held(town, "U0ANNA")


def test_what_would_be_deleted_is_said_before_it_is(town: Town) -> None:
    town.answered_by("U0ANNA", "U0BRYN")
    late = cycle().meeting_at + timedelta(days=400)
    (line,) = forget.would_forget(town.store, town.book, late)
    assert "2 replies" in line
    assert "3 February 2027" in line
    assert len(town.copies()) == 2
    forget.forget_due(town.store, town.book, late)
    assert forget.would_forget(town.store, town.book, late) == []


def test_sectors_come_from_a_list_and_go_into_one(town: Town) -> None:
    text = "User_ID,Sector\nU0ANNA,health\nU0BRYN,Faith groups\n"
    assert read_members(town.store, text, town.now) == 2
    assert member_list(town.store) == [("U0ANNA", "health"), ("U0BRYN", "faith")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "found the columns none"),
        ("name,sector\nAnna,health\n", "expected user_id and sector"),
        ("user_id,sector\nAnna,health\n", "line 2: expected a member id"),
        ("user_id,sector\nU0ANNA,wizardry\n", "line 2: expected one of these under sector"),
        ("user_id,sector\nU0ANNA,health\nU0ANNA,faith\n", "line 3: the same member again"),
        ("user_id,sector\nU0ANNA\n", "line 2: expected one of these"),
    ],
)
def test_a_list_with_anything_wrong_in_it_is_refused_whole(
    town: Town, text: str, said: str
) -> None:
    with pytest.raises(MembersError) as caught:
        read_members(town.store, text, town.now)
    assert said in str(caught.value)
    assert member_list(town.store) == []
