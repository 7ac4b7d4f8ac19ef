"""What sales figures take the place of: those a newer file no longer holds, and deals that say the same once more."""

from collections.abc import Collection, Sequence
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.drafts import Desk, Draft, Drafts
from reviewdesk.domain.importing.existing import KeyRing
from reviewdesk.domain.importing.incoming import FIGURES, FigureSpan
from reviewdesk.domain.importing.purchases import Bought
from reviewdesk.domain.purchase import Purchase

VANISHED = "vanished:"
TWICE = "twice-counted:"
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


def counted_twice(
    drafts: Drafts[Purchase], spans: Sequence[FigureSpan], account_ids: Collection[UUID], keys: KeyRing, desk: Desk
) -> tuple[Purchase, ...]:
    """Ask about deals in the book that lie in the months of figures and are of the same accounts.

    Both would count as revenue; the deals stay until the person has them taken out.
    """
    if not spans:
        return ()
    of_finance = keys.records_of(Kind.PURCHASE, FIGURES)
    other = [
        each.before
        for each in drafts
        if each.before is not None
        and each.before.id not in of_finance
        and each.before.account_id in account_ids
        and any(span.holds(each.before.bought_on) for span in spans)
    ]
    if not other:
        return ()
    chosen = desk.deciding.ask(
        f"{TWICE}{spans[0].source}",
        f"The book holds {len(other):,} {'purchase' if len(other) == 1 else 'purchases'} of deals in these months too",
        "With the figures of finance the same revenue counts twice, if these are the same sales",
        {_KEEP: "they are other sales: count both", _OUT: "take the deals' purchases out"},
        _KEEP,
    )
    return tuple(other) if chosen == _OUT else ()


def note_deals_beside(drafts: Drafts[Purchase], bought: Bought, keys: KeyRing, desk: Desk) -> None:
    """Say that deals are counted beside the figures of finance that the book holds of the same accounts and days."""
    of_finance = keys.records_of(Kind.PURCHASE, FIGURES)
    held = [each.before for each in drafts if each.before is not None and each.before.id in of_finance]
    if not held:
        return
    accounts, days = {each.account_id for each in held}, [each.bought_on for each in held]
    first, last = min(days), max(days)
    beside = sum(1 for row, id in bought if not row.is_figure and id in accounts and first <= row.bought_on <= last)
    if beside:
        deals = "1 deal of these accounts is" if beside == 1 else f"{beside:,} deals of these accounts are"
        desk.notes.append(
            f"The book counts the sales figures of finance from {first:%B %Y} to {last:%B %Y}: "
            f"{deals} counted beside them."
        )


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
