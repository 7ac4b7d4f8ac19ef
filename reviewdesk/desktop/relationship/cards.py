"""What the cards of the page Relationship say: the picture, segments, where to start, what is ours, who switched."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final
from uuid import UUID

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.insights.words import named, short, some_of
from reviewdesk.desktop.relationship.map_chart import PlaceMark
from reviewdesk.desktop.relationship.words import (
    NEXT,
    TONES,
    UNKNOWN,
    dimension_words,
    figure,
    gap_words,
    name_of,
)
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import format_money, rounded
from reviewdesk.domain.relationship import COMPANY_ISSUE_AT, Segment
from reviewdesk.domain.switch import Direction, Switch
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.relationship_values import BookRelationships, RelationshipPoint

TAB: Final = "relationship"
MAP_COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("What it is", width=22),
    InsightColumn("R", Holds.NUMBER, width=5),
    InsightColumn("P", Holds.NUMBER, width=5),
    InsightColumn("Uniqueness", Holds.COUNT, width=9, gives_way=1),
    InsightColumn("Rests on", width=16, gives_way=2),
    InsightColumn("Revenue", Holds.MONEY, width=10),
)
SEGMENT_COLUMNS: Final = (
    InsightColumn("What it is", width=22),
    InsightColumn("Accounts", Holds.COUNT, width=8),
    InsightColumn("What to do", width=30, stretches=True),
)
START_COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("What falls short", width=16),
    InsightColumn("Gap", width=12),
    InsightColumn("Revenue", Holds.MONEY, width=10),
    InsightColumn("Gap × revenue", Holds.MONEY, width=12),
)
ISSUE_COLUMNS: Final = (
    InsightColumn("What falls short", width=16),
    InsightColumn("Accounts", Holds.COUNT, width=8),
    InsightColumn("At", width=30, stretches=True),
)
SWITCH_COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("Which way", width=12),
    InsightColumn("Rival", width=14),
    InsightColumn("Line", width=12, gives_way=1),
    InsightColumn("When", Holds.DAY, width=10),
    InsightColumn("Rival’s price, %", Holds.NUMBER, width=8),
    InsightColumn("Why", width=20, stretches=True),
)
_RULE: Final = (
    "R is the mean of trust, commitment and satisfaction, P of product benefit and service, each the newest answer of "
    "12 months. Provisional: fewer than two answers are the customer’s own."
)


def map_told(found: BookRelationships) -> Told | None:
    """Show every account of which R and P are known; nothing while nothing is known of any."""
    if not found.points:
        return None
    placed = [each for each in found.points if each.r is not None and each.p is not None]
    most = max((float(each.revenue) for each in placed if each.revenue and each.revenue > 0), default=0.0)
    counts = Counter(each.segment for each in placed)
    said = "; ".join(f"{counts[each]:,} {each}" for each in Segment if counts[each])
    known = f"{accounts(len(placed))} by what they think of us: {said}." if placed else "Of no account both are known."
    half = [each.name for each in found.points if each.r is None or each.p is None]
    remarks = [Remark(_RULE)]
    if half:
        remarks.append(Remark(f"Not placed, since one side is not known: {named(half)}."))
    if found.unknown:
        remarks.append(Remark(f"Of {accounts(found.unknown)} nothing is known yet."))
    return Told(
        sentence=known, picture=tuple(_place(found, each, most) for each in placed),
        lines=tuple(_line(found, each) for each in sorted(found.points, key=_worst_first)), remarks=tuple(remarks),
        currency=found.currency, about=f"{accounts(len(found.points))}, as of {short_day(found.today, found.today)}",
    )  # fmt: skip


def segments_told(found: BookRelationships) -> Told | None:
    """Say how many accounts there are of each segment, and what to do about it."""
    groups: dict[Segment, list[RelationshipPoint]] = defaultdict(list)
    for each in found.points:
        if each.segment is not None:
            groups[each.segment].append(each)
    if not groups:
        return None
    there = [each for each in Segment if each in groups]
    bad = len(groups[Segment.AGAINST])
    sentence = f"{accounts(bad)} against us for now." if bad else "No account is against us."
    return Told(
        sentence=sentence,
        picture=tuple(_segment_bar(each, groups[each]) for each in there),
        lines=tuple(
            InsightLine((name_of(each), len(groups[each]), NEXT[each]), _lead(groups[each], name_of(each)))
            for each in there
        ),
    )


def starts_told(found: BookRelationships) -> Told | None:
    """Say where to start: the five largest gaps x revenue."""
    if not found.starts:
        return None
    first = found.starts[0]
    name = short(found.names[first.account_id])
    return Told(
        sentence=f"Start with {first.gap.dimension} at {name}.",
        picture=tuple(
            RowMark(
                name=f"{found.names[each.account_id]}: {each.gap.dimension}", value=float(each.weight),
                label=gap_words(each.gap), lead=Lead((each.account_id,), tab=TAB), tone=Tone.WARN,
                said=f"{short(found.names[each.account_id])}: {each.gap.dimension} matters {each.gap.importance}, they "
                f"give it {each.gap.performance}: {gap_words(each.gap)}, times revenue of "
                f"{format_money(each.revenue, found.currency, short=True)}",
            )
            for each in found.starts
        ),
        lines=tuple(
            InsightLine(
                (
                    found.names[each.account_id], dimension_words(each.gap.dimension), gap_words(each.gap),
                    rounded(each.revenue, found.currency), rounded(each.weight, found.currency),
                ),
                Lead((each.account_id,), tab=TAB),
            )
            for each in found.starts
        ),
        remarks=(Remark("Importance × what is missing to it, times the revenue of 12 months: the five largest."),),
        currency=found.currency,
    )  # fmt: skip


def issues_told(found: BookRelationships) -> Told | None:
    """Say what falls short at three accounts or more: that is ours to mend, not theirs to bear."""
    if not found.issues:
        return None
    at = {each: [found.names[one] for one in ids] for each, ids in found.issues.items()}
    lead = {each: Lead(ids, f"Accounts where {each} falls short") for each, ids in found.issues.items()}
    return Told(
        sentence=f"Ours to mend: {some_of([each.value for each in found.issues])}.",
        picture=tuple(
            RowMark(
                name=dimension_words(each), value=float(len(names)), label=accounts(len(names)), lead=lead[each],
                said=f"{dimension_words(each)} falls short at {accounts(len(names))}: {named(names)}", tone=Tone.BAD,
            )
            for each, names in at.items()
        ),
        lines=tuple(
            InsightLine((dimension_words(each), len(names), ", ".join(names)), lead[each])
            for each, names in at.items()
        ),
        remarks=(Remark(f"The same gap at {COMPANY_ISSUE_AT} accounts is no longer about one customer."),),
    )  # fmt: skip


def switches_told(found: BookRelationships) -> Told | None:
    """Say which rivals business went to and came from."""
    if not found.switches:
        return None
    went = sum(each.direction is Direction.TO_RIVAL for each in found.switches)
    return Told(
        sentence=f"{went:,} went to a rival, {len(found.switches) - went:,} came from one.",
        picture=tuple(_rival_bars(found.switches)),
        lines=tuple(_switch_line(found, each) for each in found.switches),
        remarks=(Remark("As noted under Details of each account. A price below 0 is cheaper than ours."),),
    )


def _place(found: BookRelationships, point: RelationshipPoint, most: float) -> PlaceMark:
    revenue = max(float(point.revenue or 0), 0.0)
    money = f", revenue {format_money(point.revenue, found.currency, short=True)}" if point.revenue else ""
    return PlaceMark(
        said=f"{short(point.name)}: {point.segment or UNKNOWN}, R {figure(point.r)}, P {figure(point.p)}{_rests(point)}"
        f"{money}",
        lead=Lead((point.id,), tab=TAB), name=point.name, r=float(point.r or 0), p=float(point.p or 0),
        tone=TONES[point.segment] if point.segment else Tone.NEUTRAL, share=revenue / most if most else 0.0,
        is_guessed=point.is_guessed, is_provisional=point.is_provisional,
    )  # fmt: skip


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


def _lead(points: Sequence[RelationshipPoint], words: str) -> Lead:
    ids = tuple(each.id for each in points)
    return Lead(ids, words) if len(ids) > 1 else Lead(ids, tab=TAB)


def _segment_bar(segment: Segment, points: Sequence[RelationshipPoint]) -> RowMark:
    return RowMark(
        name=name_of(segment), value=float(len(points)), label=f"{len(points):,}", tone=TONES[segment],
        said=f"{name_of(segment)}: {named([each.name for each in points])}. {NEXT[segment]}",
        lead=_lead(points, name_of(segment)),
    )  # fmt: skip


def _rival_bars(switches: Sequence[Switch]) -> Iterator[RowMark]:
    rivals: dict[str, list[Switch]] = defaultdict(list)
    for each in switches:
        rivals[each.rival or "no rival named"].append(each)
    for rival, several in sorted(rivals.items(), key=lambda each: (-len(each[1]), each[0].casefold())):
        went = sum(each.direction is Direction.TO_RIVAL for each in several)
        ids: tuple[UUID, ...] = tuple(dict.fromkeys(each.account_id for each in several))
        label = f"{went:,} to, {len(several) - went:,} from"
        yield RowMark(
            name=rival, value=float(went), label=label, said=f"{rival}: {label} them, {accounts(len(ids))}",
            tone=Tone.BAD if went else Tone.GOOD, lead=Lead(ids, f"Switches to or from {rival}", tab="details"),
        )  # fmt: skip


def _switch_line(found: BookRelationships, switch: Switch) -> InsightLine:
    cells = (
        found.names.get(switch.account_id, ""), switch.direction.value, switch.rival, switch.line, switch.switched_on,
        switch.price_difference, switch.reason,
    )  # fmt: skip
    return InsightLine(cells, Lead((switch.account_id,), tab="details"))
