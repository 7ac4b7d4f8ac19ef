"""The import page: files are read, what they would bring is shown and decided, and then it is applied."""
