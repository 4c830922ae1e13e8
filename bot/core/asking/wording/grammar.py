"""The small words of English that the checks are built from, as parts of patterns."""

import re

ASKING = "what|how|where|when|who|whom|whose|which"
AUXILIARY = (
    "do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|shall|should|may|might|must"
)
SUBJECT = (
    "we|you|they|it|our|your|their|this|that|these|those|the|there|people|partners|families"
    "|parents|anyone|anybody|everyone|everybody|someone|a|an|any"
)
WORD = r"[\w'’-]+"


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern that is found where any of these is, without regard to case."""
    return re.compile("|".join(patterns), re.IGNORECASE)
