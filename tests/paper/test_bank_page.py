"""The page that shows the bank, and a partnership's own questions as a file."""

from pathlib import Path

from bot.content.folders import read_own_prompts, read_prompts
from bot.core.asking.proposing.proposal import Proposal, ProposalState, prompt_of
from bot.core.framework import PRACTICES
from bot.core.prompts import Prompt
from bot.paper.bank_page import bank_page
from bot.paper.prompts_yaml import prompts_yaml
from tests.core.asking.anytown import at

ROOT = Path(__file__).parents[2]
BANK = read_prompts(ROOT / "prompts")


def test_the_page_in_the_docs_is_current() -> None:
    written = (ROOT / "docs/prompts.md").read_text(encoding="utf-8")
    assert written == bank_page(BANK), "run `dots prompts page > docs/prompts.md`"


def test_the_page_shows_every_question_once_under_its_practice() -> None:
    page = bank_page(BANK)
    for prompt in BANK.prompts:
        assert page.count(f"`{prompt.id}`") == 1
    for question in BANK.closing:
        assert page.count(f"`{question.id}`") == 1
    assert all(f"({practice})\n" in page for practice in PRACTICES)


def proposal(text: str, credit: str | None) -> Prompt:
    return prompt_of(
        Proposal(
            id="0123456789abcdef",
            partnership_id="anytown",
            user_id=None,
            channel_id=None,
            text=text,
            practice="CU2",
            credit=credit,
            state=ProposalState.ACCEPTED,
            words=None,
            version=1,
            made_at=at("2027-01-05T10:00"),
            touched_at=at("2027-01-06T10:00"),
        )
    )


def test_a_partnerships_own_questions_read_back_as_they_were(tmp_path: Path) -> None:
    own = (
        proposal("What do traders know: “all of it”, or half?", "Sam (Anytown Market)"),
        Prompt(id="our-join", practices=("BB3", "LC4"), text="What's new?", follow_up="No: yes?"),
    )
    (tmp_path / "anytown").mkdir()
    written = prompts_yaml("anytown", "Anytown\nPartnership", own)
    (tmp_path / "anytown/ours.yaml").write_text(written, encoding="utf-8")
    read = read_own_prompts(tmp_path, ROOT / "prompts")["anytown"]
    assert read.prompts == own
