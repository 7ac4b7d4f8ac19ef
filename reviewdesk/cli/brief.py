"""Writes the brief of an account: the page to read before walking in, as the window shows it."""

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say


def run(terminal: Terminal) -> int:
    """Write the brief of one account, as text or as a PDF; what not to raise stays in the window."""
    asked = terminal.asked
    with opened(terminal) as services:
        account = services.accounts.named(asked.account)
        if asked.pdf is not None:
            say(str(services.print_outs.write(services.print_outs.brief(account.id), placed(asked.pdf))))
            return 0
        page = services.briefs.page(account.id)
    say(*page.text.splitlines())
    return 0
