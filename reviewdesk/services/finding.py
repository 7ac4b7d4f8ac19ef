"""The page of the search: everything that holds the words, of the kinds, accounts and days that are wanted."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.notes.spans import read_span
from reviewdesk.domain.search_query import SearchQuery, read_query
from reviewdesk.domain.text_marks import marked
from reviewdesk.exchange.csv_writing import csv_bytes
from reviewdesk.services.found_values import Around, AroundLine, Found, FoundPage, Looked
from reviewdesk.services.search import called, each_once, field_names, found_of, within_named
from reviewdesk.storage import search_finding
from reviewdesk.storage.atomic import write_whole
from reviewdesk.storage.lists.found import accounts_named, last_buyer, lines_of
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.search_finding import Part, Within
from reviewdesk.storage.store import Store

AT_ONCE: Final = 100
MOST: Final = 2000
HEADERS: Final = ("Kind", "Account", "Day", "Words")


class FindingService:
    """Finds everything in this book, shows it in its place, and gives it away as text."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, looked: Looked, limit: int = AT_ONCE) -> FoundPage:
        """Find what holds the words, and count how much there is of each kind."""
        query = read_query(looked.words)
        with self._store.read() as reading:
            try:
                within = _within(reading, query, looked)
            except RefusedError as refused:
                return FoundPage(looked=looked, sentence=str(refused))
            if not query:
                return FoundPage(looked=looked)
            connection, today = reading.connection, reading.clock.today()
            everywhere = Within((), within.accounts, within.since, within.until)
            counts = search_finding.counts(connection, query, everywhere)
            hits = each_once(search_finding.find(connection, query, within, Part(limit, best_first=looked.best_first)))
            fields = field_names(reading, hits)
        found = tuple(found_of(each, query, today, place=fields.get(each.record_id, "")) for each in hits)
        is_more = sum(counts.values()) >= search_finding.RANKED
        return FoundPage(looked=looked, found=found, counts=counts, is_more=is_more)

    def around(self, found: Found, words: str) -> Around:
        """Show a thing found in its place: a note among the notes of its meeting, all else with all its words."""
        marks = read_query(words).words
        with self._store.read() as reading:
            if found.kind is Kind.NOTE_LINE and found.review_id is not None:
                written = lines_of(reading.connection, found.review_id)
            else:
                text = search_finding.text_of(reading.connection, found.kind, found.record_id)
                written = [(found.record_id, each) for each in text.splitlines()]
        lines = tuple(AroundLine(text, marked(text, marks), is_it=each == found.record_id) for each, text in written)
        return Around(found, found.account or called(found.kind), found.meta, lines)

    def account_of(self, found: Found) -> UUID | None:
        """Give the account that a thing found leads to: its own, or the one that bought a product last."""
        if found.kind is not Kind.PRODUCT:
            return found.account_id
        with self._store.read() as reading:
            return last_buyer(reading.connection, found.record_id)

    def whole_of(self, kind: Kind, record_id: UUID) -> UUID | None:
        """Give what a record is a part of: the problem that an account shares, or the change that touches it."""
        with self._store.read() as reading:
            if kind is Kind.AFFECTED:
                affected = reading.affected.find(record_id)
                return affected.problem_id if affected else None
            touched = reading.touched_by_change.find(record_id)
            return touched.change_id if touched else None

    def save(self, looked: Looked, path: Path) -> int:
        """Write everything that was found as a CSV file, and give the number of rows."""
        found = self.look(looked, MOST).found
        write_whole(path, csv_bytes(HEADERS, map(_cells, found)))
        return len(found)


def as_text(found: Sequence[Found]) -> str:
    """Write things found as lines, their parts apart by tabs, for the clipboard."""
    return "\n".join("\t".join(_cells(each)) for each in found)


def _cells(found: Found) -> tuple[str, ...]:
    return called(found.kind), found.account, found.day, found.title


def _within(reading: Reading, query: SearchQuery, looked: Looked) -> Within:
    """Read where is looked.

    Raises:
        RefusedError: a day cannot be read, or no account is called so.
    """
    today = reading.clock.today()
    since, until = _span(looked.since, today)[0], _span(looked.until, today)[1]
    if since and until and since > until:
        raise RefusedError("The first day lies after the last one. Correct one of them.")
    accounts: tuple[UUID, ...] = (looked.account_id,) if looked.account_id else ()
    if looked.account.strip() and not accounts:
        accounts = accounts_named(reading.connection, looked.account)
        if not accounts:
            raise RefusedError(f"No account is called “{looked.account.strip()}”. Type another beginning of its name.")
    within = within_named(reading, query, Within(looked.kinds, accounts, since, until))
    if within is None:
        raise RefusedError("No account is called as you typed behind “in:”. Type another beginning of its name.")
    return within


def _span(words: str, today: date) -> tuple[date | None, date | None]:
    if not words.strip():
        return None, None
    found = read_span(words, today)
    if found is None:
        raise RefusedError(
            f"“{words.strip()}” is not a day. Write a day, a month or a year, like 3 Mar, March or 2025."
        )
    return found
