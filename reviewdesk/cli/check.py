"""Reads the whole book and says whether everything is as it should be."""

from dataclasses import replace

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import refuse, say
from reviewdesk.domain.clock import Clock


def run(terminal: Terminal) -> int:
    """Check the book as it is on the real day, which is the day that what is kept in it belongs to.

    What differs is said, and made right where that was asked for.
    """
    real = replace(terminal.asked, window=replace(terminal.asked.window, clock=Clock()))
    with opened(replace(terminal, asked=real)) as services:
        book = services.book
        book.new_day()
        wrong = book.check()
        path, accounts = book.path, book.now().accounts
        if wrong and terminal.asked.mend:
            say(*wrong)
            book.mend_what_is_kept()
            wrong = book.check()
    if wrong:
        way = "" if terminal.asked.mend else " To make right what is kept beside the records: check --mend"
        return refuse(f"{path}: {' '.join(wrong)}{way}")
    say(f"{path} is as it should be: {accounts} accounts, every page reads as it was written.")
    return 0
