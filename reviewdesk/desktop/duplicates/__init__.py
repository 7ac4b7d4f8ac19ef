"""The page of accounts that may be in the book twice."""
