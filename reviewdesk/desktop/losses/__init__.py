"""The page Losses: who left, and what that says together."""
