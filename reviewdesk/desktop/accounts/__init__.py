"""The page of all accounts."""
