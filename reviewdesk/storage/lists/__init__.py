"""What lists and pages show: one query each, into small frozen rows."""
