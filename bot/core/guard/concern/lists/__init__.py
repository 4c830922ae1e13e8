"""The words that the detector of live concerns knows, by what they tell. Finds nothing."""
