"""From the outbox into Slack: composed when it leaves, sent once, and what follows."""
