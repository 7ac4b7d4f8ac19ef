"""What a corrected summary says beside the one the customer has: what was added since, in its own words."""

from collections.abc import Iterator
from datetime import date

from reviewdesk.domain.summary import CustomerSummary

MOST = 6


def added_since(before: CustomerSummary, now: CustomerSummary) -> tuple[str, ...]:
    """Give what stands in a summary now and did not before; what was taken out is not said again."""
    known = set(_said(before))
    added = [f"+ {words}" for words in dict.fromkeys(_said(now)) if words not in known]
    return (*added[:MOST], "…") if len(added) > MOST else tuple(added)


def _said(summary: CustomerSummary) -> Iterator[str]:
    yield from summary.sentences
    yield from summary.decisions
    for each in (*summary.we_will, *summary.you_will):
        yield f"{each.what}{_by(each.due)}"
    yield from (each.text for each in summary.heard)
    yield from (each.summary for each in summary.concerns)
    yield from (each for each in (summary.ask, summary.commitment) if each)
    if summary.next_review is not None:
        yield summary.next_review.on.isoformat()


def _by(due: date | None) -> str:
    return f" ({due.isoformat()})" if due else ""
