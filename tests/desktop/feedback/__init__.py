"""Tests of what comes in one by one."""
