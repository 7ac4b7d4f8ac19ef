"""One module a schema step, oldest first."""
