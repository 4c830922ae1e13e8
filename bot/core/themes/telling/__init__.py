"""How a theme is told: what stands for it, what it is called, what in it is the same or differs."""
