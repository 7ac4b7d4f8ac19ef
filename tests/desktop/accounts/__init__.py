"""Tests of the page of all accounts."""
