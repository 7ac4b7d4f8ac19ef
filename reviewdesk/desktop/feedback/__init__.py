"""Feedback forms in the window: sent out, followed, and taken in when they come back."""
