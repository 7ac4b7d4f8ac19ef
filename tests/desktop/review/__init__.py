"""Tests of the workspace of a review."""
