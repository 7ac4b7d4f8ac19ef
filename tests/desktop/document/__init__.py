"""Tests of the page of a document."""
