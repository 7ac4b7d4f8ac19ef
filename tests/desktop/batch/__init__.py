"""Summaries at once and templates in the window."""
