"""PRINTS: a frozen Digest becomes a page; decides nothing."""
