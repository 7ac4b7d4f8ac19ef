"""One card of Insights with what it rests on, as the page looks after it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from reviewdesk.desktop.insights.card import InsightCard
from reviewdesk.desktop.insights.model import Told
from reviewdesk.domain.changes import Kind

# What changes the standing of an account, and so whatever is told of all of them.
OF_ACCOUNTS: Final = (
    Kind.ACCOUNT, Kind.REVIEW, Kind.CONCERN, Kind.FOLLOW_UP, Kind.CONTACT, Kind.PURCHASE, Kind.COLLEAGUE, Kind.BOOK,
    Kind.PERSON, Kind.ANSWER,
)  # fmt: skip


class Group(StrEnum):
    """What cards stand together under a heading, in the order of the page."""

    REVENUE = "Revenue"
    ACCOUNTS = "Accounts"
    REVIEWS = "Reviews"
    SCORES = "Scores"
    CONCERNS = "Concerns"
    PICTURE = "All customers"
    START = "Where to start"
    RIVALS = "Rivals"
    HAND_OFFS = "Hand-offs"
    LOSSES = "Losses"


@dataclass(slots=True, kw_only=True, eq=False)
class InsightPart:
    """One card: `key` names it, and `group` says under which heading it stands.

    `make` makes the card; that costs time in the window, so it is made only once there is something to say. `read`
    gives the figures, from a service; cards with the same `read` share one reading. `tell` makes of them what the card
    says, or nothing where there is nothing to say; both are done behind the page. `concerned` are the kinds of record
    that change it; where the page does not wait for it, `is_awaited` is not set.
    """

    key: str
    group: Group
    make: Callable[[], InsightCard[Any]]
    read: Callable[[], Any]
    tell: Callable[[Any], Told | None]
    concerned: tuple[Kind, ...] = OF_ACCOUNTS
    is_awaited: bool = True
    _card: InsightCard[Any] | None = field(default=None, init=False)

    @property
    def is_made(self) -> bool:
        """Say whether the card is there."""
        return self._card is not None

    @property
    def card(self) -> InsightCard[Any]:
        """The card, made when it is first asked for."""
        if self._card is None:
            self._card = self.make()
        return self._card
