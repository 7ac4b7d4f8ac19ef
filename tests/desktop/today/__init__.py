"""Tests of the page of a day."""
