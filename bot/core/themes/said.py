"""What was said, as grouping sees it: words, whose they are, and what they answer."""

from bot.core.values import Value


class Said(Value):
    """One reply. `author` tells people apart and is never shown; `group` is what it answers.

    Replies of different groups are never put into one theme. Ids that grow with time (as Slack's
    do) keep a theme's id when later replies join it.
    """

    id: str
    text: str
    author: str
    group: str = ""
