"""What a coordinator reads about what changed in a draft from the version before. Repeats names of
themes, questions and words of coordinators, and no words of members."""

from collections.abc import Sequence

from bot.core.words import counted, listed, sentence

THEME, THREAD = "theme", "thread"

_COVER = {
    "foreword": "The foreword",
    "agenda_item": "The agenda item",
    "author": "The author",
    "purpose": "The purpose",
    "asked_to": "What the board is asked to do",
}
"""The words of a cover that coordinators write, by field."""


def under(question: str, told: Sequence[str]) -> str:
    """All that is told of what was said to one question."""
    return f"Under {_named(question)}: {_together(told)}"


def among_threads(told: Sequence[str]) -> str:
    """All that is told of what runs across the questions."""
    return f"Where the dots join: {_together(told)}"


def questions_again(*, few: bool) -> str:
    """There is nothing else to compare: what was heard is not in both of them."""
    if few:
        return "Too few replies are left to share: it holds the questions again."
    return "Enough people have replied: it holds what was heard."


def made_anew() -> str:
    """In the place of a comparison with what another Dots wrote down in its own way."""
    return "An older Dots made the version before: it was made anew, and nothing is compared."


def came_and_went(came: int, went: int) -> str:
    """How many replies; never whose, nor whether they were taken back, left out or held."""
    more, fewer = (counted(each, "reply", "replies") for each in (came, went))
    if not came:
        return sentence(f"{fewer} went.")
    return sentence(f"{more} came and {_number(went)} went." if went else f"{more} came.")


def about_something_else(now: int, before: int) -> str:
    """How many replies coordinators set aside as no answer to the question."""
    said = counted(now, "reply is", "replies are")
    return sentence(f"{said} set aside as about something else; before, it was {_number(before)}.")


def on_the_cover(field: str) -> str:
    """A coordinator changed what stands there."""
    return f"{_COVER[field]} reads otherwise."


def question_came(text: str) -> str:
    """A question that was not there."""
    return f"The question {_named(text)} is new."


def question_went(text: str) -> str:
    """Ours, so it may be said; not what was said to it."""
    return f"The question {_named(text)} is gone."


def questions_reordered() -> str:
    """The same ones."""
    return "The questions stand in another order."


def question_reworded() -> str:
    """Under a question whose own words changed."""
    return "the question is worded otherwise"


def asking_changed() -> str:
    """The days, or the number of channels."""
    return "when or where it was asked reads otherwise"


def breadth_of_question() -> str:
    """Some, a few, several, many; or how many people."""
    return "how widely it was answered reads otherwise"


def other_replies() -> str:
    """Where nothing else tells that replies came or went."""
    return "other replies than before stand here"


def details() -> str:
    """Whatever has no words of its own, so that nothing changes in silence."""
    return "details read otherwise"


def is_new(kind: str, label: str) -> str:
    """A theme or a thread in which nothing before it goes on."""
    return f"{_called(kind, label)} is new"


def became_one(kind: str, number: int, label: str) -> str:
    """Of several; their old names are not said, as their words may have been taken back."""
    return f"{number} {kind}s are one now: {_called(kind, label)}"


def came_apart(kind: str, labels: Sequence[str]) -> str:
    """Of one."""
    return f"one {kind} is {len(labels)} now: {listed([_called(kind, one) for one in labels])}"


def renamed(kind: str, label: str) -> str:
    """It goes on under another name. The old one is not said."""
    return f"a {kind} is called {_named(label)} now" if label else f"a {kind} lost its name"


def are_gone(kind: str, number: int) -> str:
    """Neither they nor a part of them goes on. Their names are not said."""
    return f"{counted(number, f'{kind} is', f'{kind}s are')} gone"


def breadth_of(kind: str, label: str) -> str:
    """How widely it was said and from which parts of the partnership."""
    return f"how widely {_called(kind, label)} was said, or from where, reads otherwise"


def sides_of(kind: str, label: str) -> str:
    """The two sides of a theme, or the parts of a large one; the sides of a thread."""
    return f"the sides or parts of {_called(kind, label)} hold other replies"


def moved_to_theme(number: int, label: str, *, from_theme: bool) -> str:
    """Replies that stood elsewhere under the same question."""
    replies, called = counted(number, "reply", "replies"), _called(THEME, label)
    if from_theme:
        return f"{replies} moved to {called} from another theme"
    return f"{replies} moved to {called} and stood in no theme before"


def moved_out(number: int, *, from_theme: bool, is_alone: bool) -> str:
    """Replies that are in no theme now."""
    replies, was = counted(number, "reply", "replies"), "in a theme" if from_theme else "elsewhere"
    alone, loose = ("stands", "is") if number == 1 else ("stand", "are")
    now = f"{alone} alone now" if is_alone else f"{loose} not easily grouped now"
    return f"{replies} that stood {was} {now}"


def hidden(reason: str) -> str:
    """A member's line, and why."""
    return f"a line is hidden ({_on_one_line(reason) or 'no reason given'})"


def shown_again() -> str:
    """A member's line."""
    return "a line that was hidden is shown again"


def put(words: str) -> str:
    """A coordinator's words for a member's."""
    return f"a line is put as {_named(words)}"


def put_no_longer(number: int) -> str:
    """Members' lines for which a coordinator's words stood."""
    lines = counted(number, "line is", "lines are")
    return f"{lines} no longer put in a coordinator's words"


def quotes(came: int, went: int) -> str:
    """How many lines in members' own words there are more, and how many fewer."""
    more, fewer = (f"{counted(n, 'line', 'lines')} in members' own words" for n in (came, went))
    if not came:
        return f"{fewer} went"
    return f"{more} came and {_number(went)} went" if went else f"{more} came"


def quotes_changed(number: int) -> str:
    """Their authors changed them."""
    return f"{counted(number, 'line', 'lines')} in members' own words changed"


def beside_lines(number: int) -> str:
    """A sector, a language, those in nearly the same words, or why there are no words."""
    return f"what stands beside {counted(number, 'line', 'lines')} reads otherwise"


def hidden_elsewhere(reason: str) -> str:
    """A theme's name, a thread, a question for the board, or a line that stood for a theme."""
    return f"Something is hidden ({_on_one_line(reason) or 'no reason given'})."


def hidden_no_longer(number: int) -> str:
    """The same, brought back or gone together with what it was about."""
    return sentence(f"{counted(number, 'thing is', 'things are')} hidden no longer.")


def board_questions_went(number: int) -> str:
    """Without their words: they may be a coordinator's about what a member said."""
    which = counted(number, "question for the board is", "questions for the board are")
    return sentence(f"{which} left out.")


def board_question_came(text: str) -> str:
    """A question for the board that was not there."""
    return f"A question for the board is new: {_named(text)}"


def board_question_reworded(text: str) -> str:
    """A coordinator's words."""
    return f"A question for the board reads otherwise: {_named(text)}"


_PARTS = {
    "board-questions": "The questions for the board stand in another order.",
    "not-heard": "Who we have not heard from reads otherwise.",
    "last-time": "What the board said last time reads otherwise.",
    "changed": "What changed since the last meeting reads otherwise.",
    "sorted": "The replies were grouped anew.",
    "kept-out": "How many replies are left out or held back reads otherwise.",
    "meeting": "The day of the meeting, or a name on the cover, reads otherwise.",
    "made": "How it was made reads otherwise.",
    "details": "Details of it read otherwise.",
}


def part(which: str) -> str:
    """A part of a digest about which there is no more to tell."""
    return _PARTS[which]


def _together(told: Sequence[str]) -> str:
    return f"{'; '.join(told)}."


def _called(kind: str, label: str) -> str:
    return _named(label) if label else f"a {kind} without a name"


def _named(words: str) -> str:
    return f"“{_on_one_line(words)}”"


def _on_one_line(words: str) -> str:
    """Each sentence is kept as one line."""
    return " ".join(words.split())


def _number(number: int) -> str:
    return {0: "none", 1: "one"}.get(number, str(number))
