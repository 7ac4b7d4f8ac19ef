"""A program that looks for reminders as the window does, and says on its output what it shows."""

import sys
from datetime import datetime
from pathlib import Path

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.reminding import DueReminder
from reviewdesk.services.reminders import ReminderService
from reviewdesk.storage.book_file import open_book


def main(book: Path) -> None:
    """Show all that is due, one after the other, each kept as shown only after it was."""
    store = open_book(book, Clock())
    reminders = ReminderService(store)
    print("looking", flush=True)
    for each in reminders.due(datetime.now().astimezone()):
        show(each)
        reminders.shown([each])
    store.close()
    print("done", flush=True)


def show(reminder: DueReminder) -> None:
    """Say it; once it stands on the output the person has it."""
    print(f"shown {reminder.key}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
