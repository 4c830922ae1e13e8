"""What coordinators change and look after, each change with its version and its author."""
