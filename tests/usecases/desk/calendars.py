"""Calendars as a board's secretary might export them."""

LONDON = "DTSTART;TZID=Europe/London:"
"""Followed by the figures of a local time."""


def calendar(*starts: str) -> bytes:
    """One event for each line that says when it starts."""
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}\r\n{start}\r\nEND:VEVENT\r\n"
        for number, start in enumerate(starts)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()
