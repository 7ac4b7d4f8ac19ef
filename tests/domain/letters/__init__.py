"""Tests of letters as values."""
