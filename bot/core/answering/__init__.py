"""How a member answers privately: who may know what, until when, and when others hear of it."""
