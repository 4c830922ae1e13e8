"""How a question asks: how it opens, whether it leans, whether it is one."""
