"""Tests of the plan of a quarter."""
