"""What a colleague is reminded of, on a page for our side: all they owe, for which customers, by when, since when."""

from dataclasses import dataclass, field
from datetime import date

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import Vendor


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedItem:
    """One thing a colleague owes a customer; `days_over` is above nothing once its day has passed."""

    what: str
    due: date | None = None
    days_over: int = 0
    is_promise: bool = False
    occasion: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedTo:
    """All that a colleague owes one customer."""

    account: str
    items: tuple[OwedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueSheet:
    """All that one colleague owes, by customer; `asked_by` is who waits for it."""

    vendor: Vendor
    name: str
    written_on: date
    owed: tuple[OwedTo, ...]
    asked_by: str = ""
    branding: Branding = field(default_factory=Branding)

    @property
    def count(self) -> int:
        """How many things wait."""
        return sum(len(each.items) for each in self.owed)

    @property
    def late(self) -> int:
        """How many of them are over their day."""
        return sum(each.days_over > 0 for some in self.owed for each in some.items)
