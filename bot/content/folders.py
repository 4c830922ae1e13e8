"""Reads the two folders, and checks them: every mistake reported at once. Plans nothing."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.content.findings import ContentError, Findings
from bot.content.partnerships import survey_partnership, survey_partnerships
from bot.content.questions.bank import survey_prompts
from bot.content.questions.own import survey_own
from bot.content.readiness import readiness
from bot.core.partnership import Partnership
from bot.core.prompts import PromptBank


def check(prompts: Path, schedules: Path, today: date) -> Findings:
    """Everything that is wrong, or worth a look, in both folders. `today` is the local date."""
    shipped = survey_prompts(prompts)
    readings, in_schedules = survey_partnerships(schedules, today)
    known = [str(reading.source.at(("id",))) for reading in readings]
    _, in_own = survey_own(schedules, shipped, known)
    dated = [finding for reading in readings for finding in readiness(reading, today)]
    return Findings.of([*shipped.findings, *in_schedules, *in_own, *dated])


def read_prompts(folder: Path) -> PromptBank:
    """The prompt bank. Raises ContentError, with every mistake, when there is one."""
    survey = survey_prompts(folder)
    _refuse(Findings.of(survey.findings))
    return survey.bank


def read_own_prompts(schedules: Path, prompts: Path) -> Mapping[str, PromptBank]:
    """What each partnership asks beside the bank in `prompts`, by its id: the questions in its
    folder below `schedules`. Raises ContentError, with every mistake, when there is one.
    """
    own, findings = survey_own(schedules, survey_prompts(prompts), known=())
    _refuse(Findings.of(findings))
    return own


def read_partnerships(folder: Path, today: date) -> tuple[Partnership, ...]:
    """The partnerships, by the names of their files; live or not.

    What only goes wrong with time (a meeting that has passed, a new bank holiday) is for `check`:
    it must not stop a bot that restarts. Raises ContentError, with every mistake, when there is
    one. `today` says how far a repeating event in a calendar is written out.
    """
    readings, findings = survey_partnerships(folder, today)
    _refuse(Findings.of(findings))
    return tuple(one.partnership for one in readings if one.partnership is not None)


def read_partnership(file: Path, today: date) -> Partnership:
    """One partnership by itself, held to all that `check` would say of its file on this day.

    Raises ContentError, with every mistake, when there is one.
    """
    reading, findings = survey_partnership(file, today)
    dated = readiness(reading, today) if reading else ()
    every = Findings.of([*findings, *dated])
    if reading is None or reading.partnership is None:
        raise ContentError(every)
    _refuse(every)
    return reading.partnership


def _refuse(findings: Findings) -> None:
    if findings.errors:
        raise ContentError(findings)
