"""What would go back to the company's CRM, as it is shown before anything is written."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from reviewdesk.domain.handing_over import HandItem, HandKind


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedItem:
    """One thing that would go: whose it is, its words, and what is put in because the CRM asks for it."""

    item: HandItem
    account: str
    again: bool
    remark: str
    table: str

    @property
    def key(self) -> tuple[HandKind, UUID]:
        """What it is known by."""
        return self.item.kind, self.item.record_id


@dataclass(frozen=True, slots=True)
class StayingItem:
    """One thing that cannot go, whose it is, and why."""

    item: HandItem
    account: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmOffer:
    """What would go to one CRM since last time, and what stays; `last_on` is the day something went there last.

    `earlier` counts what is over, never went and lies before `since`.
    """

    crm: str
    crms: tuple[str, ...]
    known: tuple[str, ...]
    today: date
    going: tuple[OfferedItem, ...]
    staying: tuple[StayingItem, ...]
    since: date
    earlier: int = 0
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class HandedFiles:
    """The files that were written for a CRM, and how many things stand in them."""

    paths: tuple[Path, ...]
    count: int
