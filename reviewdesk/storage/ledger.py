"""What a write goes through: one transaction that remembers its changes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from sqlalchemy import Connection

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.memory import Memory
from reviewdesk.storage.steps import Change


class Ledger(Protocol):
    """One transaction that remembers what it changed."""

    @property
    def connection(self) -> Connection:
        """Give the connection of the transaction."""

    @property
    def memory(self) -> Memory:
        """Give what was read and still holds."""

    @property
    def now(self) -> datetime:
        """Give the moment of the write, in UTC."""

    def note(self, changes: Iterable[Change]) -> None:
        """Remember changes for the step."""

    def touched(self, kind: Kind, record_id: UUID, account_id: UUID | None) -> None:
        """Remember that a record was touched, and the account it concerns."""

    def counted(self, kind: Kind, record_id: UUID, account_id: UUID | None) -> None:
        """Remember that a record got a new version and nothing else, and the account it concerns."""
