"""Writes out everything in the book, or accounts and people in the form of one CRM."""

from pathlib import Path

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say, warn


def run(terminal: Terminal) -> int:
    """Write it and say where it is."""
    folder = placed(terminal.asked.out or Path())
    with opened(terminal) as services:
        if terminal.asked.crm:
            say(*(str(each) for each in services.crm_records.write(terminal.asked.crm, folder).paths))
            return 0
        written = services.export.write(folder)
        say(str(written.folder))
        if written.without_content:
            warn(f"Erased for good and so without content: {', '.join(written.without_content)}.")
    return 0
