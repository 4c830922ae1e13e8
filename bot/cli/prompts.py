"""`dots prompts`: what the bank holds, what was asked, and what is wrong with a proposal.

Changes nothing.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from bot.assembly import read_book, utc_now
from bot.cli.asked import asked_before
from bot.cli.questions import read_questions
from bot.cli.words import OK, WRONG, cannot
from bot.content.questions.proposals import Proposal, read_proposals
from bot.core.asking.wording import RULES, Remark, told_once
from bot.core.framework import PRACTICES, PRINCIPLE_PAIRS
from bot.core.prompts import Kind, Prompt
from bot.core.words import day_in_words
from bot.paper.bank_page import bank_page
from bot.paper.prompts_yaml import prompts_yaml
from bot.settings import Settings
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.usecases.shelf import Shelf


def list_prompts(parsed: argparse.Namespace, settings: Settings) -> int:
    """Every prompt, partnerships' own too, or those of one practice or kind."""
    shelf = read_questions(settings)
    wanted = [each for each in shelf.every if _is_wanted(each.prompt, parsed)]
    if parsed.json:
        print(json.dumps([each.as_json() for each in wanted], indent=2))
        return OK
    for whose, prompt in wanted:
        of = f"  (asked in {whose} only)" if whose else ""
        practices = "+".join(prompt.practices)
        print(f"{practices:8} {prompt.kind or '-':9} {prompt.id}{of}\n    {prompt.text}")
    version = f"version {shelf.shipped.version} of the bank"
    print(f"{len(wanted)} of {len(shelf.every)} prompts; {version}.")
    return OK


def _is_wanted(prompt: Prompt, parsed: argparse.Namespace) -> bool:
    return (parsed.practice is None or parsed.practice in prompt.practices) and (
        parsed.kind is None or parsed.kind == prompt.kind
    )


def show_prompt(parsed: argparse.Namespace, settings: Settings) -> int:
    """One prompt with all that is known of it."""
    found = [each for each in read_questions(settings).every if each.prompt.id == parsed.id]
    if not found:
        return cannot(f"No prompt is called {parsed.id}. `dots prompts` lists them all.")
    if parsed.json:
        written = found[0].as_json() | {"why_we_ask": found[0].prompt.why_we_ask}
        print(json.dumps(written, indent=2))
        return OK
    print(found[0].prompt.text)
    print(*(f"  {line}" for line in _details(*found[0])), sep="\n")
    return OK


def _details(whose: str, prompt: Prompt) -> list[str]:
    told = {
        "id": prompt.id,
        "practice": ", ".join(f"{p} ({PRACTICES[p].label})" for p in prompt.practices),
        "follow-up": prompt.follow_up,
        "why we ask": prompt.why_we_ask,
        "kind": prompt.kind,
        "depth": prompt.depth,
        "season": prompt.season,
        "Welsh": prompt.cy and prompt.cy.text,
        "provenance": prompt.provenance,
        "suggested by": prompt.credit,
        "asked in": whose,
    }
    return [f"{name}: {value}" for name, value in told.items() if value]


def print_coverage(parsed: argparse.Namespace, settings: Settings) -> int:
    """How many prompts of each kind every practice and every pair of principles has."""
    shelf = read_questions(settings)
    prompts = [each.prompt for each in shelf.every]
    rows = {practice: _kinds(_of(prompts, practice)) for practice in PRACTICES}
    for one, other in PRINCIPLE_PAIRS:
        joining = (p for p in prompts if p.joins and set(p.principles) == {one, other})
        rows[f"{one}+{other}"] = _kinds(joining)
    if parsed.json:
        print(json.dumps(rows, indent=2))
        return OK
    print(f"{'':8}{'all':>5}", *(f"{kind:>9}" for kind in Kind), sep="")
    for name, kinds in rows.items():
        print(f"{name:8}{kinds['all']:>5}", *(f"{kinds[kind]:>9}" for kind in Kind), sep="")
    print(f"{len(prompts)} prompts and {len(shelf.shipped.closing)} closing questions.")
    return OK


def _of(prompts: Iterable[Prompt], practice: str) -> list[Prompt]:
    return [prompt for prompt in prompts if prompt.practices == (practice,)]


def _kinds(prompts: Iterable[Prompt]) -> dict[str, int]:
    kinds = [prompt.kind for prompt in prompts]
    return {"all": len(kinds), **{kind.value: kinds.count(kind) for kind in Kind}}


def print_asked(parsed: argparse.Namespace, settings: Settings) -> int:
    """Which prompts were asked, when, in the words they had then, and how widely answered."""
    files = read_book(settings, utc_now())
    store = Store(settings.dots_database_url)
    migrate(store)
    book = Shelf(store, files)()
    with store.read() as tx:
        asked = [one for each in book.partnerships for one in asked_before(tx, book, each)]
    if parsed.json:
        print(json.dumps([one.model_dump(mode="json") for one in asked], indent=2))
        return OK
    for one in asked:
        print(f"{day_in_words(one.on)}, {one.partnership_id}: {one.question}")
        print(f"    {one.prompt_id}; {one.answered}{f'; {one.note}' if one.note else ''}")
    if not asked:
        print("No prompt has been asked yet.")
    return OK


def export(parsed: argparse.Namespace, settings: Settings) -> int:
    """The questions of one partnership's own, as a file that reads back."""
    whose = parsed.partnership
    own = [each.prompt for each in read_questions(settings).every if each.whose == whose]
    if not own:
        return cannot(f"{whose} has no questions of its own. `dots prompts` lists them all.")
    book = read_book(settings, utc_now())
    partnership = book.partnership(whose)
    print(prompts_yaml(whose, partnership.name if partnership else whose, own), end="")
    return OK


def print_page(_parsed: argparse.Namespace, settings: Settings) -> int:
    """The shipped bank as a page in Markdown, by principle."""
    print(bank_page(read_questions(settings).shipped), end="")
    return OK


def about_rules() -> str:
    """The linter's rules and the shape of its JSON, for the end of a help text."""
    lines = [f"  {rule.id:18}{rule.severity:9}{rule.why}" for rule in RULES.values()]
    return "\n".join(
        [
            "With --json: a list with one object for each prompt, in the order of the file: `id`,",
            "`line`, `text`, `usable` (false when an error was found), `rules` (the rules",
            "it breaks) and `broken` (for each: rule, severity, found, why, advice, better).",
            "",
            "Rules; an error keeps a prompt from being asked, a warning is for you to weigh:",
            *lines,
        ]
    )


def lint(parsed: argparse.Namespace, _settings: Settings) -> int:
    """For each prompt in a file, the rules that it breaks, and something better."""
    path: Path = parsed.file
    proposals = read_proposals(path)
    if parsed.json:
        print(json.dumps([_as_json(each) for each in proposals], indent=2, ensure_ascii=False))
    else:
        for each in proposals:
            for line in _in_words(path, each):
                print(line)
        usable = sum(each.is_usable for each in proposals)
        print(f"{usable} of {len(proposals)} prompts could be asked as they are.")
    return OK if all(each.is_usable for each in proposals) else WRONG


def _as_json(proposal: Proposal) -> dict[str, object]:
    return {
        "id": proposal.id or None,
        "line": proposal.line,
        "text": proposal.text,
        "usable": proposal.is_usable,
        "rules": list(dict.fromkeys(remark.rule for remark in proposal.remarks)),
        "broken": [_remark_as_json(remark) for remark in proposal.remarks],
    }


def _remark_as_json(remark: Remark) -> dict[str, str]:
    rule = RULES[remark.rule]
    return {
        "rule": remark.rule,
        "severity": rule.severity,
        "found": remark.found,
        "why": rule.why,
        "advice": remark.advice,
        "better": rule.better,
    }


def _in_words(path: Path, proposal: Proposal) -> list[str]:
    lines = [f"{path}:{proposal.line}: {proposal.id or 'a prompt'}"] if proposal.remarks else []
    for remark in told_once(proposal.remarks):
        rule = RULES[remark.rule]
        lines += [
            f"  {rule.severity}: {remark.rule}: found {remark.found}. {remark.advice}",
            f"    {rule.why} Better: {rule.better}",
        ]
    return lines
