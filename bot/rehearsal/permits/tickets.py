"""Issues tickets that open one web socket each, soon. Opens none."""

import secrets
import time

# Seconds of real time. Slack's tickets are short-lived; how short is not documented.
TICKET_LIVES_S = 30.0


class Tickets:
    def __init__(self) -> None:
        self._issued: dict[str, float] = {}

    def issue(self) -> str:
        ticket = secrets.token_urlsafe(24)
        self._issued[ticket] = time.monotonic()
        return ticket

    def use(self, ticket: str) -> bool:
        """True once, within the ticket's life."""
        issued = self._issued.pop(ticket, None)
        return issued is not None and time.monotonic() - issued <= TICKET_LIVES_S
