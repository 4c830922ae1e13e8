"""Sees whether a sentence says something of adults, services or us, and not of a child, or not of
a child or a family.

The nearest word for somebody before the place decides; where there is none, a child is meant.
"""

import re

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
    r"|nurses?|doctors?|firefighters?|paramedics?|crews?|stewards?|wardens?|carers? who|costs?"
    r"|printers?|members|everyone round|the group|committees?|commissioners?|speakers?"
    r"|presenters?|residents?|chairs?|deput(?:y|ies)|interpreters?|landlords?|suppliers?|candidates?)"
    r"|(?P<family>famil(?:y|ies)|parents?|mums?|mothers?|dads?|fathers?|carers?|households?))\b",
    re.IGNORECASE,
)

_FOLLOWING = re.compile(
    r" (?:(?!towards?|with|to|at|by|against|from|about|for|of)\w+ )?"
    r"(?:perpetrators?|exploiters?|abusers?|groomers?|traffickers?|staff|partners?"
    r"|services?|dealers|leaders|companies|organisations?|agencies|drivers)\b"
    r"|[^.;]{0,60}? (?:is|are|was|were|comes?|came) (?:by|from) (?:\w+ ){1,2}?(?:adults?|staff"
    r"|officers?|managers?|commissioners?|leaders?|councillors?|services?|drivers?|board)\b",
    re.IGNORECASE,
)
_CHILDREN = (
    r"(?:child(?:ren)?|young (?:people|person|men|women|girls?|boys?|lads?)|teen\w*|girls?|boys?"
    r"|lads?|lass(?:es)?|kids?|pupils?|students?|youths?|youngsters?|adolescents?"
    r"|(?:year|yr) (?:\d{1,2}|seven|eight|nine|ten|eleven)s?)\b"
)
_OF_CHILDREN = re.compile(rf"\b{_CHILDREN}", re.IGNORECASE)
_THEIRS = re.compile(
    rf"\W*(?:(?:\w+\W+){{0,2}}?(?:in|among|amongst|by|of|from)\W+(?:\w+\W+){{0,2}}?)?{_CHILDREN}",
    re.IGNORECASE,
)
"""Behind the place: whose it is. `risky behaviours in year nine`."""
_OURSELVES = frozenset({"we", "we've", "we're", "we'd", "i", "i'm", "i've", "us", "our"})
_OTHERS = re.compile(r"\b(?:they|them|they've|they're|their)\b", re.IGNORECASE)
_WE_SEE = re.compile(
    r" (?:\w+ )?(?:think|suppose|guess|reckon|believe|know|feel|find|suspect|hear|heard|see|saw"
    r"|seen|notice|noticed|get|meet|met)\b",
    re.IGNORECASE,
)
"""Behind `we`: who sees something, or thinks it, is not whom it is said of."""
_WHOM = frozenset({"", "that", "who", "whom"})
"""Between `the kids` and `we see`."""


def is_said_of_others(before: str, used: str, after: str, families: bool = False) -> bool:
    """Whether whoever stands nearest before the place, or right behind it, is no child (with
    `families`, and no family). `used`, the words themselves, may name the child; so may the words
    behind them."""
    if _OF_CHILDREN.search(used) or _THEIRS.match(after):
        return False
    if _FOLLOWING.match(after):
        return True
    named = [each for each in _SOMEBODY.finditer(before) if families or not each["family"]]
    if len(named) > 1 and _only_says_whose(before, named[-2], named[-1]):
        named.pop()
    if not named or not named[-1]["adult"]:
        return False
    last = named[-1]
    between = before[last.end() :]
    if last["adult"].lower() not in _OURSELVES:
        return True
    # "We lose them once they ...": whoever `they` are, they are not we.
    seen = _WE_SEE.match(between) or _OTHERS.search(between)
    return not (seen or (families and between.strip()))


def _only_says_whose(before: str, one: re.Match[str], ours: re.Match[str]) -> bool:
    """`the boys at our hostel`, `the kids we work with`: ours are no others than the first."""
    if ours[0].lower() == "our":
        return True
    between = before[one.end() : ours.start()].strip().lower()
    return bool(one["child"]) and ours[0].lower() in _OURSELVES and between in _WHOM
