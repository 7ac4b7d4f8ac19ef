"""The end of a contract, with the last day on which it can be ended counted back from it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from reviewdesk.domain.account import Account
from reviewdesk.domain.intervals import counted_days, short_day

NEAR_DAYS: Final = 90


class Press(StrEnum):
    """How much the end of a contract presses."""

    FAR = "far"
    NEAR = "near"
    PASSED = "passed"
    ENDED = "ended"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class ContractEnd:
    """When a contract ends, until when notice can be given where that is known, and how much that presses."""

    ends_on: date
    notice_on: date | None
    press: Press
    today: date

    @property
    def is_warned_of(self) -> bool:
        """Say whether the page warns of it."""
        return self.press in (Press.NEAR, Press.PASSED, Press.ENDED)

    @property
    def status(self) -> str:
        """Say it in the line under the name: "contract notice by 31 Mar"."""
        end = short_day(self.ends_on, self.today)
        if self.press is Press.ENDED:
            return f"contract ended {end}"
        if self.press is Press.AGREED or self.notice_on is None or self.press is Press.PASSED:
            return f"contract until {end}"
        return f"contract notice by {short_day(self.notice_on, self.today)}"

    @property
    def warning(self) -> str:
        """Say what presses and what can be done; nothing where nothing does."""
        end = short_day(self.ends_on, self.today)
        if self.press is Press.ENDED:
            return f"The contract ended on {end}. Enter its new end, or the day on which its renewal was agreed."
        if self.press is Press.PASSED and self.notice_on is not None:
            last = short_day(self.notice_on, self.today)
            return f"The last day for notice was {last}. The contract ends on {end}, and nothing is agreed."
        if self.press is not Press.NEAR:
            return ""
        if self.notice_on is None:
            return f"The contract ends on {end}, {self._in(self.ends_on)}, and nothing is agreed."
        last = f"{short_day(self.notice_on, self.today)}, {self._in(self.notice_on)}"
        return f"Notice is possible until {last}. The contract ends on {end}; nothing is agreed."

    def _in(self, day: date) -> str:
        days = (day - self.today).days
        return "today" if not days else f"in {counted_days(days)}"


def contract_end(account: Account, today: date) -> ContractEnd | None:
    """Give the end of an account's contract; nothing where none was entered."""
    if account.contract_end is None:
        return None
    notice = account.notice_date
    return ContractEnd(account.contract_end, notice, _press(account, account.contract_end, notice, today), today)


def _press(account: Account, ends_on: date, notice: date | None, today: date) -> Press:
    if account.renewal_agreed_on is not None:
        return Press.AGREED
    if ends_on < today:
        return Press.ENDED
    if notice is not None and notice < today:
        return Press.PASSED
    last = notice or ends_on
    return Press.NEAR if (last - today).days <= NEAR_DAYS else Press.FAR
