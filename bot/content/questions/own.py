"""Reads the questions that partnerships keep beside the shipped bank, and finds what is wrong.

They stand beside the schedules, in a folder that has the partnership's id for its name:
`schedules/anytown/ours.yaml` is asked in Anytown alone. Does not choose prompts.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

from bot.content.findings import Finding
from bot.content.folder import sources_in
from bot.content.questions.bank import Survey, survey_sources
from bot.core.prompts import PromptBank


def survey_own(
    schedules: Path, shipped: Survey, known: Collection[str]
) -> tuple[Mapping[str, PromptBank], list[Finding]]:
    """The own questions of each partnership, by its id, and everything that is wrong in them.

    `known`: the ids of the partnerships that have a file.
    """
    own: dict[str, PromptBank] = {}
    findings: list[Finding] = []
    for folder in _folders(schedules):
        sources, unread = sources_in(folder, "prompts")
        survey = survey_sources(sources, beside=shipped)
        findings += [*unread, *survey.findings]
        if folder.name not in known:
            findings.append(_nobodys(folder))
        own[folder.name] = survey.bank
    return own, findings


def _folders(schedules: Path) -> list[Path]:
    """Folders with files of questions in them; others are none of ours."""
    entries = sorted(schedules.iterdir()) if schedules.is_dir() else []
    return [each for each in entries if each.is_dir() and _has_files(each)]


def _has_files(folder: Path) -> bool:
    return any(each.suffix in (".yaml", ".yml") for each in folder.iterdir())


def _nobodys(folder: Path) -> Finding:
    return Finding(
        file=str(folder),
        found=f"questions of their own for {folder.name}, which no schedule file has for its id",
        expected="a folder named after the `id:` of a partnership",
        advice="Give the folder that id for its name, or move it away.",
        severity="warning",
    )
