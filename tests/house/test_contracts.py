"""The contracts between the rooms hold, and each of them would notice."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.places import TOP

CONTRACTS = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]

BREACHES = {
    "core/breach.py": "import time\n",
    "breach.py": "",  # a module without a floor
    "usecases/breach.py": "import slack_sdk\nfrom bot.store.tables import metadata\n",
    "slack/breach.py": "import bot.store\n",
    "store/breach.py": "import bot.settings\n",
    "settings.py": "",
    "rehearsal/breach.py": "import bot.core\nfrom bot.rehearsal import breach_too\n",
    "rehearsal/breach_too.py": "from bot.rehearsal import breach\n",
}
"""At least one for each contract."""


def lint_imports(folder: Path) -> "subprocess.CompletedProcess[str]":
    command = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-logo", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_house_keeps_its_contracts() -> None:
    checked = lint_imports(TOP)
    assert checked.returncode == 0, checked.stdout


@pytest.fixture(scope="module")
def verdict_on_breaches(tmp_path_factory: pytest.TempPathFactory) -> str:
    copy = tmp_path_factory.mktemp("house")
    shutil.copy(TOP / "pyproject.toml", copy)
    shutil.copytree(TOP / "bot", copy / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    for path, words in BREACHES.items():
        (copy / "bot" / path).write_text(f'"""A breach."""\n\n{words}', encoding="utf-8")
    return lint_imports(copy).stdout


@pytest.mark.parametrize("contract", [contract["name"] for contract in CONTRACTS])
def test_a_contract_notices_its_breach(contract: str, verdict_on_breaches: str) -> None:
    assert f"{contract} BROKEN" in verdict_on_breaches


HEAVY = ("aiohttp", "docx", "numpy", "typst")
"""What only some commands need: each takes tenths of a second and tens of megabytes to import,
and `dots run` should be connected in three seconds and idle in 150 MB."""


def test_the_bot_starts_without_what_only_some_commands_need() -> None:
    code = "import sys, bot.cli.main; print([each for each in sys.argv if each in sys.modules])"
    started = subprocess.run(
        [sys.executable, "-c", code, *HEAVY], cwd=TOP, capture_output=True, text=True, check=True
    )
    assert started.stdout.strip() == "[]"
