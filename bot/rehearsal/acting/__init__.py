"""What people do, and what Slack's client refuses them. The app has web_api/ for that."""
