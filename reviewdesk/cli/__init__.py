"""The terminal: the same book without a window."""
