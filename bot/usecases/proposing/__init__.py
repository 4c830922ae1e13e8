"""Members share the power over the questions: they propose, and set aside; coordinators answer."""
