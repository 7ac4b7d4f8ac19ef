"""The board of concerns."""
