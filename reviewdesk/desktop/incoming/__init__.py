"""What comes in one by one: a calendar, a mail, a dropped text or picture."""
