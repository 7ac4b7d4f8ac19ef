"""Tests of reaching out to several customers."""
