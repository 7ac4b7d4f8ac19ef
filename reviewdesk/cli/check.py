"""Reads the whole book and says whether everything is as it should be."""

from dataclasses import replace

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import refuse, say
from reviewdesk.domain.clock import Clock


def run(terminal: Terminal) -> int:
    """Check the book as it is on the real day, which is the day that what is kept in it belongs to."""
    real = replace(terminal.asked, window=replace(terminal.asked.window, clock=Clock()))
    with opened(replace(terminal, asked=real)) as services:
        services.book.mend()
        wrong = services.book.check()
        path, accounts = services.book.path, services.book.now().accounts
    if wrong:
        return refuse(f"{path}: {' '.join(wrong)}")
    say(f"{path} is as it should be: {accounts} accounts, every page reads as it was written.")
    return 0
