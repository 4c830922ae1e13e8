"""The small words of English that the checks are built from, as parts of patterns."""

import re

ASKING = "what|how|where|when|who|whom|whose|which"
AUXILIARY = (
    "do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|shall|should|may|might|must"
)
SUBJECT = (
    "we|you|they|i|it|our|your|their|this|that|these|those|the|there|people|partners|families"
    "|parents|anyone|anybody|everyone|everybody|someone|a|an|any"
)
WORD = r"[\w'’-]+"

NAMED_SERVICE = (
    r"(?:police(?: officers| force)?|officers|constables|social care|social services"
    r"|social workers?|children['’]s (?:services|social care)|adult (?:services|social care)"
    r"|schools?|school leaders|teachers|head ?teachers|education|academies|colleges|nurseries"
    r"|health(?: visitors| colleagues| services)?|nhs|hospitals?|gps?|camhs|councils?"
    r"|local authorit(?:y|ies)|housing(?: officers)?|youth (?:justice|offending)(?: \w+)?"
    r"|youth workers|probation|courts?|licensing|icb|voluntary sector|third sector"
    r"|charit(?:y|ies)|faith (?:groups|leaders)|mash|care homes)"
)
"""A kind of agency, named."""
SERVICE = (
    rf"(?:(?:the |our |some |other |most |local ){{0,3}}(?:{NAMED_SERVICE}|partners?"
    r"|partner agencies|agenc(?:y|ies)|services|colleagues|managers|practitioners"
    r"|professionals|senior leaders))"
)
"""One partner or several, named or not."""


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern that is found where any of these is, without regard to case."""
    return re.compile("|".join(patterns), re.IGNORECASE)
