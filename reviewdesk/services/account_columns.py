"""The columns that the list of accounts offers: what each is called, what it holds, and what must be read for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import Final

from reviewdesk.services.account_filter import Listed, is_own

Value = str | int | Decimal | date | None


class Holds(StrEnum):
    """What the cells of a column hold."""

    WORDS = "words"
    DAY = "day"
    COUNT = "count"
    NUMBER = "number"
    MONEY = "money"
    PER_CENT = "per cent"


class Of(StrEnum):
    """What a column is about, as the sheet of columns groups them."""

    ACCOUNT = "The account"
    STANDING = "How it stands"
    REVENUE = "Revenue and contract"
    MARKET = "What it buys"
    YOURS = "Your own fields"


@dataclass(frozen=True, slots=True)
class AccountColumn:
    """One column. `fact` names what is read for it alone; empty where every list holds it.

    What stands in an `only_me` one is for nobody else's eyes, and a list on paper says so.
    """

    key: str
    title: str
    of: Of
    value: Callable[[Listed], Value]
    holds: Holds = Holds.WORDS
    fact: str = ""
    only_me: bool = False


def _row(name: str) -> Callable[[Listed], Value]:
    """Read a column from the account's row."""
    get = attrgetter(f"row.{name}")

    def value(each: Listed) -> Value:
        found: Value = get(each)
        return None if found == "" else found

    return value


def _some(name: str) -> Callable[[Listed], Value]:
    """Read a count, of which none is nothing."""
    get = attrgetter(f"row.{name}")

    def value(each: Listed) -> Value:
        return get(each) or None

    return value


def own_value(key: str) -> Callable[[Listed], Value]:
    """Read a column from what more is known of the account."""

    def value(each: Listed) -> Value:
        found = each.own.get(key)
        return ", ".join(found) if isinstance(found, tuple) else found

    return value


def _next_review(each: Listed) -> Value:
    return each.row.next_review.day if each.row.next_review else None


def _status(each: Listed) -> Value:
    return each.row.status.value


def _tier(each: Listed) -> Value:
    return each.row.tier.value if each.row.tier else None


def _would_be(each: Listed) -> Value:
    return each.row.would_be.value if each.row.would_be else None


def _fact(key: str, title: str, of: Of, holds: Holds = Holds.WORDS) -> AccountColumn:
    return AccountColumn(key, title, of, own_value(key), holds, fact=key)


COLUMNS: Final = (
    AccountColumn("name", "Account", Of.ACCOUNT, _row("name")),
    AccountColumn("tier", "Tier", Of.ACCOUNT, _tier),
    AccountColumn("health", "Health", Of.STANDING, _row("health"), Holds.COUNT),
    AccountColumn("review", "Next review", Of.STANDING, _next_review, Holds.DAY),
    AccountColumn("step", "Next step", Of.STANDING, _row("next_step")),
    AccountColumn("spoke", "Last spoke", Of.STANDING, _row("last_contact"), Holds.DAY),
    AccountColumn("concerns", "Concerns", Of.STANDING, _some("open_concerns"), Holds.COUNT),
    AccountColumn("promises", "Late", Of.STANDING, _some("late_promises"), Holds.COUNT),
    AccountColumn("revenue", "Revenue", Of.REVENUE, _row("revenue"), Holds.MONEY),
    AccountColumn("would_be", "Tier by rule", Of.ACCOUNT, _would_be),
    AccountColumn("owner", "Owner", Of.ACCOUNT, _row("owner")),
    AccountColumn("industry", "Industry", Of.ACCOUNT, _row("industry")),
    AccountColumn("city", "City", Of.ACCOUNT, _row("city")),
    _fact("region", "Region", Of.ACCOUNT),
    _fact("country", "Country", Of.ACCOUNT),
    AccountColumn("status", "Status", Of.ACCOUNT, _status),
    _fact("parent", "Parent", Of.ACCOUNT),
    _fact("tags", "Tags", Of.ACCOUNT),
    _fact("employees", "Employees", Of.ACCOUNT, Holds.COUNT),
    _fact("since", "Customer since", Of.ACCOUNT, Holds.DAY),
    AccountColumn("basis", "Based on", Of.STANDING, _row("basis"), Holds.COUNT),
    AccountColumn("step_on", "Next step on", Of.STANDING, _row("next_step_on"), Holds.DAY),
    AccountColumn("gut", "Gut feeling", Of.STANDING, own_value("gut"), Holds.COUNT, fact="gut", only_me=True),
    _fact("people", "People", Of.STANDING, Holds.COUNT),
    _fact("sponsor", "Sponsor", Of.STANDING),
    _fact("heard", "Last heard", Of.STANDING, Holds.DAY),
    _fact("change", "Change in a year", Of.REVENUE, Holds.PER_CENT),
    _fact("currency", "Currency", Of.REVENUE),
    _fact("contract_end", "Contract end", Of.REVENUE, Holds.DAY),
    _fact("notice", "Notice by", Of.REVENUE, Holds.DAY),
    _fact("renewal", "Renewal agreed", Of.REVENUE, Holds.DAY),
    _fact("lines", "Lines bought", Of.MARKET),
    _fact("rivals", "Rivals", Of.MARKET),
    _fact("supplier", "Supplier position", Of.MARKET),
    _fact("wallet", "Share of wallet", Of.MARKET, Holds.PER_CENT),
    _fact("reason", "Reason to stay", Of.MARKET),
    _fact("their_revenue", "Their own revenue", Of.MARKET, Holds.COUNT),
)  # fmt: skip
BY_KEY: Final[Mapping[str, AccountColumn]] = {each.key: each for each in COLUMNS}
FIELDS: Final[Mapping[str, str]] = {
    "name": "name", "industry": "industry", "city": "city", "region": "region", "country": "country", "tags": "tags",
    "employees": "employees", "since": "customer_since", "contract_end": "contract_end",
    "renewal": "renewal_agreed_on", "currency": "currency", "lines": "lines_bought", "rivals": "rivals",
    "supplier": "supplier_position", "wallet": "share_of_wallet", "reason": "reason_to_stay", "gut": "gut_feeling",
    "their_revenue": "annual_revenue",
}  # fmt: skip
USUAL: Final = ("name", "tier", "health", "review", "step", "spoke", "concerns", "promises", "revenue")


def facts_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give what must be read to show these columns."""
    facts = (key if is_own(key) else BY_KEY[key].fact for key in keys if key in BY_KEY or is_own(key))
    return tuple(each for each in facts if each)
