"""What stands round a name says whose it is: the same name is found, or let pass."""

import pytest

from bot.content.lexicon import lexicon
from bot.core.guard.examine import Detect
from bot.core.guard.identifiers import Allowed, Beside, NameWeights, identifiers

TOLD_APART = [
    (
        "We never asked Leyla why she slept in the taxi.",
        "Thanks to Leyla for the minutes.",
        "Leyla",
    ),
    ("Nobody rang Owen back and he ran from the car.", "Owen in licensing has the map.", "Owen"),
    ("The thing about Rowan is that he trusts his nan.", "Rowan House has vacancies.", "Rowan"),
    ("June told her worker that she was frightened.", "The board is in June.", "June"),
    ("Chelsea was missing again, her mum said.", "Chelsea were playing at home.", "Chelsea"),
    ("Faith came to us twice before anybody asked.", "Faith leaders came at last.", "Faith"),
    ("Giles was excluded twice in a month.", "We were told by St Giles.", "Giles"),
    ("Mae was never asked what she wanted.", "Diolch. Mae angen mwy o amser i wrando.", "Mae"),
    ("Kate ran from school again.", "Kate (our school nurse) rang round.", "Kate"),
    ("We let Casey down when she was in custody.", "Read the Casey review again.", "Casey"),
]


def found(detect: Detect, text: str) -> list[str]:
    return [text[each.start : each.end] for each in detect(text) if each.kind == "name"]


@pytest.mark.parametrize(("of_a_child", "of_no_child", "name"), TOLD_APART)
def test_a_childs_name_is_told_from_the_same_name(
    detect: Detect, of_a_child: str, of_no_child: str, name: str
) -> None:
    assert found(detect, of_a_child) == [name]
    assert found(detect, of_no_child) == []


def test_of_what_age_people_with_a_name_mostly_are_counts_beside_the_words(detect: Detect) -> None:
    assert found(detect, "Jayden was quiet on Monday.") == ["Jayden"]
    assert found(detect, "Maureen was quiet on Monday.") == []
    assert found(detect, "Maureen was quiet and her mum was worried.") == ["Maureen"]


def test_no_name_is_both_of_the_grown_up_and_of_the_young() -> None:
    assert lexicon().of_the_grown_up
    assert lexicon().of_the_young
    assert not lexicon().of_the_grown_up & lexicon().of_the_young


def test_what_is_said_of_a_row_of_names_is_said_of_each(detect: Detect) -> None:
    text = "We lost sight of Kyle, Dane and Rhys when they were moved, and each had a bruise."
    assert found(detect, text) == ["Kyle", "Dane", "Rhys"]
    assert found(detect, "Thanks to Kyle, Dane and Rhys for the slides.") == []


def test_a_weighed_name_is_explained_without_being_repeated(detect: Detect) -> None:
    (finding,) = detect("It took Marcus a year to trust us, and his worker left.")
    assert finding.reason.startswith("it is a name, ")
    assert "Marcus" not in finding.reason


def test_a_list_of_hundreds_of_names_is_held_without_being_weighed(detect: Detect) -> None:
    text = "Hamza. " * 400
    assert len(found(detect, text)) >= 100


@pytest.mark.parametrize(
    "text",
    [
        '"big t", as they all call him, was at the shop',
        "so destiny is 14 and has no school",
        "I met TK twice and he'd moved house both times.",
        "S.L. has been on a list since she was nine.",
        "On there he's xX_Dragon_Xx and he's funny.",
        "The NRM decision (NRM0000417) took a year.",
        "On the game he is Reaper_14 and they found him there.",
        "Look at the way A.B.-W. was moved.",
        "Reporter's reference is SCRA/24/00417",
        "PHV plate 2217 was outside again",
        "his page is example.com/u/kd09",
        "two dates of birth on file, 21.02.12 and 12.02.13",
    ],
)
def test_what_looks_like_no_name_or_number_of_a_list_is_seen(detect: Detect, text: str) -> None:
    assert list(detect(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mae'n anodd cael pawb o gwmpas y bwrdd.",
        "Cymraeg yw iaith y teulu, ond Saesneg yw iaith y ffurflen.",
        "Diolch yn fawr. Mae gan bob asiantaeth ei geiriau ei hun.",
    ],
)
def test_words_of_welsh_are_no_names(detect: Detect, text: str) -> None:
    assert found(detect, text) == []


def test_only_the_weights_that_are_handed_in_count() -> None:
    text = "somebody met Zainab there"
    signs = {"looks SURE": 3.0}
    words = {"met": Beside(before=6.0, after=0.0)}

    def names(weights: NameWeights) -> list[str]:
        return found(identifiers(Allowed(), lexicon(), weights), text)

    assert names(NameWeights(-2.0, {}, {})) == []
    assert names(NameWeights(-2.0, signs, {})) == ["Zainab"]
    assert names(NameWeights(-2.0, {}, words)) == ["Zainab"]
    assert names(NameWeights(-9.0, signs, words)) == []
