"""What Dots says on the pages that the board reads, around the digest itself."""


def not_signed_off() -> str:
    """On a digest that went out without a coordinator's word, as the settings allow."""
    return "Nobody has signed this off: no coordinator decided about it before its issue date."


def page_gone() -> str:
    """A later page of a draft that has become shorter."""
    return "This page is no longer needed: the draft above is complete."


def more_pages(last: int) -> str:
    """On the first page of several: where the others are. `last` counts from 0."""
    pages = "Page 2 is" if last == 1 else f"Pages 2 to {last + 1} are"
    return f"{pages} in the thread of this message."
