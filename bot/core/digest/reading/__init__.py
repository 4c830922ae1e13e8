"""How a digest reads: neutral parts, and the pages and short message made of them."""
