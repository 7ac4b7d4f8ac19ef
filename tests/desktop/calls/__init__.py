"""Tests of calls: their log and lists of them."""
