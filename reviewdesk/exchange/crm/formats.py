"""How a CRM wants what goes back to it: which tables, with which headers, and the words it has for things."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from reviewdesk.domain.handing_over import HandItem, HandKind
from reviewdesk.domain.said import Channel
from reviewdesk.exchange.csv_writing import csv_bytes

CLOSES_AFTER: Final = timedelta(days=90)
_AMOUNT: Final = re.compile(
    r"(?:about|around|ca\.?|~|etwa|environ)?\s*([€$£]|[A-Z]{3})?\s*"
    r"(\d{1,3}(?:[ .,'’\u00a0]\d{3})+|\d+)\s*(k)?\s*([€$£]|[A-Z]{3})?",
    re.IGNORECASE,
)
_SIGNS: Final = {"€": "EUR", "$": "USD", "£": "GBP"}


@dataclass(frozen=True, slots=True)
class Linked:
    """What one thing belongs to: names, and the ids that the CRM gave, where it did."""

    account: str
    account_id: str = ""
    person: str = ""
    person_id: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class CrmTable:
    """One import file: what it is called, and its columns, each a header and what stands below it.

    What stands there is filled in from the thing by name: `{account_id}`, `{title}`; see `values_of`.
    """

    name: str
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmFormat:
    """One CRM. `by_id` says that it knows an account by the id it gave alone; `asks_close` that a deal needs a day.

    `tables` are by kind, or by kind and channel ("contact made/call"). `words` are what it calls a state, a stage or a
    channel, by our word, and for one table alone where that is put before it ("deal/open").
    """

    name: str
    by_id: bool
    tables: Mapping[str, CrmTable]
    words: Mapping[str, str] = field(default_factory=dict)
    day: str = "%Y-%m-%d"
    moment: str = "%Y-%m-%d %H:%M"
    asks_close: bool = True

    def table_for(self, item: HandItem) -> CrmTable:
        """Give the table that a thing goes into."""
        return self.tables.get(f"{item.kind}/{item.channel}") or self.tables[item.kind]

    def word(self, ours: str, of: str = "") -> str:
        """Give the CRM's word for ours."""
        return self.words.get(f"{of}/{ours}") or self.words.get(ours, ours)


def files_for(crm: CrmFormat, things: Iterable[tuple[HandItem, Linked, bool]]) -> dict[str, bytes]:
    """Write the import files, by name; a thing that goes again says that it was changed."""
    rows: dict[CrmTable, list[list[str]]] = defaultdict(list)
    for item, linked, again in things:
        table = crm.table_for(item)
        values = values_of(crm, item, linked, again=again)
        rows[table].append([template.format_map(values) for _, template in table.columns])
    return {table.name: csv_bytes([header for header, _ in table.columns], found) for table, found in rows.items()}


def values_of(crm: CrmFormat, item: HandItem, linked: Linked, *, again: bool) -> Mapping[str, str]:
    """Give what can stand below a header, by name."""
    deal = item.kind is HandKind.OPPORTUNITY
    amount, currency = amount_of(item.amount)
    title = f"Changed: {item.title}" if again else item.title
    closes = item.due or item.day + CLOSES_AFTER if deal else item.due
    return {
        "account": linked.account, "account_id": linked.account_id, "person": linked.person, "email": linked.email,
        "person_id": linked.person_id, "title": title, "text": item.text, "next_step": item.next_step,
        "body": "\n".join(each for each in (title, item.text) if each), "kind": item.kind,
        "day": f"{item.day:{crm.day}}", "moment": _moment(crm, item.day), "due": _day(crm, item.due),
        "due_moment": _moment(crm, item.due), "due_or_day": _day(crm, item.due or item.day),
        "closes": _day(crm, closes), "state": crm.word(item.state, "deal" if deal else ""),
        "amount": amount, "currency": currency,
        "channel": crm.word(item.channel or Channel.VISIT), "done": crm.word("yes" if item.state != "open" else "no"),
        "record": str(item.record_id),
    }  # fmt: skip


def remark_of(crm: CrmFormat, item: HandItem) -> str:
    """Say what is put in because the CRM asks for it and nobody said it."""
    if item.kind is HandKind.OPPORTUNITY and crm.asks_close and item.due is None:
        closes = item.day + CLOSES_AFTER
        return f"closes {closes.day} {closes:%b %Y}, since {crm.name} asks for a day"
    return ""


def amount_of(words: str) -> tuple[str, str]:
    """Give an amount and its currency where the words are one beyond doubt; else nothing."""
    found = _AMOUNT.fullmatch(words.strip())
    if found is None:
        return "", ""
    before, digits, thousand, after = found.groups()
    number = int(re.sub(r"\D", "", digits)) * (1000 if thousand else 1)
    sign = (before or after or "").upper()
    return str(number), _SIGNS.get(sign, sign)


def _day(crm: CrmFormat, day: date | None) -> str:
    return f"{day:{crm.day}}" if day else ""


def _moment(crm: CrmFormat, day: date | None) -> str:
    """Give noon of a day: far enough from midnight to be that day in the zones around."""
    return f"{day:{crm.moment}}".replace("00:00", "12:00") if day else ""
