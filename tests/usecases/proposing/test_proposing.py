"""Members propose questions; coordinators accept, ask for a change or decline; and what follows."""

from datetime import timedelta
from threading import Thread

import pytest
from sqlalchemy import text

from bot.core.asking.proposing.proposal import ProposalState as S
from bot.core.messages import DecidedMessage, ProposedMessage
from bot.store import audit, persons
from bot.usecases.forget import forget_due
from bot.usecases.inform import home
from bot.usecases.ports import RefusedError
from bot.usecases.proposing import decide, look
from bot.usecases.proposing.propose import Became
from tests.usecases.proposing.house import (
    ANNA,
    BRYN,
    COORDINATION,
    COORDINATOR,
    NAME,
    QUESTION,
    House,
)


def message(house: House) -> ProposedMessage:
    found = house.shown()[-1].message
    assert isinstance(found, ProposedMessage)
    return found


def letter(house: House) -> DecidedMessage:
    found = house.letters()[-1].message
    assert isinstance(found, DecidedMessage)
    return found


def test_a_proposal_reaches_the_coordinators_without_the_proposers_name(house: House) -> None:
    assert house.propose().became is Became.KEPT
    house.post()
    (said,) = house.shown()
    assert said.channel_id == COORDINATION
    shown = message(house)
    assert (shown.question, shown.standing, shown.practice) == (QUESTION, "", "CU2")
    assert ANNA not in shown.model_dump_json()
    assert "without a name" in shown.details


def test_a_proposal_is_among_what_needs_a_coordinator_until_it_is_decided(house: House) -> None:
    def needs() -> tuple[str, ...]:
        (upcoming,) = home(house.store, house.shelf(), COORDINATOR, house.now).upcoming
        return upcoming.needs

    assert needs() == ()
    house.propose()
    house.propose(BRYN, "Where do young people feel at home here?", form="V2")
    (said,) = needs()
    assert said == "2 proposed questions wait for your decision in the coordinators' channel."
    first, _ = house.every
    for each in house.every:
        decision = decide.Decision(each.id, 1, S.ACCEPTED, "CU2", "")
        decide.decide(house.store, house.shelf(), COORDINATOR, decision, house.now)
        if each == first:
            (said,) = needs()
            assert said.startswith("One proposed question waits for your decision")
    assert needs() == ()


def test_a_proposal_sent_twice_is_one_proposal(house: House) -> None:
    assert house.propose(form="V1").became is Became.KEPT
    assert house.propose(form="V1").became is Became.KEPT
    assert house.propose(form="V2").became is Became.KEPT
    assert house.propose(form="V3", text=f"  {QUESTION.upper()} ").became is Became.KEPT
    assert len(house.every) == 1
    house.post()
    assert len(house.shown()) == 1


def test_somebody_elses_same_words_are_not_a_second_proposal(house: House) -> None:
    house.propose(ANNA)
    assert house.propose(BRYN, form="V2").became is Became.SAME
    assert house.only.user_id == ANNA


def test_two_forms_at_the_same_moment_are_one_proposal(house: House) -> None:
    forms = [Thread(target=house.propose, kwargs={"form": f"V{n}"}) for n in range(6)]
    for each in forms:
        each.start()
    for each in forms:
        each.join()
    assert len(house.every) == 1


def test_what_cannot_be_asked_is_said_at_once_and_not_kept(house: House) -> None:
    outcome = house.propose(text="Why do schools never tell us anything?")
    assert outcome.became is Became.REFUSED
    assert {each.rule for each in outcome.remarks} >= {"why-opener"}
    assert house.every == []


def test_what_may_be_weighed_is_shown_first_and_may_be_sent_as_it_is(house: House) -> None:
    words = "What has the MACE taught us about listening?"
    outcome = house.propose(text=words)
    assert (outcome.became, [each.rule for each in outcome.remarks]) == (
        Became.WEIGHED,
        ["acronym"],
    )
    assert house.every == []
    assert house.propose(text=words, insists=True).became is Became.KEPT
    house.post()
    assert "MACE" in message(house).weigh[0]


def test_words_that_may_identify_somebody_are_not_kept(house: House) -> None:
    outcome = house.propose(text=f"What would {NAME} ask us?", insists=True)
    assert (outcome.became, house.every) == (Became.NOTICED, [])


def test_a_question_that_is_asked_already_is_known(house: House) -> None:
    assert house.propose(text="what BB1 0?").became is Became.KNOWN


def test_a_word_quoted_as_a_word_may_be_asked_about(house: House) -> None:
    words = "What do we mean when we say that a family is “hard to reach”?"
    assert house.propose(text=words, practice="LC4").became is Became.KEPT


def test_an_accepted_question_is_one_of_their_own_and_is_asked_soon(house: House) -> None:
    house.propose(credit="Sam, a trader")
    house.post()
    assert house.decide(S.ACCEPTED) == "accepted"
    (prompt,) = house.own()
    assert (prompt.text, prompt.practices, prompt.credit) == (QUESTION, ("CU2",), "Sam, a trader")
    assert prompt.id in {each.prompt_id for each in house.planned}
    house.post()
    assert message(house).standing.startswith("Accepted")
    assert "with the credit you chose, Sam, a trader" in letter(house).lines[0]
    assert letter(house).proposal_id is None
    assert any("The plan has changed" in note for note in house.notes())


def test_the_proposer_is_forgotten_once_it_is_settled(house: House) -> None:
    house.propose()
    house.decide(S.ACCEPTED)
    assert (house.only.user_id, house.only.channel_id) == (None, None)


def test_a_coordinator_may_choose_what_it_is_about(house: House) -> None:
    house.propose(practice=None)
    assert house.decide(S.ACCEPTED, practice="BB3") == "accepted"
    assert house.own()[0].practices == ("BB3",)


def test_a_change_is_asked_for_and_the_proposer_sends_it_again(house: House) -> None:
    house.propose()
    house.post()
    assert house.decide(S.CHANGE, "Could it be about the whole county?") == "change"
    house.post()
    asked = letter(house)
    assert (asked.words, asked.proposal_id) == (
        "Could it be about the whole county?",
        house.only.id,
    )
    newer = "What do market traders know about this county?"
    assert house.send_again(ANNA, newer).became is Became.KEPT
    assert house.send_again(ANNA, newer).became is Became.KEPT
    house.post()
    assert len(house.shown()) == 2
    assert message(house).question == newer
    assert message(house).intro.startswith("A member has changed")
    assert house.decide(S.ACCEPTED, version=1) == "faster"
    assert house.decide(S.ACCEPTED, version=2) == "accepted"
    assert house.own()[0].text == newer


def test_an_older_message_says_that_a_newer_one_stands_below(house: House) -> None:
    house.propose()
    house.post()
    house.decide(S.CHANGE, "Shorter?")
    house.send_again(ANNA, "What do market traders know?")
    house.post()
    older, newer = (said.message for said in house.shown())
    assert isinstance(older, ProposedMessage)
    assert isinstance(newer, ProposedMessage)
    assert "sent again below" in older.standing
    assert newer.standing == ""


def test_only_its_proposer_can_send_it_again(house: House) -> None:
    house.propose(ANNA)
    house.decide(S.CHANGE, "A little shorter?")
    assert house.send_again(BRYN, "What else?").became is Became.GONE
    form = look.form_again(house.store, house.shelf(), BRYN, house.only.id, house.now)
    assert isinstance(form, str)
    own = look.form_again(house.store, house.shelf(), ANNA, house.only.id, house.now)
    assert not isinstance(own, str)
    assert own.earlier == house.only


def test_a_declined_question_comes_back_with_the_reason_and_may_be_proposed_again(
    house: House,
) -> None:
    house.propose()
    house.post()
    assert house.decide(S.DECLINED, "We asked something close to it in May.") == "declined"
    house.post()
    (said,) = house.letters()
    assert said.channel_id == f"D{ANNA[1:]}"
    assert letter(house).words == "We asked something close to it in May."
    assert message(house).standing == "Declined."
    assert house.own() == []
    assert house.propose(form="V9").became is Became.KEPT


def test_a_letter_that_slack_refuses_is_shown_where_the_proposer_was(house: House) -> None:
    house.propose()
    house.slack.close(ANNA, RefusedError("cannot_dm"))
    house.decide(S.DECLINED, "Not now.")
    house.post()
    (said,) = house.letters()
    assert (said.channel_id, said.only_to) == ("C01", ANNA)


def test_only_coordinators_decide_and_only_once(house: House) -> None:
    house.propose()
    assert house.decide(S.ACCEPTED, who=BRYN) == "not-yours"
    assert house.decide(S.DECLINED, "No.") == "declined"
    assert house.decide(S.ACCEPTED) == "faster"
    house.post()
    assert len(house.letters()) == 1


def test_two_coordinators_at_the_same_moment_decide_once(house: House) -> None:
    house.propose()
    outcomes: list[str] = []
    both = [
        Thread(target=lambda verdict=verdict: outcomes.append(house.decide(verdict, "Because.")))
        for verdict in (S.ACCEPTED, S.DECLINED)
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(outcomes).count("faster") == 1
    house.post()
    assert len(house.letters()) == 1


def test_decisions_are_on_record_without_the_proposer(house: House) -> None:
    house.propose()
    house.decide(S.DECLINED, "Not now.")
    with house.store.read() as tx:
        (entry,) = audit.entries(tx, "anytown")
    assert (entry.who, entry.did, entry.reason) == (COORDINATOR, "decline-proposal", "Not now.")


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_what_was_declined_is_forgotten_with_the_logs(house: House, days: int, left: int) -> None:
    house.propose()
    house.decide(S.DECLINED, "Not now.")
    house.post()
    house.now += timedelta(days=days)
    forget_due(house.store, house.shelf(), house.now)
    assert len(house.every) == left
    with house.store.read() as tx:
        kinds = tx.execute(text("SELECT kind FROM outbox WHERE subject <> 'anytown'")).scalars()
        assert {"decided", "proposed"}.issubset(kinds) == bool(left)


def test_what_nobody_came_back_to_is_forgotten_with_the_replies(house: House) -> None:
    house.propose()
    house.decide(S.CHANGE, "Shorter?")
    house.now += timedelta(days=185)
    forget_due(house.store, house.shelf(), house.now)
    assert len(house.every) == 1
    house.now += timedelta(days=3)
    forget_due(house.store, house.shelf(), house.now)
    assert house.every == []


def test_an_accepted_question_is_kept_and_its_letter_is_not(house: House) -> None:
    house.propose()
    house.decide(S.ACCEPTED)
    house.post()
    house.now += timedelta(days=31)
    forget_due(house.store, house.shelf(), house.now)
    assert len(house.own()) == 1
    with house.store.read() as tx:
        assert "decided" not in set(tx.execute(text("SELECT kind FROM outbox")).scalars())


def test_what_somebody_proposed_is_shown_to_them_and_erased(house: House) -> None:
    house.propose()
    with house.store.write() as tx:
        assert persons.held_on(tx, ANNA)["proposals"][0]["text"] == QUESTION
        persons.erase(tx, ANNA)
    assert house.every == []
    house.post()
    assert house.shown() == []
