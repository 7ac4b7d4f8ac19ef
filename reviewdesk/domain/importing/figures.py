"""What a newer file of sales figures no longer holds, which the person may have taken out."""

from collections.abc import Collection, Sequence
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.drafts import Desk, Draft, Drafts
from reviewdesk.domain.importing.existing import KeyRing
from reviewdesk.domain.importing.incoming import FigureSpan
from reviewdesk.domain.purchase import Purchase

VANISHED = "vanished:"
_KEEP = "keep"
_OUT = "out"
_SHOWN = 3


def taken_out(
    drafts: Drafts[Purchase], spans: Sequence[FigureSpan], seen: Collection[tuple[str, str]], keys: KeyRing, desk: Desk
) -> tuple[Purchase, ...]:
    """Offer, once for each set, to take out figures of the months it covers that it no longer holds."""
    found: list[Purchase] = []
    for source in dict.fromkeys(each.source for each in spans):
        covered = [each for each in spans if each.source == source]
        gone = [each for each in _gone(drafts, covered, seen, keys) if each.before is not None]
        if gone and _asked(source, covered[0], gone, desk) == _OUT:
            found += [each.after for each in gone]
    return tuple(found)


def _gone(
    drafts: Drafts[Purchase], spans: Sequence[FigureSpan], seen: Collection[tuple[str, str]], keys: KeyRing
) -> list[Draft[Purchase]]:
    source = spans[0].source
    known = ((id, drafts.by_id.get(record)) for id, record in keys.of(Kind.PURCHASE, source))
    return [
        draft
        for id, draft in known
        if draft is not None and (source, id) not in seen and any(each.holds(draft.after.bought_on) for each in spans)
    ]


def _asked(source: str, span: FigureSpan, gone: Sequence[Draft[Purchase]], desk: Desk) -> str:
    count = len(gone)
    examples = "; ".join(_shown(each.after, desk) for each in gone[:_SHOWN])
    return desk.deciding.ask(
        f"{VANISHED}{source}",
        "1 figure of the book is no longer in the file"
        if count == 1
        else f"{count:,} figures of the book are no longer in the file",
        f"{span.file}: {examples}" + (f" and {count - _SHOWN:,} more" if count > _SHOWN else ""),
        {_KEEP: "keep them", _OUT: "take them out"},
        _KEEP,
    )


def _shown(purchase: Purchase, desk: Desk) -> str:
    named: UUID = purchase.account_id
    return f"{desk.shown(named)}, {purchase.bought_on:%Y-%m}, {purchase.amount:,}"
