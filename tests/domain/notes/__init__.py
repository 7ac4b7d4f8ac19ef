"""Tests of the language of notes."""
