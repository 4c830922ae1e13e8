"""Sees whether a sentence says something of adults, services or us, and not of a child.

The nearest word for somebody before the place decides; where there is none, a child is meant.
"""

import re
from collections import deque

_SOMEBODY = re.compile(
    r"\b(?:(?P<child>child(?:ren)?|young (?:people|person|men|man|women|woman|girls?|boys?|lads?)"
    r"|teen\w*|girls?|boys?|lads?|lass(?:es)?|kids?|pupils?|students?|youths?|youngsters?"
    r"|adolescents?|minors?|he|she|him|her|his|hers|he's|she's|son|daughter|victims?|runaways?"
    r"|under-?(?:18|16)s|\w{1,9}[- ]year[- ]olds?"
    r"|(?:year|yr) (?:seven|eight|nine|ten|eleven|\d{1,2})s?)"
    r"|(?P<adult>adults?|staff|officers?|workers?|practitioners?|professionals?|volunteers?"
    r"|partners?|partnerships?|agenc(?:y|ies)|services?|we|we've|we're|we'd|i|i'm|i've|us|our"
    r"|teams?|colleagues?|managers?|leaders?|councillors?|council|board|boards|police|health"
    r"|social care|organisations?|institutions?|perpetrators?|exploiters?|abusers?|groomers?"
    r"|traffickers?|offenders|men|man|drivers?|teachers?|schools?|firm|firms|charity|charities"
    r"|companies|company|bank|banks|trustees?|governors?|drug users|dealers|system|systems|plan"
    r"|nurses?|doctors?|firefighters?|paramedics?|crews?|stewards?|wardens?|"
    r"carers? who|cost|costs|printers?|members|everyone round|the group))\b",
    re.IGNORECASE,
)

_FOLLOWING = re.compile(
    r" (?:(?!towards?|with|to|at|by|against|from|about|for|of)\w+ )?"
    r"(?:perpetrators?|exploiters?|abusers?|groomers?|traffickers?|staff|partners?"
    r"|services?|dealers|leaders|companies|organisations?|agencies|drivers)\b",
    re.IGNORECASE,
)
_OF_CHILDREN = re.compile(
    r"\b(?:child(?:ren)?|young (?:people|person|men|women|girls?|boys?|lads?)|teen\w*|girls?|boys?"
    r"|lads?|lass(?:es)?|kids?|pupils?|students?|youths?|youngsters?|adolescents?"
    r"|(?:year|yr) (?:\d{1,2}|seven|eight|nine|ten|eleven)s?)\b",
    re.IGNORECASE,
)
_OURSELVES = frozenset({"we", "we've", "we're", "we'd", "i", "i'm", "i've", "us", "our"})
_OTHERS = re.compile(r"\b(?:they|them|they've|they're|their)\b", re.IGNORECASE)


def is_said_of_others(before: str, used: str, after: str) -> bool:
    """Whether whoever stands nearest before the place, or right behind it, is no child. `used`,
    the words themselves, may name the child; so may the word behind them."""
    if _OF_CHILDREN.search(used) or _OF_CHILDREN.match(after.lstrip()):
        return False
    if _FOLLOWING.match(after):
        return True
    last = deque(_SOMEBODY.finditer(before), maxlen=1)
    if not last or last[0]["child"]:
        return False
    # "We lose them once they ...": whoever `they` are, they are not we.
    ourselves = last[0]["adult"].lower() in _OURSELVES
    return not (ourselves and _OTHERS.search(before, last[0].end()))
