"""Friction: processes that are good for us and bad for customers."""
