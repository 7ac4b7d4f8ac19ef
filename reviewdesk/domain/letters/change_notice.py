"""The change notice: what changes from when and why, what it means for this customer, and what we offer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reviewdesk.domain.letters.completeness import Missing
from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.pieces import Pieces
from reviewdesk.domain.letters.words import on_day
from reviewdesk.domain.summary import CustomerSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedItem:
    """One item this customer buys: what changes about it, and what it comes to for them.

    `change` is in per cent, and nothing where the item ends; `bought` is what they spent on it in the last 12 months
    and `a_year` what the change adds to that, both in the notice's currency.
    """

    name: str
    number: str = ""
    price_now: Decimal | None = None
    price_then: Decimal | None = None
    change: Decimal | None = None
    bought: Decimal | None = None
    a_year: Decimal | None = None
    replacement: str = ""

    @property
    def ends(self) -> bool:
        """Say whether it will no longer be supplied."""
        return self.change is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNotice:
    """All that one customer is told of a change; `last_orders` is the last day on which today's terms hold."""

    frame: LetterFrame
    effective: date
    currency: str
    items: tuple[ChangedItem, ...]
    why: str
    offer: str = ""
    last_orders: date | None = None

    @property
    def subject(self) -> Pieces:
        """Give what it is about."""
        ending = [each.ends for each in self.items]
        key = "subject discontinued" if all(ending) else "subject both" if any(ending) else "subject price"
        return on_day(self.frame.language, key, self.effective)

    @property
    def same_change(self) -> Decimal | None:
        """Give the change in per cent where it is the same for every item."""
        changes = {each.change for each in self.items}
        return next(iter(changes)) if len(changes) == 1 else None

    @property
    def total(self) -> Decimal | None:
        """Give what the price changes come to a year for this customer; nothing where that is not known of each."""
        known = [each.a_year for each in self.items if not each.ends]
        return sum((each or Decimal() for each in known), Decimal()) if known and None not in known else None

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Say what it must still say."""
        lacking = []
        if not self.items:
            lacking.append(Missing("items", "Name at least one item that changes for this customer."))
        if not self.why.strip():
            lacking.append(Missing("why", "Say why it changes."))
        return tuple(lacking)

    @property
    def as_summary(self) -> CustomerSummary:
        """Give what it says in the shape in which the leak guard knows what a customer may read."""
        frame = self.frame
        return CustomerSummary(
            frame.vendor, frame.recipient.company, frame.written_on, sentences=(self.why, self.offer)
        )
