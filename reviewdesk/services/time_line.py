"""Reads the time line of one account in pages."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.happening import Event, Topic, What, wanted
from reviewdesk.storage.lists.time_line import Happened, change_values, happened, years_of
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

PAGE: Final = 60
_LAST: Final = "9999-12-31"
_SCALE: Final = 10_000
_OURS: Final = frozenset({"owner_id", "known_by_id"})


@dataclass(frozen=True, slots=True)
class TimeLinePage:
    """A page of the time line, the newest first; `years` says in which years how much happened."""

    events: tuple[Event, ...]
    years: tuple[tuple[int, int], ...]
    has_more: bool


class TimeLineService:
    """Gives what happened with an account."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(
        self, account_id: UUID, topics: Collection[Topic] = (), *, year: int | None = None, skip: int = 0
    ) -> TimeLinePage:
        """Give the next page of what happened, up to the end of a year where one is given."""
        kinds = wanted(topics)
        until = f"{year}-12-31" if year else _LAST
        with self._store.read() as reading:
            rows = happened(reading.connection, account_id, kinds, until=until, skip=skip, most=PAGE + 1)
            events = _events(reading, account_id, rows[:PAGE])
            years = years_of(reading.connection, account_id, kinds)
        return TimeLinePage(events, years, len(rows) > PAGE)


def _events(reading: Reading, account_id: UUID, rows: Collection[Happened]) -> tuple[Event, ...]:
    names = {each.id.hex: each.name for each in reading.people.where(account_id=account_id)}
    numbers = [each for row in rows if row.what is What.CHANGED for each in (row.first, row.last) if each is not None]
    values = change_values(reading.connection, numbers) if numbers else {}
    told = _Told(reading, names, values)
    return tuple(told.event(each) for each in rows)


@dataclass(frozen=True, slots=True)
class _Told:
    """Tells rows of the time line with the names of whoever and whatever they speak of."""

    reading: Reading
    names: Mapping[str, str]
    values: Mapping[int, tuple[str | None, str | None]]

    def event(self, row: Happened) -> Event:
        old = new = ""
        if row.what is What.CHANGED and row.first is not None and row.last is not None:
            old, new = (self._value(row.words, raw) for raw in (self.values[row.first][0], self.values[row.last][1]))
        person = self.names.get(row.person, "")
        if row.what is What.CHANGED:
            person = self.names.get(row.record_id or "", "")
        return Event(
            day=date.fromisoformat(row.day),
            what=row.what,
            record_id=UUID(row.record_id) if row.record_id else None,
            words=row.words,
            detail=row.detail,
            person=person,
            number=_number(row),
            old=old,
            new=new,
        )

    def _value(self, field: str, raw: str | None) -> str:
        """Write what a field held: a name for what names somebody, a list with commas."""
        value = json.loads(raw) if raw else None
        if value in (None, "", 0) or value == "[]":
            return ""
        if field in _OURS:
            colleague = self.reading.colleagues.find(UUID(value))
            return colleague.name if colleague else ""
        if field == "reports_to_id":
            return self.names.get(value, "")
        if field == "parent_id":
            account = self.reading.accounts.find(UUID(value))
            return account.name if account else ""
        if isinstance(value, str) and value.startswith("["):
            return ", ".join(str(each) for each in json.loads(value))
        return "yes" if value == 1 and field in _FLAGS else str(value)


_FLAGS: Final = frozenset({"is_site", "review_as_group", "no_marketing"})


def _number(row: Happened) -> Decimal | None:
    if row.number is None:
        return None
    return Decimal(row.number) / _SCALE if row.what is What.BOUGHT else Decimal(row.number)
