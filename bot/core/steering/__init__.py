"""What coordinators may change about a partnership, as values: nothing is stored or sent here."""
