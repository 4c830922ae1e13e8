"""Mistakes in a partnership's file, each with its line, what was found, and what to do."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.findings import ContentError
from bot.content.folders import check, read_partnerships
from tests.content.checking import ROOT, TODAY, Checked, edited, only

NUDGE = "  language: nudge"
LEFT_OUT = "care.leave_out_words[0]"
NUMBERS = '  front_door: "01632 960001"\n'


@pytest.mark.parametrize(
    ("old", "new", "key", "found", "said"),
    [
        ("id: anytown", "id: Any Town", "id", '"Any Town"', "small letters"),
        ("name: Anytown S", "naem: Anytown S", "name", "nothing", "Add `name:`"),
        ("\nlive: false", "\nlive: no", "live", '"no"', "true or false"),
        ("nation: england", "nation: englnd", "nation", '"englnd"', "`england`"),
        ("nation: england", "nation: France", "nation", '"France"', "scotland"),
        ("zone: Europe/London", "zone: Europe/Lundon", "zone", "Lundon", "`Europe/London`"),
        ("zone: Europe/London", "zone: GMT+1", "zone", '"GMT+1"', "IANA"),
        ("C0ANYTOWN01", '"#general"', "channels[0].id", '"#general"', "scroll to the end"),
        ("U0ANYTOWN01", "C0ANYTOWN09", "coordinators.people[0]", "C0ANYTOWN09", "Copy group ID"),
        ("C0ANYTOWN04", "C0ANYTOWN01", "coordinators.channel.id", "also an asking", "drafts"),
        ("C0ANYTOWN04", "C0ANYTOWN03", "coordinators.channel.id", "or the board's", "drafts"),
        ("C0ANYTOWN02", "C0ANYTOWN01", "channels[1].id", "again", "each channel once"),
        (NUMBERS, "", "safeguarding.front_door", "nothing", "under `safeguarding`"),
        (NUMBERS, "  front_door:\n", "safeguarding.front_door", "nothing", "telephone"),
        (NUMBERS, "  front_door: call us\n", "safeguarding.front_door", "call us", "telephone"),
        (NUMBERS, "  front_door: 01632960001\n", "safeguarding.front_door", "without", "quotes"),
        (NUMBERS, "  front_door: 1632960001\n", "safeguarding.front_door", "163296", "quotes"),
        ("issue_days: 5", "issue_days: 0", "board.issue_days", "0", "from 1 to 20"),
        ("issue_days: 5", "issue_days: five", "board.issue_days", '"five"', "from 1 to 20"),
        ("draft_days: 10", "draft_days: 6", "board", "keys and values", "at least two more"),
        ("if_unapproved: hold", "if_unapproved: held", "board.if_unapproved", "held", "`hold`"),
        ("prompts: 6", "prompts: 7", "cadence.prompts", "7", "from 3 to 6"),
        ("every: 9", "every: 8", "cadence", "keys and values", "one open prompt"),
        ("[tue, wed, thu]", "[tue, sat]", "cadence.weekdays[1]", '"sat"', "mon, tue"),
        ("[tue, wed, thu]", "[]", "cadence.weekdays", "an empty list", "days on which"),
        ("[tue, wed, thu]", "tue", "cadence.weekdays", '"tue"', "a list"),
        ('from: "09:30"', "from: 08:30", "cadence.from", '"08:30"', "09:00 and 17:00"),
        ('from: "09:30"', "from: 12:00", "cadence", "keys and values", "before `until`"),
        ('from: "09:30"', "from: 9.30", "cadence.from", '"9.30"', "09:30"),
        (
            "  language: nudge",
            "  leave_out_words: [sextng]",
            "care.leave_out_words[0]",
            "sextng",
            "`sexting`",
        ),
        (
            "  language: nudge",
            "  leave_out_words: [zzz]",
            "care.leave_out_words[0]",
            "zzz",
            "dots guard",
        ),
        ("quotes: ask", "quotes: maybe", "privacy.quotes", '"maybe"', "assumed"),
        ("minimum_people: 5", "minimum_people: 3", "privacy.minimum_people", "3", "from 5"),
        ("until: 2027-02-19", "until: 2027-02-01", "quiet[1]", "keys", "on or after `from`"),
        ("    - 2027-02-10", "    - 20/01/2027", "board.meetings[0]", "20/01", "2027-02-03"),
        ("    - 2027-02-10", "    - 2027-02-30", "board.meetings[0]", "02-30", "2027-02-03"),
        ("    - 2027-02-10", "    - 20270120", "board.meetings[0]", "20270120", "hyphens"),
        ('at: "14:00"', "at: 1400", "board.meetings[2].at", "1400", "09:30"),
        ('at: "14:00"', 'at: "14:00Z"', "board.meetings[2].at", "14:00Z", "without a zone"),
        ('at: "14:00"', 'att: "14:00"', "board.meetings[2].att", "unknown", "`at`"),
        ("name: Anytown S", "name: [Anytown] # S", "name", "[Anytown]", "full name"),
        ("name: Anytown S", "name: true # S", "name", "true", "full name"),
        ("name: Anytown S", "name: {a: b} # S", "name", "keys and values", "full name"),
        ("board:\n", "board: {}\nbored:\n", "board.channel", "nothing", "Add `channel:`"),
        ("{on: 2027-07-21, at", "{at", "board.meetings[2].on", "nothing", "Add `on:`"),
    ],
)
def test_a_mistake_in_a_partnership_is_told(
    checked: Checked, example: str, old: str, new: str, key: str, found: str, said: str
) -> None:
    findings = [one for one in checked({old: new}).errors if one.key == key]
    line = edited(example, {old: new}).splitlines()[(only(findings).line or 0) - 1]
    assert found in only(findings).found
    assert said in f"{only(findings).expected} {only(findings).advice}"
    assert (
        key.split(".")[-1].split("[")[0] in line
        or only(findings).found in (line, "nothing")
        or new in line
    )


def test_an_unknown_key_is_told_with_the_nearest_known_one(checked: Checked, example: str) -> None:
    finding = only(checked({"\nprivacy:": "\nprivcy:"}))
    line = example.splitlines().index("privacy:") + 1
    assert (finding.key, finding.line, finding.column) == ("privcy", line, 1)
    assert finding.advice == "Did you mean `privacy`?"


def test_a_key_like_no_other_is_told_plainly(checked: Checked) -> None:
    assert "Take it out" in only(checked({"\nlive: false": "\nlive: false\nzzzzz: 1"})).advice


def test_every_mistake_is_told_at_once_whatever_else_is_wrong(checked: Checked) -> None:
    edits = {
        "nation: england": "nation: wales\nnation: england",
        "id: anytown": "id: Any",
        "C0ANYTOWN02": "C0ANYTOWN01",
        "- 2027-02-10": "- 2026-02-10",
        "- 2027-05-12": "- 2027-05-15",
        "- 2027-11-17": "- 2027-11-20",
        NUMBERS: "",
        "quotes: ask": "quotes: x",
    }
    found = {one.key for one in checked(edits).every}
    assert found == {
        "id",
        "nation",
        "channels[1].id",
        "board.meetings[0]",
        "board.meetings[1]",
        "board.meetings[3]",
        "safeguarding.front_door",
        "privacy.quotes",
    }


def test_two_partnerships_may_not_share_an_id_or_an_asking_channel(
    checked: Checked, example: str
) -> None:
    other = edited(example, {"C0ANYTOWN01": "C0OTHER0001"})
    findings = checked(other_yaml=other).errors
    assert [one.key for one in findings] == ["id", "channels[1].id"]
    assert all("other.yaml" in one.found for one in findings)
    assert all(one.file.endswith("town.yaml") for one in findings)


def test_findings_print_one_line_each_with_a_place_to_click(checked: Checked) -> None:
    text = checked({"\nlive: false": "\nlive: no"}).as_text()
    first, last = text.splitlines()
    assert first.endswith(
        'town.yaml:18:1: error: live: found "no"; expected true or false. '
        "Write true or false, without quotes."
    )
    assert last == "1 error, 0 warnings."


def test_findings_are_json_with_every_part(checked: Checked) -> None:
    (finding,) = json.loads(checked({"\nlive: false": "\nlive: no"}).as_json())
    assert set(finding) == {
        *("file", "line", "column", "key", "found", "expected", "advice", "severity"),
    }
    assert (finding["line"], finding["key"]) == (18, "live")


def test_loading_refuses_what_is_wrong_and_lets_time_pass(
    tmp_path_factory: pytest.TempPathFactory, example: str
) -> None:
    folder = tmp_path_factory.mktemp("towns")
    (folder / "town.yaml").write_text(edited(example, {"- 2027-02-10": "- 2020-01-18"}))
    assert len(read_partnerships(folder, TODAY)[0].board.meetings) == 8
    (folder / "town.yaml").write_text(edited(example, {"\nlive: false": "\nlive: no"}))
    with pytest.raises(ContentError, match="true or false"):
        read_partnerships(folder, TODAY)


def test_a_folder_without_partnerships_is_an_error(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("empty")
    finding = only(check(ROOT / "prompts", folder, TODAY))
    assert (finding.file, finding.found) == (str(folder), "no such file")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    line=st.integers(min_value=0, max_value=140),
    junk=st.text(alphabet="ab:-[]{}&*!#'\"\t 09,.?/", max_size=12),
    keep=st.integers(min_value=0, max_value=12),
)
def test_whatever_is_mistyped_the_answer_is_findings_in_the_file(
    checked: Checked, example: str, line: int, junk: str, keep: int
) -> None:
    lines = example.splitlines()
    old = lines[line % len(lines)]
    if not old:
        return
    lines[line % len(lines)] = old[:keep] + junk
    text = "\n".join(lines)
    findings = checked({example: text} if text != example else None)
    assert all(one.line is None or 1 <= one.line <= len(lines) for one in findings.every)
