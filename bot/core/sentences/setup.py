"""What Dots says while a partnership is set up: when it is added to a channel, in the forms, and
before anything is started."""

from collections.abc import Collection, Iterator, Sequence

from bot.core.partnership import Partnership
from bot.core.steering.setup import CONFIRMATION, Place, Step
from bot.core.words import counted, listed


def hello() -> tuple[str, str, str]:
    """Three lines for a channel that Dots was added to."""
    return (
        "Hello. I am Dots: I ask partnerships open questions about how they work together, and "
        "lay the answers before their board.",
        "Nothing is asked or read here until somebody sets up a partnership with this channel in "
        "it. Whoever will coordinate it can do that now, in about ten minutes.",
        "I never ask about a child, and I am not a way to report a concern.",
    )


def nothing_begun() -> str:
    """Start was pressed, and there is nothing to start (any more)."""
    return "There is nothing to start: this was started already, or given up. Nothing was changed."


def was_set_up() -> str:
    """The first version of a partnership that was made in Slack."""
    return "Set up in Slack."


def started(name: str) -> str:
    """The last view of the set-up."""
    return (
        f"{name} is set up. Everything that will be sent stands in the plan, and nothing is sent "
        "before its day. Please invite Dots to each of its channels with /invite @Dots."
    )


def only_here() -> str:
    """Somebody of another organisation pressed the button."""
    return (
        "A partnership is set up by somebody of the organisation whose workspace this is. Please "
        "ask one of them."
    )


def looks_like_case_work(names: Sequence[str]) -> str:
    """Channels with names like case panels'."""
    channels = listed([f"#{name}" for name in names])
    return (
        f"{channels} sounds like a channel for work on cases, where children may be spoken of by "
        "name. Dots belongs in strategic channels only. Choose another, or, if it is a strategic "
        f"one, write the word {CONFIRMATION} below."
    )


def asked_elsewhere(channel: str, partnership: str) -> str:
    """A channel in which another partnership asks."""
    return (
        f"#{channel} is already asked by {partnership}. Choose another channel: two partnerships "
        "would ask in it at once."
    )


def warnings(places: Collection[Place], partnership: Partnership) -> Iterator[str]:
    """What whoever starts should know first, channel by channel."""
    asked = {channel.id for channel in partnership.channels}
    for place in places:
        if place.archived:
            yield f"#{place.name} is archived: nothing can be posted there."
        elif not place.member:
            yield f"Dots is not in #{place.name} yet: invite it there with /invite @Dots."
        if place.shared and place.id in asked:
            yield (
                f"People of other organisations are in #{place.name}. They see the questions and "
                "the replies there, and can answer; they have no slash commands."
            )
        elif place.shared:
            yield (
                f"People of other organisations are in #{place.name}, where drafts or digests "
                "are posted: they will read them."
            )


_TITLES = {
    Step.WHO: "1 of 5: Who",
    Step.BOARD: "2 of 5: The board",
    Step.ASKING: "3 of 5: Asking",
    Step.NUMBERS: "4 of 5: Safety",
    Step.KEEPING: "5 of 5: Keeping",
}


def title(step: Step) -> str:
    """A form's title, 24 characters at most."""
    return _TITLES[step]


_ABOUT = {
    Step.WHO: "Who you are. Everything can be changed later, and is kept as you go: you can "
    "close this and go on another day.",
    Step.BOARD: "Everything is counted back from the board's meetings.",
    Step.ASKING: "Where members are asked, and how often. Strategic channels only, never a case "
    "panel.",
    Step.NUMBERS: "These stand on every prompt. Nothing is posted without them.",
    Step.KEEPING: "What members are promised. Choose knowingly: each prompt says it.",
}


def about(step: Step) -> str:
    """What a form is for, above its fields."""
    return _ABOUT[step]


_FIELDS = {
    "name": "The partnership's full name",
    "nation": "Where you are",
    "nation-hint": "Bank holidays follow it.",
    "people": "Who coordinates",
    "people-hint": "They see everything before it is sent, and approve the digest.",
    "coordination": "The coordinators' own channel",
    "coordination-hint": "Drafts and news for you are posted there. A private channel is best.",
    "board": "What people call the board",
    "board-hint": "As it reads inside a sentence: the Anytown board.",
    "board_channel": "The channel in which the board reads",
    "meetings": "The board's meetings",
    "meetings-hint": "One a line, such as 3 February 2027 at 10:00. Or paste the text of an "
    "iCalendar file.",
    "calendar": "Or the board's calendar as a file",
    "calendar-hint": "An .ics file: its meetings stand in the place of what is typed above. You "
    "are shown what was read.",
    "channels": "In which channels members are asked",
    "prompts": "How many questions before each meeting",
    "every": "How far apart",
    "strategic": "Only if a name sounds like a case panel's",
    "strategic-hint": f"Write {CONFIRMATION} if it is a strategic channel all the same.",
    "front_door": "Worried about a child, in office hours",
    "out_of_hours": "Worried about a child, at other times",
    "lado": "Concern about somebody who works with children (LADO)",
    "checked_on": "The day on which all three were checked",
    "quotes": "May members' words be printed for the board?",
    "minimum_people": "Sectors are named once so many people replied",
    "keep_replies_months": "Replies are deleted",
    "keep_digests_years": "Digests are kept",
    "hold": "Must everything be kept, as for an inquiry?",
}


def field(name: str) -> str:
    """A field's label or hint."""
    return _FIELDS[name]


_CHOICES = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
    "ask": "Only with their author's yes",
    "assumed": "Yes, our own terms say so, and every prompt repeats it",
    "never": "No, never",
    "yes": "Yes: nothing may be deleted for now",
    "no": "No: our records officer agrees to the times above",
}


def choice(value: str) -> str:
    """One of several to choose from, in words."""
    return _CHOICES[value]


def amount(name: str, number: int) -> str:
    """A number in a menu, with what it counts."""
    return {
        "minimum_people": counted(number, "person", "people"),
        "keep_replies_months": f"{counted(number, 'month', 'months')} after the meeting",
        "keep_digests_years": counted(number, "year", "years"),
    }[name]


def not_yet() -> str:
    """Above the review: nothing has happened."""
    return "Nothing has been sent, and nothing is until you press Start. This is all that would be."


def and_more(number: int) -> str:
    """What a form has no room for."""
    return (
        f"And {number} more lines: dots plan prints everything, and the plan shows it page by page."
    )


def rehearsal_sent() -> str:
    """Above what a coordinator is sent as a rehearsal."""
    return (
        "This is how the first question will look, with all that stands on it. Only you see it "
        "here, and nothing was asked. To watch a whole cycle with invented people, save the lines "
        "below as a file and run: dots rehearse --partnership FILE"
    )


def looking() -> str:
    """While Slack is asked about the channels that were chosen."""
    return "Dots looks at the channels that you chose."


def too_late_to_open() -> str:
    """A press that came too late for Slack to open anything."""
    return "That took too long, so nothing opened. Please press the button once more."
