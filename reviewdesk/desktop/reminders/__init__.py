"""Reminders in the window: a quiet band with what fell due, never a dialog."""
