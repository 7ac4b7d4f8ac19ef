"""The card of reviews held against due: for each quarter how many were due, and how many of them were held on time."""

from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.stacked_bars import StackedMark
from reviewdesk.domain.capacity import Quarter
from reviewdesk.domain.held_against_due import DueQuarter, DueReview, Kept
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.held_against_due import HeldAgainstDue

COLUMNS: Final = (
    InsightColumn("Quarter", width=22),
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("Due", Holds.DAY, width=11),
    InsightColumn("Held", Holds.DAY, width=11),
    InsightColumn("What became of it", width=14),
)
_TONES: Final = {Kept.ON_TIME: Tone.GOOD, Kept.LATE: Tone.WARN, Kept.NOT_HELD: Tone.BAD, Kept.AHEAD: Tone.ACCENT}
_HATCHED: Final = (Kept.LATE, Kept.AHEAD)
_RULE: Final = (
    "A review counts in the quarter in which it was due by the clock of its account: one interval after the last held "
    "one. On time is up to 13 days over. The interval is the one of today. A date that passed counts once, however "
    "long ago."
)


def told(found: HeldAgainstDue) -> Told | None:
    """Say what was due and what became of it; nothing where nothing was due yet."""
    if not any(each.reviews for each in found.quarters):
        return None
    return Told(
        sentence=_sentence(found),
        picture=tuple(mark for each in found.quarters for mark in _marks(each)),
        lines=tuple(_line(found, one.quarter, each) for one in reversed(found.quarters) for each in one.reviews),
        remarks=(Remark(_RULE),),
    )


def _sentence(found: HeldAgainstDue) -> str:
    over = [each for one in found.quarters for each in one.reviews if each.kept is not Kept.AHEAD]
    counts = ", ".join(f"{sum(each.kept is kept for each in over):,} {kept}" for kept in tuple(Kept)[:3])
    first = short_day(found.quarters[0].quarter.start, found.today)
    return f"Since {first} {len(over):,} reviews were due: {counts}."


def _marks(one: DueQuarter) -> list[StackedMark]:
    return [_mark(one, kept) for kept in Kept if one.of(kept)]


def _mark(one: DueQuarter, kept: Kept) -> StackedMark:
    reviews, name = one.of(kept), f"{_named(one.quarter)}, {kept}"
    ids = tuple(dict.fromkeys(each.account_id for each in reviews))
    return StackedMark(
        bar=_short(one.quarter),
        part=kept.value,
        value=len(reviews),
        said=f"{name}: {len(reviews):,} of {len(one.reviews):,} due",
        lead=Lead(ids, f"Due {name}"),
        tone=_TONES[kept],
        hatched=kept in _HATCHED,
    )


def _short(quarter: Quarter) -> str:
    """Name a quarter by its last month, as there is room for under a bar."""
    return f"to {short_day(quarter.end, quarter.end).split()[1]} {quarter.end:%y}"


def _named(quarter: Quarter) -> str:
    start = short_day(quarter.start, quarter.start).split()[1]
    return f"{start}-{short_day(quarter.end, quarter.end).split()[1]} {quarter.end.year}"


def _line(found: HeldAgainstDue, quarter: Quarter, due: DueReview) -> InsightLine:
    held = due.held.on if due.held is not None else None
    cells = (_named(quarter), found.names[due.account_id], due.due, held, due.kept.value)
    lead = Lead(review_id=due.held.id) if due.held is not None else Lead((due.account_id,))
    return InsightLine(cells, lead)
