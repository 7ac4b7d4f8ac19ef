"""Tests of the page of reviews."""
