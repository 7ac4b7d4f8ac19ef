"""Relationship: what all customers think of us, and where to start."""
