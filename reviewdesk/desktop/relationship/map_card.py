"""What the card of the picture of the book says: each account by what it thinks of us, and those that said nothing."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.insights.words import named, short
from reviewdesk.desktop.relationship.map_chart import PlaceMark
from reviewdesk.desktop.relationship.words import TAB, TONES, UNKNOWN, figure, lead_to, name_of
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import format_money, rounded
from reviewdesk.domain.relationship import Segment
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.relationship_values import BookRelationships, RelationshipPoint

MAP_COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("What it is", width=22),
    InsightColumn("R", Holds.NUMBER, width=5),
    InsightColumn("P", Holds.NUMBER, width=5),
    InsightColumn("Uniqueness", Holds.COUNT, width=9, gives_way=1),
    InsightColumn("Rests on", width=16, gives_way=2),
    InsightColumn("Revenue", Holds.MONEY, width=10),
)
_RULE: Final = (
    "R is the mean of trust, commitment and satisfaction, P of product benefit and service, each the newest answer of "
    "12 months. Provisional: fewer than two answers are the customer’s own."
)


def map_told(found: BookRelationships) -> Told | None:
    """Show every account, beside the picture those of which R or P is not known; nothing while none is known."""
    if not found.points:
        return None
    placed = [each for each in found.points if each.r is not None and each.p is not None]
    most = max((float(each.revenue) for each in found.points if each.revenue and each.revenue > 0), default=0.0)
    counts = Counter(each.segment for each in placed)
    said = "; ".join(f"{counts[each]:,} {each}" for each in Segment if counts[each])
    known = f"{accounts(len(placed))} by what they think of us: {said}." if placed else "Of no account both are known."
    ordered = sorted(found.points, key=_worst_first)
    return Told(
        sentence=known, picture=(*(_place(found, each, most) for each in ordered), *_unknown_mark(found)),
        lines=(*(_line(found, each) for each in ordered), *_unknown_lines(found)), remarks=(Remark(_RULE),),
        currency=found.currency, about=f"{accounts(len(found.points))}, as of {short_day(found.today, found.today)}",
    )  # fmt: skip


def _unknown_mark(found: BookRelationships) -> Iterator[PlaceMark]:
    """Give all accounts of which nothing is known as one."""
    if found.unknown_ids:
        names = [found.names[each] for each in found.unknown_ids]
        words = "Accounts of which nothing is known yet"
        yield PlaceMark(
            said=f"Nothing is known yet of {named(names)}", lead=lead_to(found.unknown_ids, words),
            name=names[0] if len(names) == 1 else "", r=None, p=None, tone=Tone.NEUTRAL, count=len(names),
        )  # fmt: skip


def _unknown_lines(found: BookRelationships) -> Iterator[InsightLine]:
    for each in found.unknown_ids:
        cells = (found.names[each], name_of(None), None, None, None, "nothing yet", None)
        yield InsightLine(cells, Lead((each,), tab=TAB))


def _place(found: BookRelationships, point: RelationshipPoint, most: float) -> PlaceMark:
    revenue = max(float(point.revenue or 0), 0.0)
    money = f", revenue {format_money(point.revenue, found.currency, short=True)}" if point.revenue else ""
    return PlaceMark(
        said=f"{short(point.name)}: {point.segment or UNKNOWN}, R {figure(point.r)}, P {figure(point.p)}{_rests(point)}"
        f"{money}",
        lead=Lead((point.id,), tab=TAB), name=point.name, r=_known(point.r), p=_known(point.p),
        tone=TONES[point.segment] if point.segment else Tone.NEUTRAL, share=revenue / most if most else 0.0,
        is_guessed=point.is_guessed, is_provisional=point.is_provisional,
    )  # fmt: skip


def _known(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _rests(point: RelationshipPoint) -> str:
    words = [word for word, is_so in (("provisional", point.is_provisional), ("our guess", point.is_guessed)) if is_so]
    return f" ({', '.join(words)})" if words else ""


def _line(found: BookRelationships, point: RelationshipPoint) -> InsightLine:
    rests = _rests(point).strip(" ()") or "their answers"
    revenue = None if point.revenue is None else rounded(point.revenue, found.currency)
    cells = (
        point.name, name_of(point.segment), _number(point.r), _number(point.p), point.unique, rests, revenue,
    )  # fmt: skip
    return InsightLine(cells, Lead((point.id,), tab=TAB))


def _number(value: Fraction | None) -> Decimal | None:
    return None if value is None else Decimal(figure(value))


def _worst_first(point: RelationshipPoint) -> tuple[int, str]:
    order = list(Segment)
    return (order.index(point.segment) if point.segment else len(order)), point.name.casefold()
