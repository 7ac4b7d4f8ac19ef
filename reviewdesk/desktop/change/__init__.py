"""The page of a change for customers: its rehearsal, and later how it was taken."""
