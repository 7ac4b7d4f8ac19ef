"""Tests of the page of Insights."""
