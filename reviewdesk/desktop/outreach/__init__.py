"""Outreach: reaching several customers about one thing, beginning with lists of satisfaction calls."""
