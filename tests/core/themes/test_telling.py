"""What a theme is called, what in it is one thing said twice, and where it pulls apart."""

import pytest

from bot.core.themes.clustering.likeness import centred, cosines
from bot.core.themes.reading.language import language_of
from bot.core.themes.reading.letters import letter_counts
from bot.core.themes.reading.phrases import Spoken
from bot.core.themes.reading.twins import twin_sets
from bot.core.themes.telling.dissent import dissenting
from bot.core.themes.telling.labels import labels
from bot.core.themes.telling.standing import by_standing
from tests.core.themes.saying import ALONE, BUS, FORMS, said, vectors


def label(texts: list[str], theme: list[int], authors: list[str] | None = None) -> tuple[str, ...]:
    people = authors or [f"person {at}" for at in range(len(texts))]
    return labels(Spoken(texts, people), people, theme)


def test_a_theme_is_called_by_what_its_people_said_and_the_others_did_not() -> None:
    texts = [*FORMS, *BUS, ALONE]
    assert label(texts, [0, 1, 2]) == ("forty boxes", "referral form")


def test_a_theme_without_a_phrase_of_two_people_has_no_name() -> None:
    texts = ["Warm rooms help.", "A kettle would do.", "Somewhere kind."]
    assert label(texts, [0, 1, 2]) == ()
    twice = ["The kettle is broken.", "The kettle again."]
    assert label(twice, [0, 1], ["one", "one"]) == ()


def test_a_phrase_of_nearly_everybody_names_the_question_and_not_the_theme() -> None:
    texts = [f"{word} for young people here" for word in ("buses", "trains", "forms", "games")]
    texts += ["Trains and trains for young people", "Young people and more"]
    assert "young people" not in label(texts, [1, 4])


def test_words_keep_their_capitals_unless_they_begin_a_sentence() -> None:
    texts = ["GDPR is a wall.", "We hide behind GDPR.", "Toast helps.", "Tea", "Cake", "Time"]
    assert label(texts, [0, 1]) == ("GDPR",)
    toast = ["Toast at eight.", "They make toast.", "GDPR", "Tea", "Cake", "Time"]
    assert label(toast, [0, 1]) == ("toast",)
    places = ["Harbour Street at night.", "Mend Harbour Street first.", "Tea", "Cake", "Time"]
    assert label(places, [0, 1]) == ("Harbour Street",)


def test_the_line_is_near_to_the_others_and_can_be_read_aloud() -> None:
    texts = [*BUS, " ".join([BUS[0]] * 8)]
    alike = cosines(centred(vectors(said(*texts))))
    order = by_standing(alike, texts)
    assert sorted(order) == [0, 1, 2, 3, 4]
    assert order[0] != 4


OF_THE_PANEL = "by the panel and its chair than those who write the papers for it every month"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("More time to think before we decide.", "more time to think, before we decide!", True),
        ("We need more time to think of it first", "We need time to think of it first", True),
        ("I feel safe at the station here", "I do not feel safe at the station here", False),
        ("Schools are well funded, not lacking", "Schools are not well funded, lacking", False),
        ("Rents will remain affordable to many", "Rents will remain unaffordable to many", False),
        (f"A harmful habit {OF_THE_PANEL}", f"A harmless habit {OF_THE_PANEL}", False),
        (f"We are given less time {OF_THE_PANEL}", f"We are given more time {OF_THE_PANEL}", False),
        ("I am between 15 and 19 years old.", "I am between 20 and 24 years old.", False),
        ("more time", "more people", False),
        ("🙂", "🙂", False),
    ],
)  # fmt: skip
def test_only_what_was_said_in_nearly_the_same_words_is_folded(
    one: str, other: str, same: bool
) -> None:
    texts = [one, other, *BUS]
    assert ((0, 1) in twin_sets(texts, lambda: letter_counts(texts))) is same


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("I would push back a little. Newer partners do shape things.", True),
        ("Not convinced we need new structures.", True),
        ("I don't agree with the others here.", True),
        ("We do not hear back, and I am not surprised.", False),
        ("The form is not convincing to families.", False),
    ],
)
def test_a_different_view_is_noticed_from_plain_words_only(text: str, differs: bool) -> None:
    assert dissenting([text]) == (differs,)


@pytest.mark.parametrize(
    "text",
    ["", "Ok", "A partner in Llanelli runs it.", "Pan London work", "The y axis and the o ring"],
)
def test_english_is_not_taken_for_another_language(text: str) -> None:
    assert language_of(text) is None
