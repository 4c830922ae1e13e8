"""Opens every YAML file of a folder, in the order of their names. Knows nothing of its keys."""

from pathlib import Path

from bot.content.findings import Finding
from bot.content.source import Source, read_source

MOST_FILES = 5_000
"""Files in one folder: five times the partnerships that one installation is measured with."""


def sources_in(folder: Path, what: str) -> tuple[list[Source], list[Finding]]:
    """Every file that can be read, and a finding for each thing that cannot; never no finding
    when there is nothing to read. `what` names what the files hold, in the plural.
    """
    paths = sorted(path for path in _entries(folder) if path.suffix in (".yaml", ".yml"))
    if not paths:
        advice = f"Put at least one file of {what} there, or name another folder."
        expected = f"a folder with files of {what} (.yaml)"
        return [], [
            Finding(file=str(folder), found="no such file", expected=expected, advice=advice)
        ]
    read = [read_source(path) for path in paths[:MOST_FILES]]
    sources = [source for source, _ in read if source is not None]
    return sources, [finding for _, findings in read for finding in findings]


def _entries(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [path for path in folder.iterdir() if not path.name.startswith(".")]
