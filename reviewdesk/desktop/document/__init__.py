"""A customer's document on screen: its pages, what must not leave with it, and where it goes."""
