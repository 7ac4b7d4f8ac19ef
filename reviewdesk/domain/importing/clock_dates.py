"""The dates that start clocks: the last review and the last contact, which no file can know ahead."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from reviewdesk.domain.importing.drafts import Desk
from reviewdesk.domain.importing.incoming import IncomingAccount

_CLOCKS: Final = {"last_review_before": "last review", "last_contact_before": "last contact"}
_SHOWN: Final = 5


def without_days_ahead(accounts: Iterable[IncomingAccount], today: date, desk: Desk) -> tuple[IncomingAccount, ...]:
    """Leave blank what lies after today, as an activity that is planned does, and note which accounts it is of."""
    ahead: dict[str, list[str]] = {}
    kept = tuple(_without(each, today, ahead) for each in accounts)
    for name, accounts_named in ahead.items():
        more = f" and {len(accounts_named) - _SHOWN:,} more" if len(accounts_named) > _SHOWN else ""
        desk.notes.append(
            f"The {_CLOCKS[name]} lies after today and is left blank, so that it starts no clock: "
            f"{', '.join(accounts_named[:_SHOWN])}{more}."
        )
    return kept


def _without(account: IncomingAccount, today: date, ahead: dict[str, list[str]]) -> IncomingAccount:
    late = [each for each in _CLOCKS if (day := account.values.get(each)) is not None and day > today]
    for each in late:
        ahead.setdefault(each, []).append(f"{account.name} {account.values[each]}")
    return replace(account, values={name: value for name, value in account.values.items() if name not in late})
