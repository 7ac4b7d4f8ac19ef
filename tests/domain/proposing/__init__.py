"""Tests of what is proposed from the notes."""
