"""The page of reviews: those due without a date, those ahead, and those held."""
