"""Tests of the set-up on a machine."""
