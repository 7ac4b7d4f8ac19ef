"""One writing transaction on a book: what it changed is told once it was committed."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection

from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.storage.memory import Memory
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.steps import Change


class UnitOfWork(Reading):
    """One writing transaction; `changes` tells what it did once it has been committed."""

    def __init__(self, connection: Connection, clock: Clock, memory: Memory | None = None) -> None:
        super().__init__(connection, clock, memory)
        self.noted: list[Change] = []
        self.records: set[tuple[Kind, UUID]] = set()
        self.only_counted: set[tuple[Kind, UUID]] = set()
        self.account_ids: set[UUID] = set()
        self.changes = Changes()

    def note(self, changes: Iterable[Change]) -> None:
        """Remember changes for the step."""
        self.noted += changes

    def touched(self, kind: Kind, record_id: UUID, account_id: UUID | None) -> None:
        """Remember that a record was touched, and the account it concerns."""
        self.memory.forget(kind)
        self.records.add((kind, record_id))
        if account_id is not None:
            self.account_ids.add(account_id)

    def counted(self, kind: Kind, record_id: UUID, account_id: UUID | None) -> None:
        """Remember that a record got a new version and nothing else, and the account it concerns."""
        self.memory.forget(kind)
        self.only_counted.add((kind, record_id))
        if account_id is not None:
            self.account_ids.add(account_id)
