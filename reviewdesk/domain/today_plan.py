"""What to do in the hour there is: promises due and clocks first, then what is worth most a minute."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.money import format_money

UNKNOWN_HEALTH: Final = 50
_FULL_HEALTH: Final = 100


class Pressing(StrEnum):
    """Why something comes before what merely pays."""

    PROMISED = "promised"
    CLOCK = "concern due today"
    OVERDUE = "concern overdue"
    NO = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that could be done now. `revenue` is the account's, in the base currency; `minutes` is over zero."""

    id: UUID
    what: str
    account_id: UUID
    account: str
    minutes: int
    pressing: Pressing = Pressing.NO
    due: date | None = None
    revenue: Decimal | None = None
    currency: str = ""
    health: int | None = None

    @property
    def worth(self) -> Decimal:
        """Give revenue x (100 - health) / 100 / minutes; an unknown health counts as 50."""
        health = UNKNOWN_HEALTH if self.health is None else self.health
        return (self.revenue or Decimal(0)) * (_FULL_HEALTH - health) / _FULL_HEALTH / self.minutes

    @property
    def reason(self) -> str:
        """Say why it is here: "20 min, promised", "15 min, € 380k at health 41"."""
        why = self.pressing.value or self._money()
        return f"{self.minutes} min, {why}" if why else f"{self.minutes} min"

    def _money(self) -> str:
        if not self.revenue:
            return ""
        shown = format_money(self.revenue, self.currency, short=True)
        return shown if self.health is None else f"{shown} at health {self.health}"


def plan(tasks: Iterable[Task], minutes: int) -> tuple[Task, ...]:
    """Choose what fits into these minutes: what presses by its date, then what is worth most a minute.

    What is too long for the time that is left is passed over for what still fits.
    """
    left, chosen = minutes, []
    for each in sorted(tasks, key=_most_pressing):
        if each.minutes <= left:
            chosen.append(each)
            left -= each.minutes
    return tuple(chosen)


def _most_pressing(task: Task) -> tuple[bool, date, Decimal, str]:
    if task.pressing is not Pressing.NO:
        return False, task.due or date.max, -task.worth, task.what
    return True, date.max, -task.worth, task.what
