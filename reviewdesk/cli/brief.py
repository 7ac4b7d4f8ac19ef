"""Writes the brief of an account: the page to read before walking in, as the window shows it."""

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say


def run(terminal: Terminal) -> int:
    """Write the brief of one account; what not to raise stays in the window."""
    with opened(terminal) as services:
        page = services.briefs.page(services.accounts.named(terminal.asked.account).id)
    say(*page.text.splitlines())
    return 0
