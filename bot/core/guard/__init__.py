"""What in a reply could put somebody at risk: identifiers, a live concern, words that blame."""
