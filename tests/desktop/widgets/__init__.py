"""The kit every page is made of."""
