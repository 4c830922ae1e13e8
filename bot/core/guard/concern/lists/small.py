"""The small words by which one child is told from any child, and a thing that is from one that
might be. Finds nothing."""


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


THIS = _words("the this that my our her his their your same another these those both")
"""Before `girl`, they say which one."""
SOME = _words("two three four five couple some few")
A = _words("a an one")
ANY = _words(
    """if when should suppose supposing where what once whether every any each no imagine how
    whenever"""
)
"""Before `a girl`, they say that it could be any."""
NO = _words("every any each no")
NOT = _words(
    """not no never nobody none nothing without won't wont can't cannot cant didn't didnt doesn't
    doesnt isn't isnt wasn't wasnt hasn't hasnt haven't havent hadn't wouldn't wouldnt couldn't
    don't dont aren't ain't"""
)
WE = _words("i i've i'm i'd my me we we've we're our us")

AGES = _words(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"""
)
BEFORE_AGE = _words(
    """is was she's he's shes hes aged about turned only just maybe barely who's looks around under
    nearly almost age"""
)
AFTER_AGE = _words("maybe perhaps tops ish")
NOT_AN_AGE = _words(
    """of people meetings months weeks days pm am o minutes per percent years sessions hours new
    times different more other in replies partners schools and to priorities from week pages
    villages questions things people's"""
)
"""After a number they say that it counts something else than years."""

NOT_SUPPOSED = _words("know sure ask asked asks wonder see as even only wondering tell say is")
"""Before `if`: nothing is supposed by `I don't know if`."""
WOULD = _words("would wouldn't would've might could should")
SOFTENS = _words("i i'd that what it which you somebody someone anyone anybody")
"""Before `would`: a politeness, and no supposition."""

IS_AFTER = _words(
    """he she there it that who what let nobody somebody someone one where something here"""
)
"""Before `'s` they mean `is`; before any other word's, it says whose something is."""

WRITTEN_SHORT = {
    "bf": "boyfriend", "gf": "girlfriend", "n": "and", "cos": "because", "coz": "because",
    "cuz": "because", "mam": "mum", "mams": "mum's", "yp": "child", "w": "with", "wi": "with",
    "wont": "won't", "dont": "don't", "cant": "can't", "didnt": "didn't", "hasnt": "hasn't",
    "hes": "he's", "shes": "she's", "msg": "message", "msgs": "messages", "pics": "pictures",
    "tonite": "tonight", "yday": "yesterday", "skl": "school", "wee": "little", "lass": "girl",
    "bairn": "child", "bairns": "children", "wean": "child", "weans": "children",
}  # fmt: skip
"""How people write in a hurry, and in the north, and what they mean by it."""

KEPT_AS_THEY_ARE = _words(
    """a an the this that these those my our you your i its it's we they it us me them who whom
    whose which what when where why how if whether would could should might may must can will
    shall do does did is are was were be been being am has have had having not no never nobody
    none nothing any every each some all both many most more fewer another other others and or
    but so because since until while as than then there here now today yesterday tonight again
    still just only even about of in on at to for from with by into out up down off over after
    before during between without under keeps keep kept got get gets getting says said told tell
    tells asked seen saw seems started stopped going gone came come comes myself something someone
    somebody anyone anybody everyone people whoever always often ago year years week weeks days
    night month morning last next"""
)
"""The words by which it is seen how a passage is built."""
