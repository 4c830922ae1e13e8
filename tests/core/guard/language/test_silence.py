"""Words that are talked about are left alone; words that are used are not."""

import pytest

from bot.core.guard.language import Term, language
from bot.core.guard.language.own import terms_for
from bot.core.partnership import Care, OwnWords


def term(**given: str) -> Term:
    shape = {
        "id": "hard-to-reach",
        "tier": "A",
        "pattern": "hard[- ]to[- ]reach",
        "why": "It puts the barrier in people.",
        "instead": "people we do not reach yet",
        "source": "an invented guide",
    }
    return Term.model_validate(shape | given)


REACH = term()
RISK = term(id="at-risk", pattern="puts? (?:him|her|them)sel(?:f|ves) at risk", only_of="children")


def noticed(text: str, *terms: Term) -> list[str]:
    return [text[each.start : each.end] for each in language(terms or (REACH, RISK))(text)]


@pytest.mark.parametrize(
    "text",
    [
        "These families are hard to reach.",
        "We plan for HARD-TO-REACH groups",
        "Nobody told us, and the hard\u2010to\u2010reach never will.",
        "She put herself at risk again.",
        "In the park children put themselves at risk",
        "We lose them when they put themselves at risk.",
        "He said it twice. These are hard to reach people.",
        "*hard to reach* lads",
        "How do we stop hard to reach lads?",
        "The bhard to reach hard to reach lads",
        "The kids we work with put themselves at risk.",
        "Several of the boys at our club put themselves at risk.",
        "I suppose it all puts themselves at risk.",
        "Our bus drivers tell of how it puts themselves at risk among girls.",
        "Mum says they're hard to reach.",
        "Hard to reach lads, instead of asking why.",
    ],
)
def test_a_wording_that_is_used_is_noticed_once(text: str) -> None:
    assert len(noticed(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Our page said “hard to reach” for years.",
        "Our page said 'hard to reach' for years.",
        "> hard to reach families\nThis is what the paper said.",
        "&gt; hard to reach families",
        "The field is `hard to reach` in the form.",
        "```\nhard to reach\n```",
        "The phrase hard to reach came up twice.",
        "We say seldom heard instead of hard to reach.",
        "Nobody is hard to reach if you go where they are.",
        "They are not hard to reach, we are hard to find.",
        "We should stop calling families hard to reach.",
        "Hard to reach is a label, and it hides our opening hours.",
        "What we call hard to reach is often hard to trust.",
        "The Hard to Reach Act 1989 says hard to reach.",
        "No child puts themselves at risk.",
        "Hard to reach? We never knocked.",
        "I crossed out hard to reach.",
        "Old files call families hard to reach.",
        "We say hard to reach, we mean hard to find.",
        "To me hard to reach is the laziest phrase of all.",
        "Hard to reach should be struck out of every form.",
        "Our training on hard to reach groups is over.",
        "One report had hard to reach in its title.",
        "Hard to reach is one of the s.31 grounds, they say.",
    ],
)
def test_a_wording_that_is_quoted_criticised_denied_or_law_is_left_alone(text: str) -> None:
    assert noticed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Staff put themselves at risk when they visit alone.",
        "We put themselves at risk",
        "Our volunteers and drivers often put themselves at risk.",
    ],
)
def test_what_is_said_of_adults_or_of_us_is_left_alone(text: str) -> None:
    assert noticed(text) == []


def test_a_term_may_be_meant_of_families_too() -> None:
    away = term(id="away", pattern="did not attend", only_of="families")
    assert len(noticed("Her mum did not attend", away)) == 1
    assert len(noticed("We closed it, did not attend twice", away)) == 1
    assert noticed("Two officers did not attend", away) == []
    assert noticed("I did not attend", away) == []


def test_only_whole_words_count() -> None:
    lack = term(pattern="(?-i:LAC)")
    assert noticed("A place for black children, and a LACK of it; PLACES", lack) == []
    assert noticed("a LAC review", lack) == ["LAC"]


def test_a_pattern_may_need_another_word_or_be_silenced_by_one() -> None:
    plug = term(pattern="plugging", needs=r"\bdrugs\b", unless=r"\bgaps\b")
    assert noticed("He is plugging drugs", plug) == ["plugging"]
    assert noticed("We are plugging it. Drugs are another matter.", plug) == []
    assert noticed("We are plugging gaps in the drugs service", plug) == []


def test_welsh_is_not_read() -> None:
    assert (
        noticed("Mae pobl ifanc yn hard to reach yn yr ardal hon, ac nid ydym yn gwybod pam") == []
    )


def test_answers_to_a_question_about_words_are_not_nudged() -> None:
    muted = language((REACH,), muted=True)
    assert list(muted("These families are hard to reach.")) == []


def test_only_the_tiers_that_are_asked_for_are_noticed() -> None:
    label = term(id="label", tier="B", pattern="troublemakers")
    assert list(language((label,))("They are troublemakers.")) == []
    (found,) = language((label,), {"B"})("They are troublemakers.")
    assert (found.kind, found.certainty) == ("label", "possible")


def test_a_finding_says_why_names_a_guide_and_repeats_nothing() -> None:
    (found,) = language((REACH,))("They are hard to reach")
    assert "barrier" in found.reason
    assert "an invented guide" in found.reason
    assert "hard to reach" not in found.reason


def test_the_place_is_that_of_the_text_as_it_was_given() -> None:
    text = "<@U0ANYTOWN01> said *they are hard to re\u200bach* &amp; more"
    (found,) = language((REACH,))(text)
    assert text[found.start : found.end] == "hard to re\u200bach"


def test_a_partnership_adds_words_and_leaves_terms_out() -> None:
    care = Care(
        own_words=(OwnWords(words="jungle  drums", why="It sounds like gossip", instead="news"),),
        leave_out_words=("hard-to-reach",),
    )
    terms = terms_for([care], (REACH, RISK))
    assert noticed("They are hard to reach. Jungle drums say so.", *terms) == ["Jungle drums"]
    (found,) = language(terms)("the jungle drums")
    assert found.kind == "own-jungle-drums"
    assert found.reason.startswith("It sounds like gossip. ")
