"""What the app was given, and how far it goes: its tokens, tickets, trigger ids, response_urls and
rates. Nothing happens here.
"""
