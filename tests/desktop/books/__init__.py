"""All my books, and the making of new ones."""
