"""What a boss is handed on paper: the Monday page and the portfolio; nothing only the person's has a place here."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.our_side import MondayPage, Portfolio, PortfolioLine
from reviewdesk.domain.summary import Vendor


@dataclass(frozen=True, slots=True)
class PrintedMonday:
    """The Monday page as it goes on paper, and who hands it on."""

    vendor: Vendor
    page: MondayPage
    branding: Branding = field(default_factory=Branding)


@dataclass(frozen=True, slots=True, kw_only=True)
class BossConcern:
    """An open concern in the customer's words, how grave it is, and how far it has come."""

    words: str = field(metadata=OUR_SIDE)
    severity: int = field(metadata=OUR_SIDE)
    stage: str = field(metadata=OUR_SIDE)
    raised_on: date = field(metadata=OUR_SIDE)
    owner: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class BossPromise:
    """A promise of ours that is open: who owes it, and by when."""

    what: str = field(metadata=OUR_SIDE)
    owner: str = field(default="", metadata=OUR_SIDE)
    due: date | None = field(default=None, metadata=OUR_SIDE)
    is_late: bool = field(default=False, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountBlock:
    """One account of the portfolio: its line, what weighs on it, what worries it and what we promised it.

    `months` is the revenue of the last twelve calendar months in the base currency, the oldest first; `month_is_over`
    says whether the last of them is. Concerns are the gravest first, promises by their day.
    """

    line: PortfolioLine
    reasons: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    concerns: tuple[BossConcern, ...] = ()
    promises: tuple[BossPromise, ...] = ()
    months: tuple[Decimal, ...] = field(default=(), metadata=OUR_SIDE)
    month_is_over: bool = field(default=True, metadata=OUR_SIDE)

    @property
    def id(self) -> UUID:
        """Give the account."""
        return self.line.id


@dataclass(frozen=True, slots=True)
class PrintedPortfolio:
    """The portfolio as it goes on paper: its lines, a block for each of them in the same order, and who hands it on."""

    vendor: Vendor
    portfolio: Portfolio
    blocks: tuple[AccountBlock, ...] = ()
    branding: Branding = field(default_factory=Branding)
