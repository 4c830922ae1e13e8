"""What a workspace consists of, what waits to reach the app, and what went wrong. Makes no rule."""
