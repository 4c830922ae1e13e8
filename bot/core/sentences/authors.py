"""What Dots says between a coordinator who asks and the author of a reply who may answer."""


def cannot_be_reached() -> str:
    """The author of a private reply is in none of the channels any more."""
    return (
        "The author of a private reply cannot be reached: they have left the channels in which "
        "Dots asks, or their organisation has. Their reply stays as it is, and nothing is lost."
    )


def asking_an_author() -> str:
    """Under the box in which a coordinator asks the author of a reply something."""
    return (
        "It goes to whoever wrote the reply. You will not learn who that is, if they answered "
        "privately. What you ask is kept in the record of decisions."
    )


_QUESTION_ASKED = {
    "asked": "Sent on its way. The answer comes here, if there is one; from a private author on a "
    "working morning. You will not learn who they are.",
    "gone": "This reply is not there any more: its author took it back, or its round is over. "
    "Nothing was sent.",
    "not-yours": "Only this partnership's coordinators can ask about its replies. Nothing was "
    "sent.",
}


def question_asked(outcome: str) -> str:
    """The answer to a coordinator who asked the author of a reply something."""
    return _QUESTION_ASKED[outcome]


def answered(prompt: str, asked: str) -> str:
    """Over an author's answer; both are other people's words."""
    return f"An author answers. About a reply to “{prompt}” one of you asked: “{asked}”"


def question_gone() -> str:
    """A coordinator's question about a reply that is not there, or not this person's."""
    return (
        "This question can no longer be answered: the reply it was about is gone, or its round "
        "is over. Nothing of yours is lost."
    )


def question_answered() -> str:
    """The question has its answer already."""
    return (
        "You have answered this. If something should be added, tell a coordinator, or change "
        "your reply."
    )


def question_to_author(prompt: str, *, private: bool) -> list[str]:
    """A coordinator would like to ask something about a reply."""
    which = "your private reply to" if private else "your reply to"
    told = [f"A coordinator has a question about {which} “{prompt}”."]
    if private:
        told.append(
            "They do not know that it is yours, and will not learn it from your answer. It "
            "reaches them without your name, with the next working morning's post."
        )
    told.append("You need not answer.")
    return told


def asked_about_it() -> str:
    """Between an author's own words and what a coordinator asks about them."""
    return "A coordinator asks:"


def answer_goes_to() -> str:
    """Under the box in which an author answers a coordinator."""
    return "Only the coordinators read it. It is in no digest."


def answer_not_sent() -> str:
    """An answer that could not be kept; the words stand below."""
    return (
        "This was not sent: the question has its answer already, or the reply it was about is "
        "gone. Your words are below, for you to copy."
    )


def answer_kept() -> str:
    """An author has answered a coordinator."""
    return "Thank you. The coordinators get your answer; it is in no digest."
