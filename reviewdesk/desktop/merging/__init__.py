"""Making one account of two: choosing the other one, and what is meant where they differ."""
