"""The follow-ups page: what is open, by whom it waits on."""
