"""Tests of letters in the window."""
