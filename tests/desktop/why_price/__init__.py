"""Tests of the page Why price?."""
