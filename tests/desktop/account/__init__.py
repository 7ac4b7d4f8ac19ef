"""Tests of the page of one account."""
