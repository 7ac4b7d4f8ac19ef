"""The card of concerns by cause: how many, how far they have come, and how long cause and fix took."""

from typing import Final

from reviewdesk.desktop.insights.concern_words import (
    DAYS,
    capital,
    lead_of,
    left_out,
    middle_cells,
    middle_words,
    said_of,
    summed_up,
)
from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.concern_insights import NOT_KNOWN, ConcernGroup, ConcernsTogether

COLUMNS: Final = (
    InsightColumn("Cause", width=11, stretches=True),
    InsightColumn("Concerns", Holds.COUNT, width=9),
    InsightColumn("Open", Holds.COUNT, width=6),
    InsightColumn("Days to cause", Holds.COUNT, width=13),
    InsightColumn("known of", Holds.COUNT, width=9, gives_way=6),
    InsightColumn("Days to fix", Holds.COUNT, width=11),
    InsightColumn("fixed, known", Holds.COUNT, width=12, gives_way=6),
    InsightColumn("Confirmed", Holds.COUNT, width=10, gives_way=4),
    InsightColumn("Not confirmed", Holds.COUNT, width=13, gives_way=5),
    InsightColumn("Accounts", Holds.COUNT, width=9, gives_way=2),
    InsightColumn("Revenue touched", Holds.MONEY, width=15, gives_way=3),
)


def told(found: ConcernsTogether) -> Told | None:
    """Say what was behind the concerns; nothing where there was none."""
    every = found.everything.figures
    if not every.count:
        return None
    took = (middle_words("root cause", every.cause, every.count), middle_words("fixed", every.fix, every.count))
    return Told(
        sentence=summed_up(found),
        picture=tuple(_mark(found, each) for each in found.by_cause),
        lines=tuple(_line(each) for each in found.by_cause),
        remarks=(Remark(f"{capital('; '.join(took))}. {DAYS}"), *left_out(found)),
        currency=found.currency,
    )


def _mark(found: ConcernsTogether, group: ConcernGroup) -> RowMark:
    name = capital(group.name)
    count, still = group.figures.count, group.figures.open
    return RowMark(
        name=name,
        value=float(count),
        label=f"{count:,}, {still:,} open" if still else f"{count:,}",
        said=said_of(found, name, group),
        lead=lead_of(group.figures, f"Concerns, cause {group.name}"),
        quiet=group.name == NOT_KNOWN,
    )


def _line(group: ConcernGroup) -> InsightLine:
    figures = group.figures
    cells = (
        capital(group.name), figures.count, figures.open, *middle_cells(figures.cause), *middle_cells(figures.fix),
        figures.confirmed, figures.not_confirmed, len(figures.account_ids), group.revenue,
    )  # fmt: skip
    return InsightLine(cells, lead_of(figures, f"Concerns, cause {group.name}"))
