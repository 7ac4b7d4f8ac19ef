"""What the cards of the page Relationship say: the picture, segments, where to start, what is ours, who switched."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final
from uuid import UUID

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.insights.words import named, short, some_of
from reviewdesk.desktop.relationship.words import (
    NEXT,
    TAB,
    TONES,
    dimension_words,
    figure,
    gap_words,
    lead_to,
    name_of,
    start_words,
    weighed_words,
)
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.money import format_money, rounded
from reviewdesk.domain.relationship import COMPANY_ISSUE_AT, Segment
from reviewdesk.domain.switch import Direction, Switch
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.relationship_values import BookRelationships, RelationshipPoint

GUESSED: Final = ", our guess"
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
    InsightColumn("Gap on average", Holds.NUMBER, width=8),
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


_OURS: Final = (
    f"The same gap at {COMPANY_ISSUE_AT} accounts is no longer about one customer. A gap is there as soon as something "
    "matters a point more than they give it, at steady customers too; beside it stands what it is on average."
)


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
                label=start_words(each, found.currency), lead=Lead((each.account_id,), tab=TAB), tone=Tone.WARN,
                said=f"{short(found.names[each.account_id])}: {each.gap.dimension} {weighed_words(each.gap)}: "
                f"{gap_words(each.gap)}, times revenue of {format_money(each.revenue, found.currency, short=True)}",
                hatched=each.gap.is_guess,
            )
            for each in found.starts
        ),
        lines=tuple(
            InsightLine(
                (
                    found.names[each.account_id], dimension_words(each.gap.dimension),
                    f"{gap_words(each.gap)}{GUESSED if each.gap.is_guess else ''}",
                    rounded(each.revenue, found.currency), rounded(each.weight, found.currency),
                ),
                Lead((each.account_id,), tab=TAB),
            )
            for each in found.starts
        ),
        remarks=tuple(map(Remark, _start_remarks(found))), currency=found.currency,
    )  # fmt: skip


def issues_told(found: BookRelationships) -> Told | None:
    """Say what falls short at three accounts or more: that is ours to mend, not theirs to bear."""
    if not found.issues:
        return None
    return Told(
        sentence=f"Ours to mend: {some_of([each.value for each in found.issues])}.",
        picture=tuple(_issue_bar(found, each) for each in found.issues),
        lines=tuple(_issue_line(found, each) for each in found.issues),
        remarks=(Remark(_OURS),),
    )


def _start_remarks(found: BookRelationships) -> Iterator[str]:
    yield "Importance × what is missing to it, times the revenue of 12 months: the five largest."
    if any(each.gap.is_guess for each in found.starts):
        yield "Hatched: our guess; ask them before you act on it."
    if found.without_revenue:
        yield f"{accounts(found.without_revenue)} with gaps and no known revenue left out."


def _issue_bar(found: BookRelationships, dimension: Asked) -> RowMark:
    names, guessed, mean = _fall_short(found, dimension)
    guesses = f", {guessed:,} of them as we guess" if guessed else ""
    return RowMark(
        name=dimension_words(dimension), value=float(len(names)), tone=Tone.BAD,
        label=f"{accounts(len(names))}, {mean} on average",
        said=f"{dimension_words(dimension)} falls short at {accounts(len(names))}{guesses}: {named(names)}",
        lead=_issue_lead(found, dimension), hatched=guessed == len(names),
    )  # fmt: skip


def _issue_line(found: BookRelationships, dimension: Asked) -> InsightLine:
    names, guessed, mean = _fall_short(found, dimension)
    guesses = f" (our guess at {guessed:,})" if guessed else ""
    return InsightLine(
        (dimension_words(dimension), len(names), Decimal(mean), f"{', '.join(names)}{guesses}"),
        _issue_lead(found, dimension),
    )


def _issue_lead(found: BookRelationships, dimension: Asked) -> Lead:
    return Lead(found.issues[dimension], f"Accounts where {dimension} falls short")


def _fall_short(found: BookRelationships, dimension: Asked) -> tuple[list[str], int, str]:
    """Give the names of the accounts where a dimension falls short, at how many we only guess so, the mean gap."""
    ids = found.issues[dimension]
    gaps = [gap for id in ids for gap in found.gaps[id] if gap.dimension is dimension]
    mean = Fraction(sum(each.size for each in gaps), len(gaps))
    return [found.names[each] for each in ids], sum(each.is_guess for each in gaps), figure(mean)


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


def _lead(points: Sequence[RelationshipPoint], words: str) -> Lead:
    return lead_to(tuple(each.id for each in points), words)


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
