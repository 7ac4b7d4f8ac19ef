"""Writes the summary of the newest finished review, as a PDF or in another format."""

from pathlib import Path
from shlex import quote

from reviewdesk.cli.arguments import Asked
from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say
from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.review import StoredSummary
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.services import Services


def run(terminal: Terminal) -> int:
    """Write the summary and say where it is."""
    asked = terminal.asked
    with opened(terminal) as services:
        account = services.accounts.named(asked.account)
        if asked.audience == "ours":
            prints = services.print_outs
            made = prints.our_summary(prints.last_review(account.id))
            say(str(prints.write(made, placed(asked.out or Path()))))
            return 0
        newest = _newest(services, account)
        out = placed(asked.out or Path())
        template = placed(asked.template) if asked.template else None
        kind = _kind(asked, out)
        path = services.formats.save_as(newest.id, kind, out, template=template, keep_what_is_there=True)
    say(str(path))
    return 0


def _kind(asked: Asked, out: Path) -> DocumentKind:
    """Give the format that was asked for, else the one the file's name ends with."""
    endings = [each.value for each in DocumentKind]
    ending = out.suffix.lower().lstrip(".")
    return DocumentKind(asked.format or (ending if ending in endings and not out.is_dir() else DocumentKind.PDF))


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
