"""All that the page of follow-ups needs at one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from reviewdesk.services.follow_up_rows import FollowUpRow
from reviewdesk.services.promise_ledger import PromiseLedger

if TYPE_CHECKING:
    from reviewdesk.domain.notes import DayRules


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpDesk:
    """What is open (snoozed ones too), the ledger, whom to choose from, and how dates in words are read here."""

    today: date
    rows: tuple[FollowUpRow, ...]
    ledger: PromiseLedger
    accounts: tuple[tuple[UUID, str], ...]
    colleagues: tuple[tuple[UUID, str], ...]
    day_rules: DayRules
