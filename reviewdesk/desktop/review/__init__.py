"""The workspace of one review: prepare it, hold it, wrap it up."""
