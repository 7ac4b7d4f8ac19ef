"""Tests of the page of opportunities."""
