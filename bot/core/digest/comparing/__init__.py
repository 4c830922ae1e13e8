"""What one version of a draft has that the version before had not."""
