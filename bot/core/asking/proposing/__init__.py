"""Questions that members propose, and planned ones that they wish to see set aside."""
