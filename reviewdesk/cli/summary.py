"""Writes the summary of the newest finished review as a PDF."""

from pathlib import Path
from shlex import quote

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say
from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.review import StoredSummary
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.services import Services


def run(terminal: Terminal) -> int:
    """Write the summary and say where it is."""
    asked = terminal.asked
    with opened(terminal) as services:
        if asked.audience == "ours":
            raise RefusedError("A summary for our side cannot be made yet. Leave --for away to get the customer's.")
        account = services.accounts.named(asked.account)
        newest = _newest(services, account)
        path = services.documents.save(newest.id, placed(asked.out or Path()), keep_what_is_there=True)
    say(str(path))
    return 0


def _newest(services: Services, account: AccountName) -> StoredSummary:
    for each in services.accounts.brief(account.id).reviews:
        if each.is_held:
            try:
                return services.documents.newest(each.id)
            except MissingError:
                continue
    raise RefusedError(
        f"No review of {account.name} is finished yet. Hold one first: "
        f"reviewdesk review {quote(account.name)} --notes FILE"
    )
