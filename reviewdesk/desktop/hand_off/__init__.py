"""Handing an account to those who serve it."""
