"""The result of grouping, as frozen values: every reply is in exactly one place.

Carries ids of replies, never their authors. Decides nothing.
"""

from enum import StrEnum

from bot.core.values import Value


class Language(StrEnum):
    """Marked on replies that the method cannot read as well as English."""

    WELSH = "welsh"
    MIXED = "mixed"
    OTHER = "other"


class Theme(Value):
    """Replies to one question that say about the same thing.

    `id`: that of its oldest reply, so it stays when others join. `members`: the one that stands
    best for all comes first; the line is the first of them that may be quoted. `label`: phrases
    that at least two people used, word for word, or none; `given_label`: a coordinator's words,
    which win. `sureness`: the share of its pairs that are expected to belong together, 0 to 1;
    1 where a coordinator decided all of it. `subthemes`: parts of a large theme, each of at least
    two. `readings`: two sides of it that pull apart, where that was noticed. `folded`: sets of
    nearly the same words, the one that stands for them first.
    """

    id: str
    group: str
    members: tuple[str, ...]
    label: tuple[str, ...] = ()
    given_label: str = ""
    sureness: float
    decided: bool = False
    subthemes: tuple[tuple[str, ...], ...] = ()
    readings: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    folded: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """What it is called: a coordinator's words, or people's own, or "" when they share none."""
        return self.given_label or ", ".join(self.label)


class Method(Value):
    """How it was made, for the method box: versions, so that a rebuilt grouping can be compared.

    `table`: the id of the encoder, "" when there was none and only letters were compared.
    """

    name: str
    version: str
    table: str = ""


class Marked(Value):
    """A reply that does not read as English."""

    reply: str
    language: Language


class Side(Value):
    """One question's part in a thread: a theme or a single view, its best reply first."""

    group: str
    replies: tuple[str, ...]


class Thread(Value):
    """What runs across questions. `label`: phrases used on at least two sides, by different
    people. `likeness`: of its sides to each other, up to 1; says which thread is plainer, not how
    often one is right."""

    id: str
    label: tuple[str, ...]
    sides: tuple[Side, ...]
    likeness: float


class Grouping(Value):
    """Where every reply is. `not_easily_grouped`: nothing in it that could be compared (no words,
    or a language that the method does not know). `decisions`: how many a person made; 0 means
    that nobody sorted. `threads`: across questions, where they were looked for. Everything stands
    in the order of ids.
    """

    themes: tuple[Theme, ...] = ()
    singles: tuple[str, ...] = ()
    not_easily_grouped: tuple[str, ...] = ()
    off_topic: tuple[str, ...] = ()
    marked: tuple[Marked, ...] = ()
    threads: tuple[Thread, ...] = ()
    decisions: int = 0
    method: Method

    @property
    def replies(self) -> tuple[str, ...]:
        """Every reply once, wherever it is."""
        return (
            *(reply for theme in self.themes for reply in theme.members),
            *self.singles,
            *self.not_easily_grouped,
            *self.off_topic,
        )


class Card(Value):
    """One thing to ask whoever sorts: which of `candidates` say about the same as `reply`?

    The answer is one decision: Together with those ticked and `but_not` the rest, or Apart when
    none is. `theme`: the other replies already known to be with `reply`. `gain`: how many pairs
    the answer is expected to put right; cards come with the greatest first.
    """

    reply: str
    candidates: tuple[str, ...]
    theme: tuple[str, ...] = ()
    group: str = ""
    gain: float = 0.0
