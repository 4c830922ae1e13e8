"""What replies have in common: themes, single views, and the decisions of those who sort them."""
