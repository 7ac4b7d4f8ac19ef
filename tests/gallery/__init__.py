"""Pictures of every page and every document, to be looked at: `python -m tests.gallery`."""
