"""What the lists share: JSON with stable keys, and days and amounts in short."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reviewdesk.domain.money import format_money, rounded


def say_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows as a JSON array: days as YYYY-MM-DD, ids as text, amounts as numbers, what is not known as null."""
    print(json.dumps(list(rows), ensure_ascii=False, indent=2))


def say_whole(value: Mapping[str, Any]) -> None:
    """Write one value as a JSON object, its days, ids and amounts as above."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> str | int | float:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def figure(amount: Decimal | None, currency: str) -> int | float | None:
    """Give an amount as a JSON number, rounded to its currency."""
    if amount is None:
        return None
    exact = rounded(amount, currency)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def short_money(amount: Decimal | None, currency: str) -> str:
    """Write an amount as a list shows it, or that its rate is missing."""
    return "no rate" if amount is None else format_money(amount, currency, short=True)


def iso(day: date | None) -> str | None:
    """Write a day for JSON."""
    return day.isoformat() if day else None
