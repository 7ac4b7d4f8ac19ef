"""Writes the pages that people are reminded with as a PDF."""

from pathlib import Path
from typing import Final

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say
from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.services.print_outs import PrintOut
from reviewdesk.services.services import Services

EVERYBODY: Final = "-"


def run(terminal: Terminal) -> int:
    """Write them and say where they are."""
    asked = terminal.asked
    chosen = sum(map(bool, (asked.account, asked.late, asked.colleague)))
    if chosen != 1:
        raise RefusedError("Say whom to remind: an account, --late, or --colleague NAME; one of the three.")
    with opened(terminal) as services:
        made = _made(services, terminal)
        path = services.print_outs.write(made, placed(asked.out or Path()))
    say(str(path))
    return 0


def _made(services: Services, terminal: Terminal) -> PrintOut:
    asked, papers = terminal.asked, services.reminder_papers
    if asked.late:
        return papers.of_all_late()
    if asked.colleague == EVERYBODY:
        return papers.of_all_colleagues()
    if asked.colleague:
        return papers.of_colleague(papers.colleague_named(asked.colleague))
    account = services.accounts.named(asked.account)
    if not asked.person:
        return papers.of_account(account.id)
    found = [each for each in papers.to_remind(account.id) if asked.person.casefold() in each.name.casefold()]
    if len(found) != 1:
        names = ", ".join(each.name for each in papers.to_remind(account.id)) or "nobody"
        raise MissingError(f"“{asked.person}” fits no one person who promised something. These did: {names}.")
    return papers.of_person(account.id, found[0].person_id)
