"""Writes the summaries of a period at once, and names those that are not for their customer as they stand."""

import sys
from pathlib import Path

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import refuse, say, warn
from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.services.batch_values import BatchOffer, BatchOrder, BatchRow


def run(terminal: Terminal) -> int:
    """Write them, say where they are, and answer 1 where some were not written."""
    asked = terminal.asked
    kinds = tuple(DocumentKind(each) for each in dict.fromkeys(asked.formats)) or (DocumentKind.PDF,)
    with opened(terminal) as services:
        rows = _rows(services.batches.offer(), asked.period)
        order = BatchOrder(rows, kinds, placed(asked.out or Path()), asked.workers)
        result = services.batches.write(order, _told)
    if sys.stderr is not None and sys.stderr.isatty():
        print(file=sys.stderr)
    say(*map(str, result.written))
    warn(*(f"{each.account}: {each.why}" for each in result.not_written))
    if result.not_written:
        return refuse("Not all were written. Open their pages, take out what is named or say it is meant.")
    return 0


def _rows(offer: BatchOffer, period: str) -> tuple[BatchRow, ...]:
    if not offer.rows:
        raise RefusedError("No review is finished yet. Hold one first: reviewdesk review ACCOUNT --notes FILE")
    wanted = period or offer.periods[0]
    if wanted not in offer.periods:
        raise RefusedError(f"No review of “{wanted}” is finished. There are some of {', '.join(offer.periods)}.")
    return offer.of(wanted)


def _told(done: int, total: int) -> bool:
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\r{done:,} of {total:,}", end="", file=sys.stderr, flush=True)
    return True
