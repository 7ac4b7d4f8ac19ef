"""Reviews with their note lines; a put writes only the lines that changed."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.review import Review
from reviewdesk.storage.ledger import Ledger
from reviewdesk.storage.line_store import LineStore
from reviewdesk.storage.lists.line_audiences import LineAudience
from reviewdesk.storage.lists.rival_lines import RivalLine
from reviewdesk.storage.mapping import Row, Stored
from reviewdesk.storage.records import REVIEW
from reviewdesk.storage.repository import Repository


class ReviewRepository(Repository[Review]):
    """The reviews of a book, each with its lines in order."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, REVIEW)
        self._lines = LineStore(ledger)

    def _records(self, rows: Sequence[Row]) -> tuple[Review, ...]:
        lines = self._lines.of([row["id"] for row in rows])
        return tuple(self._map.to_record(row, lines=lines[row["id"]]) for row in rows)

    def outlines(self, account_id: UUID | None = None) -> tuple[Review, ...]:
        """Give every review, or those of one account, without its lines, for lists."""
        key = ("outlines", account_id)
        known: tuple[Review, ...] | None = self._recall(key)
        if known is None:
            rows = self._rows({} if account_id is None else {"account_id": account_id})
            known = self._keep(key, tuple(self._map.to_record(row, lines=()) for row in rows))
        return known

    def set_by_hand(self, account_id: UUID) -> tuple[LineAudience, ...]:
        """Give the lines of all reviews of an account whose audience or wording for print was set by hand."""
        return self._lines.set_by_hand(account_id)

    def naming_rivals(self) -> tuple[RivalLine, ...]:
        """Give the lines of all reviews of the book that say that a rival was named."""
        return self._lines.naming_rivals()

    def _add(self, record: Review) -> Review:
        added = super()._add(record)
        self._lines.put(record)
        return added

    def add_all(self, records: Sequence[Review]) -> None:
        """Write many new reviews with their lines."""
        super().add_all(records)
        self._lines.add(records)

    def put_all(self, records: Sequence[Review]) -> None:
        """Write many reviews, each with its lines."""
        for each in records:
            self.put(each)

    def _change(self, record: Review, row: Row) -> Review:
        changed = super()._change(record, row)
        if self._lines.put(record) and changed.version == record.version:
            return self._count(record, row)
        return changed

    def _write(self, record: Review, row: Row, changed: dict[str, Stored]) -> Review:
        if "account_id" in changed:
            self._ledger.memory.forget(Kind.NOTE_LINE)
        return super()._write(record, row, changed)

    def _count(self, record: Review, row: Row) -> Review:
        """Give a review a new version, for its lines are others now."""
        key = ("outlines", record.account_id)
        outlines: tuple[Review, ...] | None = self._recall(key)
        counted = self._write(record, row, {})
        if outlines is not None:
            self._keep(key, tuple(_counted(each, counted) for each in outlines))
        return counted


def _counted(outline: Review, counted: Review) -> Review:
    return replace(outline, version=counted.version) if outline.id == counted.id else outline
