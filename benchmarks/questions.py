"""Counts how often the linter is right about questions that other people might write: those that
its rules were tuned on, and those that were kept aside.

    python -m benchmarks.questions
"""

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from bot.content.language import language_terms
from bot.core.asking.wording import remarks_on

FOLDER = Path(__file__).parents[1] / "tests/core/asking"
SETS = {"tuned on": "questions_by_others.yaml", "kept aside": "questions_kept_aside.yaml"}


def main() -> None:
    """Count and print."""
    for name, file in SETS.items():
        written: dict[str, Any] = yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))
        poor, good = written["poor"], written["good"]
        caught = Counter(each["rule"] for each in poor if _is_caught(each))
        flagged = sum(bool(_rules(text)) for text in good)
        print(f"{name}: {_share(caught.total(), len(poor))} poor ones caught under the right rule,")
        print(f"  {_share(flagged, len(good))} good ones flagged")
        for rule, count in Counter(each["rule"] for each in poor).items():
            print(f"    {rule:18}{caught[rule]:4} of {count}")


def _rules(text: str) -> set[str]:
    return {remark.rule for remark in remarks_on(text, language_terms())}


def _is_caught(poor: dict[str, str]) -> bool:
    return bool({poor["rule"], poor.get("or")} & _rules(poor["text"]))


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.1%})"


if __name__ == "__main__":
    main()
