"""From the plan to a kept reply: what members are asked, say and choose."""
