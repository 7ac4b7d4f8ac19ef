"""One mail to one colleague: all they owe, for which customers, since when and by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final
from urllib.parse import quote
from uuid import UUID

from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.services.follow_up_rows import FollowUpRow, in_order

LONGEST_LINK: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueMail:
    """The text of a mail to a colleague; nothing is sent by it."""

    colleague_id: UUID
    name: str
    address: str
    subject: str
    text: str

    @property
    def link(self) -> str:
        """Give it as a mailto link; empty where it is longer than mail programs take, so that it must be copied."""
        link = f"mailto:{quote(self.address, safe='@')}?subject={quote(self.subject)}&body={quote(_lines(self.text))}"
        return link if len(link) <= LONGEST_LINK else ""


def mail_of(colleague_id: UUID, name: str, address: str, rows: Iterable[FollowUpRow], today: date) -> ColleagueMail:
    """Write the mail about everything in these rows, grouped by customer."""
    ordered = sorted(rows, key=_by_account)
    parts = [f"Hello {_one_line(name)},", _opening(len(ordered))]
    for account, theirs in groupby(ordered, key=_account):
        parts.append("\n".join([_one_line(account), *(_line(each, today) for each in theirs)]))
    parts.append("Please tell me what is done, and where a date will not hold.")
    return ColleagueMail(
        colleague_id=colleague_id,
        name=name,
        address=_one_line(address),
        subject=f"What I am waiting for: {_things(len(ordered))}",
        text="\n\n".join(parts) + "\n",
    )


def _opening(count: int) -> str:
    return f"{_things(count).capitalize()} for our customers {'waits' if count == 1 else 'wait'} on you:"


def _things(count: int) -> str:
    return "one thing" if count == 1 else f"{count} things"


def _line(row: FollowUpRow, today: date) -> str:
    known = ["promised to them" if row.is_promise else "", _since(row, today), _by(row, today)]
    return f"- {_one_line(row.what)} ({', '.join(each for each in known if each)})"


def _since(row: FollowUpRow, today: date) -> str:
    return "" if row.said_on is None else f"since {short_day(row.said_on, today)}"


def _by(row: FollowUpRow, today: date) -> str:
    if row.due is None:
        return "no date yet"
    late = f", {counted_days((today - row.due).days)} over" if row.is_late else ""
    return f"due {short_day(row.due, today)}{late}"


def _account(row: FollowUpRow) -> str:
    return row.account


def _by_account(row: FollowUpRow) -> tuple[str, str, tuple[date, bool, str, str]]:
    return row.account.casefold(), row.account, in_order(row)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    return text.replace("\n", "\r\n")
