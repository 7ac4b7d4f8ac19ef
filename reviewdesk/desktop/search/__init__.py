"""Ctrl+K: search over everything, and every command."""
