"""Tests of changes for customers."""
