"""The page of one account."""
