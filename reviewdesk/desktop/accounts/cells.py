"""How each column of the list of accounts is shown, and what it is sorted by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.table_model import Cell, Column
from reviewdesk.domain.custom_field import CustomField
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.intervals import DueState, counted_days, short_day
from reviewdesk.domain.money import format_money
from reviewdesk.domain.text import fold
from reviewdesk.services.account_columns import COLUMNS as OFFERED
from reviewdesk.services.account_columns import AccountColumn, Holds
from reviewdesk.services.account_filter import GONE, Listed
from reviewdesk.services.health_values import health_words
from reviewdesk.services.own_columns import own_columns

_EMPTY: Final = Cell("")
_NOTICE_NEAR: Final = 90
_TONES: Final = {Band.HEALTHY: Tone.GOOD, Band.WATCH: Tone.WARN, Band.AT_RISK: Tone.BAD}


@dataclass(slots=True)
class Day:
    """The day the list is looked at on, which the words of its cells depend on."""

    today: date


def _name(each: Listed, _today: date) -> Cell:
    row = each.row
    meta = " · ".join(part for part in (row.industry, row.city, row.owner) if part)
    gone = f" ({row.status})" if row.status in GONE else ""
    return Cell(row.name + gone, tile=row.name, meta=meta, muted=bool(gone))


def _tier(each: Listed, _today: date) -> Cell:
    row = each.row
    meta = f"would be {row.would_be} now" if row.would_be else "set by hand" if row.tier_is_pinned else ""
    said = f"{row.tier}, {meta}" if meta and row.tier else ""
    return Cell(row.tier or "", muted=True, meta=meta, said=said)


def _health(each: Listed, _today: date) -> Cell:
    row = each.row
    meta = f"based on {row.basis} of 100" if row.basis else ""
    if row.health is None:
        return Cell("not enough known" if row.basis is not None else "", muted=True, meta=meta)
    tone = Tone.NEUTRAL if row.never_asked and row.band is Band.HEALTHY else _TONES[row.band]
    return Cell(health_words(row.health, row.band, never_asked=row.never_asked), tone, pill=True, meta=meta)


def _review(each: Listed, today: date) -> Cell:
    due = each.row.next_review
    if due is None:
        return _EMPTY
    is_today = due.state is DueState.BOOKED and due.day == today
    tones = {DueState.LATE: Tone.BAD, DueState.OVER: Tone.WARN, DueState.SOON: Tone.WARN}
    tone = Tone.ACCENT if is_today else tones.get(due.state)
    return Cell(due.words, tone=tone, pill=tone is not None, muted=tone is None)


def _step(each: Listed, today: date) -> Cell:
    row = each.row
    if not row.next_step:
        return Cell("–", muted=True, said="none")
    if row.next_step_on is None:
        return Cell(row.next_step)
    over = row.next_step_on < today
    day = "overdue" if over else "today" if row.next_step_on == today else short_day(row.next_step_on, today)
    return Cell(f"{row.next_step}, {day}")


def _spoke(each: Listed, _today: date) -> Cell:
    days = each.row.spoke_days
    words = "never" if days is None else "today" if days == 0 else counted_days(days)
    quiet = each.row.is_quiet
    return Cell(words, muted=not quiet, tone=Tone.WARN if quiet else None, said=f"{words}, quiet" if quiet else "")


def _concerns(each: Listed, _today: date) -> Cell:
    count = each.row.open_concerns
    grave = each.row.worst_severity >= 3
    return Cell(f"{count}" if count else "", tone=Tone.BAD if grave else None, strong=grave)


def _promises(each: Listed, _today: date) -> Cell:
    count = each.row.late_promises
    return Cell(f"{count}" if count else "", tone=Tone.BAD, strong=True)


def _revenue(each: Listed, _today: date) -> Cell:
    row = each.row
    if row.revenue is None:
        return Cell("no rate", muted=True, said="no exchange rate") if row.lacks_rate else Cell("", said="no purchases")
    return Cell(format_money(row.revenue, row.currency, short=True))


def _notice(each: Listed, today: date) -> Cell:
    day = each.own.get("notice")
    if day is None:
        return _EMPTY
    left = (day - today).days
    presses = "open_notice" in each.own and 0 <= left <= _NOTICE_NEAR
    words = short_day(day, today)
    if presses:
        return Cell(words, Tone.WARN, pill=True, said=f"{words}, nothing agreed")
    return Cell(words, muted=left < 0)


def _change(each: Listed, _today: date) -> Cell:
    change = each.own.get("change")
    if change is None:
        return _EMPTY
    words = f"{change:+} %".replace("-", "−") if change else "0 %"
    return Cell(words, Tone.BAD if change < 0 else None)


def _status(each: Listed, _today: date) -> Cell:
    return Cell(each.row.status.value, muted=each.row.status in GONE)


_OWN: Final[Mapping[str, Callable[[Listed, date], Cell]]] = {
    "name": _name, "tier": _tier, "health": _health, "review": _review, "step": _step, "spoke": _spoke,
    "concerns": _concerns, "promises": _promises, "revenue": _revenue, "notice": _notice, "change": _change,
    "status": _status,
}  # fmt: skip


def _plain(column: AccountColumn) -> Callable[[Listed, date], Cell]:
    """Show what a column holds as it is."""

    def cell(each: Listed, today: date) -> Cell:
        value = column.value(each)
        if value is None:
            return _EMPTY
        if isinstance(value, date):
            return Cell(short_day(value, today), muted=True)
        if column.holds is Holds.PER_CENT:
            return Cell(f"{value} %")
        return Cell(f"{value:,}" if isinstance(value, int | Decimal) else value)

    return cell


def _on(day: Day, cell: Callable[[Listed, date], Cell]) -> Callable[[Listed], Cell]:
    def shown(each: Listed) -> Cell:
        return cell(each, day.today)

    return shown


def _by_concerns(each: Listed) -> tuple[int, int] | None:
    return (each.row.worst_severity, each.row.open_concerns) if each.row.open_concerns else None


def _by_step(each: Listed) -> tuple[int, str] | None:
    row = each.row
    return ((row.next_step_on or date.max).toordinal(), fold(row.next_step)) if row.next_step else None


def _by_spoke(each: Listed) -> int | None:
    return each.row.spoke_days


def _by_value(column: AccountColumn) -> Callable[[Listed], Any]:
    """Sort words as they are found, and figures as numbers, which compare faster."""
    value = column.value

    def order(each: Listed) -> Any:  # noqa: ANN401 - words or a number, the same for a whole column
        found = value(each)
        if isinstance(found, str):
            return fold(found)
        if isinstance(found, date):
            return found.toordinal()
        return float(found) if isinstance(found, Decimal) else found

    return order


_ORDERS: Final[Mapping[str, Callable[[Listed], Any]]] = {
    "concerns": _by_concerns,
    "step": _by_step,
    "spoke": _by_spoke,
}
_WIDTHS: Final = {
    "name": 22, "tier": 6, "health": 16, "review": 15, "step": 22, "spoke": 10, "concerns": 10, "promises": 6,
    "revenue": 11, "would_be": 11, "owner": 16, "industry": 16, "city": 14, "parent": 18, "tags": 18, "lines": 18,
    "rivals": 18, "status": 9, "country": 12, "people": 8, "basis": 9, "change": 16, "wallet": 15, "supplier": 17,
}  # fmt: skip
_STRETCH: Final = {"name": 5, "review": 1, "step": 4, "revenue": 1, "health": 1}
_GIVES_WAY: Final = {"promises": 6, "step": 5, "concerns": 4, "spoke": 3, "tier": 2, "revenue": 1}
_FALLS: Final = frozenset({Holds.MONEY, Holds.COUNT, Holds.PER_CENT})
_RISES: Final = frozenset({"health", "basis", "gut"})
_HINTS: Final = {"promises": "Promises of ours that are late", "spoke": "The last two-way contact"}
_USUAL_WIDTH: Final = 15


def columns_on(day: Day, own: Sequence[CustomField] = ()) -> tuple[Column[Listed], ...]:
    """Give every column the list offers, its words as of the day, and behind them the person's own fields."""
    return tuple(_column(each, day) for each in (*OFFERED, *own_columns(own)))


def _column(column: AccountColumn, day: Day) -> Column[Listed]:
    key = column.key
    return Column(
        key,
        column.title,
        _on(day, _OWN.get(key) or _plain(column)),
        _ORDERS.get(key) or _by_value(column),
        width=_WIDTHS.get(key, _USUAL_WIDTH),
        stretch=_STRETCH.get(key, 0),
        right=column.holds in (Holds.MONEY, Holds.PER_CENT, Holds.NUMBER),
        goes_first=_GIVES_WAY.get(key, 0),
        falls=column.holds in _FALLS and key not in _RISES,
        hint=_HINTS.get(key, ""),
    )
