"""What each system starts when its person logs in."""
