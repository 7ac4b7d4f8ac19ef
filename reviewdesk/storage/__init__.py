"""The book on disk: tables, repositories, changes and undo, search, backups."""
