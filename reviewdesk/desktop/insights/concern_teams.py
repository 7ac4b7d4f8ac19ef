"""The card of who answers for concerns: teams, or people in a book without teams, with the clocks they kept."""

from collections.abc import Iterator
from typing import Final

from reviewdesk.desktop.insights.concern_words import (
    DAYS,
    clock_words,
    concerns,
    lead_of,
    middle_cells,
    said_of,
)
from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.concern import SEVERITIES
from reviewdesk.domain.concern_figures import ConcernFigures
from reviewdesk.domain.today_clocks import BY_HOURS
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.concern_insights import ConcernGroup, ConcernsTogether

COLUMNS: Final = (
    InsightColumn("Who", width=12, stretches=True),
    InsightColumn("Severity", width=8),
    InsightColumn("Concerns", Holds.COUNT, width=9),
    InsightColumn("Open", Holds.COUNT, width=6),
    InsightColumn("Answered in time", Holds.COUNT, width=16, gives_way=1),
    InsightColumn("Answered too late", Holds.COUNT, width=16, gives_way=2),
    InsightColumn("Plan in time", Holds.COUNT, width=12, gives_way=3),
    InsightColumn("Plan too late", Holds.COUNT, width=12, gives_way=3),
    InsightColumn("Days to cause", Holds.COUNT, width=13, gives_way=2),
    InsightColumn("known of", Holds.COUNT, width=9, gives_way=7),
    InsightColumn("Days to fix", Holds.COUNT, width=11, gives_way=2),
    InsightColumn("fixed, known", Holds.COUNT, width=12, gives_way=7),
    InsightColumn("Confirmed", Holds.COUNT, width=10, gives_way=5),
    InsightColumn("Not confirmed", Holds.COUNT, width=13, gives_way=6),
    InsightColumn("Accounts", Holds.COUNT, width=9, gives_way=4),
    InsightColumn("Revenue touched", Holds.MONEY, width=15, gives_way=5),
)
MOST: Final = 8
NOBODY: Final = "Nobody named"
ALL: Final = "All concerns"
_RULE: Final = (
    "A clock that still runs does not count, nor one whose end is not known. Who answers on the day on which the "
    "working hours for it end, answers in time."
)


def told(found: ConcernsTogether) -> Told | None:
    """Say who of us answers for the concerns and how well; nothing where there is none."""
    every = found.everything
    if not every.figures.count:
        return None
    groups = found.by_who
    severities = (_severity(each, figures, found) for each, figures in every.by_severity.items())
    return Told(
        sentence=_sentence(found),
        picture=(*(_mark(found, each) for each in groups[:MOST]), *_rest(groups[MOST:]), *severities),
        lines=tuple(line for each in groups for line in _lines(found, each)),
        remarks=(Remark(f"{_RULE} {DAYS}"),),
        currency=found.currency,
    )


def _sentence(found: ConcernsTogether) -> str:
    figures = found.everything.figures
    by = "by team" if found.teams else "by person"
    by = by if found.people else "together, for nobody of ours is named for them"
    kept = (clock_words("acknowledged", figures.acknowledged), clock_words("plan", figures.planned))
    said = "; ".join(each for each in kept if each) or "no clock has ended yet"
    return f"{concerns(figures.count)} {by}: {said}."


def _name(found: ConcernsTogether, group: ConcernGroup) -> str:
    return group.name or (NOBODY if found.people else ALL)


def _mark(found: ConcernsTogether, group: ConcernGroup) -> RowMark:
    name, count, still = _name(found, group), group.figures.count, group.figures.open
    return RowMark(
        name=name,
        value=float(count),
        label=f"{count:,}, {still:,} open" if still else f"{count:,}",
        said=said_of(found, name, group),
        lead=lead_of(group.figures, f"Concerns: {name}", group.name),
        quiet=not group.name and found.people,
    )


def _rest(groups: tuple[ConcernGroup, ...]) -> tuple[RowMark, ...]:
    if not groups:
        return ()
    count = sum(each.figures.count for each in groups)
    words = f"{len(groups):,} more"
    accounts = tuple(dict.fromkeys(account for each in groups for account in each.figures.account_ids))
    ids = tuple(one for each in groups for one in each.figures.ids)
    lead = Lead(accounts, f"Concerns: {words}", concern_ids=ids)
    said = f"{words}: {concerns(count)}; the table names them"
    return (RowMark(name=words, value=None, label=f"{count:,}", said=said, lead=lead, quiet=True),)


def _severity(severity: int, figures: ConcernFigures, found: ConcernsTogether) -> RowMark:
    within, planned = found.answer_within[BY_HOURS - severity], found.plan_within[BY_HOURS - severity]
    first = f"{within} working hours" if severity == BY_HOURS else _days(within)
    answered, plan = clock_words("answered", figures.acknowledged), clock_words("plan", figures.planned)
    short = [each.replace(" in time", "") for each in (answered, plan) if each]
    parts = (
        f"{answered} ({first})" if answered else "",
        f"{plan} ({_days(planned)})" if plan else "",
    )
    said = "; ".join(each for each in parts if each) or "no clock has ended yet"
    return RowMark(
        name=f"Severity {severity}",
        value=None,
        label=", ".join(short) or "clocks running",
        said=f"Severity {severity}, {SEVERITIES[severity]}, {concerns(figures.count)}: {said}",
        lead=lead_of(figures, f"Concerns of severity {severity}"),
        tone=Tone.NEUTRAL,
    )


def _days(days: int) -> str:
    return "1 working day" if days == 1 else f"{days} working days"


def _lines(found: ConcernsTogether, group: ConcernGroup) -> Iterator[InsightLine]:
    """Give a line for the whole, and one for each severity there is."""
    yield _line(found, group, "all", group.figures, whole=True)
    for severity, figures in group.by_severity.items():
        yield _line(found, group, str(severity), figures, whole=False)


def _line(
    found: ConcernsTogether, group: ConcernGroup, severity: str, figures: ConcernFigures, *, whole: bool
) -> InsightLine:
    name = _name(found, group)
    cells = (
        name, severity, figures.count, figures.open, figures.acknowledged.kept, figures.acknowledged.missed,
        figures.planned.kept, figures.planned.missed, *middle_cells(figures.cause), *middle_cells(figures.fix),
        figures.confirmed, figures.not_confirmed, len(figures.account_ids), group.revenue if whole else None,
    )  # fmt: skip
    words = f"Concerns: {name}" if whole else f"Concerns: {name}, severity {severity}"
    return InsightLine(cells, lead_of(figures, words, group.name))
