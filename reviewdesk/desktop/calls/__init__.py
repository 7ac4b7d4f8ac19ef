"""Calls: the log of one, from anywhere, and lists of calls that ask how content customers are."""
