"""The invented people of a rehearsal: who they are, what they say and when."""
