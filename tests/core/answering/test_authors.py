"""One person is one person, and nobody can say which."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.answering.authors import author_key, form_key, same_people

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
USERS = st.text(alphabet="UW0123456789ABCDEF", min_size=3, max_size=12)


@given(USERS, USERS)
def test_an_author_is_the_same_under_one_key_and_another_under_any_other(
    user: str, other: str
) -> None:
    assert author_key(KEY, user) == author_key(KEY, user)
    assert author_key(KEY, user) != author_key(OTHER, user)
    assert (author_key(KEY, user) == author_key(KEY, other)) == (user == other)


@given(USERS)
def test_an_author_shows_nothing_of_the_person_and_fits_an_outbox_target(user: str) -> None:
    author = author_key(KEY, user)
    assert len(f"author:{author}") <= 40
    assert set(author) <= set("0123456789abcdef")
    assert author != form_key(KEY, user)


def test_who_answers_in_a_thread_and_privately_is_one_person() -> None:
    private = {author_key(KEY, "U0ANNA"): KEY, author_key(KEY, "U0BRYN"): KEY}
    people = same_people(KEY, (), ["U0ANNA", "U0CATO"], private)
    assert people["U0ANNA"] == people[author_key(KEY, "U0ANNA")]
    assert len(set(people.values())) == 3
    assert not {"U0ANNA", "U0CATO"} & set(people.values())


def test_who_answered_privately_in_a_cycle_that_was_carried_is_known_by_its_own_key() -> None:
    private = {author_key(OTHER, "U0ANNA"): OTHER, author_key(KEY, "U0ANNA"): KEY}
    people = same_people(KEY, [OTHER], ["U0ANNA"], private)
    assert len(set(people.values())) == 1


@given(
    st.sets(st.sampled_from(["U0A", "U0B", "U0C", "U0D", "U0E"])),
    st.sets(st.sampled_from(["U0A", "U0B", "U0C", "U0D", "U0E"])),
    st.sets(st.sampled_from(["U0A", "U0B", "U0C", "U0D", "U0E"])),
)
def test_never_more_people_are_counted_than_there_are(
    named: set[str], now: set[str], before: set[str]
) -> None:
    private = {author_key(KEY, each): KEY for each in now}
    private |= {author_key(OTHER, each): OTHER for each in before}
    people = same_people(KEY, [OTHER], named, private)
    assert len(set(people.values())) <= len(named | now | before)
    assert people.keys() == named | private.keys()
    each_cycle = (
        {people[author_key(KEY, one)] for one in now},
        {people[author_key(OTHER, one)] for one in before},
    )
    assert [len(one) for one in each_cycle] == [len(now), len(before)]
