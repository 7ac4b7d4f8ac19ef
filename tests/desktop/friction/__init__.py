"""Tests of the page Friction."""
