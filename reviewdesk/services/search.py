"""Search over accounts, people and everything ever written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.text import words_of
from reviewdesk.domain.text_marks import Span, excerpt, marked
from reviewdesk.storage import search
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

NAMES: Final = (Kind.ACCOUNT, Kind.PERSON)
_WHERE: Final = {
    Kind.NOTE_LINE: "Review notes",
    Kind.REVIEW: "Review",
    Kind.CONTACT: "Call or visit",
    Kind.ATTACHMENT: "File",
}
WRITTEN: Final = tuple(kind for kind in search.SOURCES if kind not in NAMES)


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: what it is, the words with the matches marked, and where it leads."""

    kind: Kind
    record_id: UUID
    account_id: UUID | None
    review_id: UUID | None
    title: str
    marks: tuple[Span, ...]
    meta: str
    right: str = ""


class SearchService:
    """Finds accounts, people and what was written, in this book and no other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def names(self, query: str, limit: int = 6) -> tuple[Found, ...]:
        """Find accounts and people: those whose name begins with the words first."""
        with self._store.read() as reading:
            hits = search.find(reading.connection, query, kinds=NAMES, limit=limit * 8)
            found = [_named(reading, each, query) for each in hits]
        best = sorted((each for each in found if each is not None), key=_names_first)
        return tuple(best[:limit])

    def written(self, query: str, *, account_id: UUID | None = None, limit: int = 12) -> tuple[Found, ...]:
        """Find what was said and written, newest first with the best on top."""
        with self._store.read() as reading:
            hits = search.find(reading.connection, query, kinds=WRITTEN, account_id=account_id, limit=2 * limit)
            found = [_written(reading, each, query) for each in _each_once(hits)[:limit]]
        return tuple(found)


def _each_once(hits: Iterable[search.Hit]) -> list[search.Hit]:
    """Leave a note line out where the record it made says the same."""
    once: dict[tuple[object, ...], search.Hit] = {}
    for each in hits:
        key = (each.account_id, *words_of(each.text.split("\n", 1)[0]))
        if key not in once or once[key].kind is Kind.NOTE_LINE:
            once[key] = each
    return list(once.values())


def _names_first(found: Found) -> tuple[bool, bool, str]:
    return (not found.marks, not (found.marks and found.marks[0].start == 0), found.title.casefold())


def _named(reading: Reading, hit: search.Hit, query: str) -> Found | None:
    title = hit.text.split("\n", 1)[0]
    if hit.kind is Kind.ACCOUNT:
        account = reading.accounts.find(hit.record_id)
        if account is None:
            return None
        meta = " · ".join(filter(None, (account.industry, account.city, account.country)))
        phone = account.phones[0] if account.phones else ""
        meta = _with_reason(hit, (title, meta, phone), words_of(query))
        return Found(hit.kind, hit.record_id, hit.record_id, None, title, marked(title, words_of(query)), meta, phone)
    person = reading.people.find(hit.record_id)
    if person is None:
        return None
    meta = " · ".join(filter(None, (person.role, _account_name(reading, person.account_id))))
    marks = marked(title, words_of(query))
    meta = _with_reason(hit, (title, meta, person.phone), words_of(query))
    return Found(hit.kind, hit.record_id, person.account_id, None, title, marks, meta, person.phone)


def _with_reason(hit: search.Hit, shown: tuple[str, str, str], words: list[str]) -> str:
    """Give the remark, with the words of a note behind it where what is shown does not hold all that was typed."""
    meta = shown[1]
    if all(marked("\n".join(shown), [each]) for each in words):
        return meta
    return " · ".join(filter(None, (meta, excerpt(hit.text.partition("\n")[2], words))))


def _written(reading: Reading, hit: search.Hit, query: str) -> Found:
    words = words_of(query)
    title = excerpt(hit.text, words)
    review_id = _review_of(reading, hit)
    day = short_day(date.fromisoformat(hit.day[:10]), reading.clock.today()) if hit.day else ""
    parts = (_place_of(reading, hit), _account_name(reading, hit.account_id), day)
    meta = " · ".join(filter(None, parts))
    return Found(hit.kind, hit.record_id, hit.account_id, review_id, title, marked(title, words), meta)


def _place_of(reading: Reading, hit: search.Hit) -> str:
    if hit.kind is Kind.CUSTOM_VALUE:
        return reading.custom_fields.get(reading.custom_values.get(hit.record_id).field_id).name
    return _WHERE.get(hit.kind, hit.kind.value.capitalize())


def _account_name(reading: Reading, account_id: UUID | None) -> str:
    account = reading.accounts.find(account_id) if account_id else None
    return account.name if account else ""


def _review_of(reading: Reading, hit: search.Hit) -> UUID | None:
    if hit.kind is Kind.REVIEW:
        return hit.record_id
    return search.review_of_line(reading.connection, hit.record_id) if hit.kind is Kind.NOTE_LINE else None
