"""All my books: what is due in each of them, and the making of new ones."""
