"""One card of Insights with what it rests on, as the page looks after it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from reviewdesk.desktop.insights.card import InsightCard
from reviewdesk.desktop.insights.model import Told
from reviewdesk.domain.changes import Kind

# What changes the standing of an account, and so whatever is told of all of them.
OF_ACCOUNTS: Final = (
    Kind.ACCOUNT, Kind.REVIEW, Kind.CONCERN, Kind.FOLLOW_UP, Kind.CONTACT, Kind.PURCHASE, Kind.COLLEAGUE, Kind.BOOK,
    Kind.PERSON, Kind.ANSWER,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class InsightPart:
    """One card: `key` names it.

    `read` gives the figures, from a service; cards with the same `read` share one reading. `tell` makes of them what
    the card says, or nothing where there is nothing to say; both are done behind the page. `concerned` are the kinds
    of record that change it.
    """

    key: str
    card: InsightCard[Any]
    read: Callable[[], Any]
    tell: Callable[[Any], Told | None]
    concerned: tuple[Kind, ...] = OF_ACCOUNTS
