"""Writes follow-ups and planned reviews as a calendar file."""

from pathlib import Path

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say, warn
from reviewdesk.services.documents import free_path, slug
from reviewdesk.services.services import Services


def run(terminal: Terminal) -> int:
    """Write the calendar and say where it is."""
    with opened(terminal) as services:
        write_calendar(services, placed(terminal.asked.out or Path()))
    return 0


def write_calendar(services: Services, place: Path) -> Path:
    """Write the calendar to a file, or into a folder under the book's name."""
    target = free_path(place, f"{slug(services.book.now().book.name)}.ics") if place.is_dir() else place
    written = services.calendar.write(target)
    say(str(written.path))
    if written.undated:
        warn(f"Left out for want of a date: {written.undated} follow-up{'s' if written.undated > 1 else ''}.")
    return written.path
