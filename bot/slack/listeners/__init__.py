"""Who speaks to us: members, coordinators, and Slack about its channels."""
