"""Looks for ways to reach or find somebody: telephone, e-mail, profiles, where they live."""
