"""Tests of the page Relationship."""
