"""Which fields of an account and a person are typed, and how each is read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from reviewdesk.domain.account import Account, AccountStatus, ReasonToStay, SupplierPosition
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.languages import language_code
from reviewdesk.domain.people import Part, Person, Stance
from reviewdesk.services import typed_values as typed
from reviewdesk.services.typed_values import DayReader, Reader

ACCOUNT_FIELDS: Final[Mapping[str, Reader]] = {
    "name": typed.name,
    "status": typed.always_one_of(AccountStatus),
    **dict.fromkeys(("industry", "domain", "street", "postal_code", "city", "region", "country"), typed.words),
    **dict.fromkeys(("rivals", "tags", "lines_bought"), typed.several),
    "website": typed.website,
    "phones": typed.phones,
    "currency": typed.currency,
    "time_zone": typed.zone,
    "language": language_code,
    "is_site": typed.yes_or_no,
    "review_as_group": typed.yes_or_no,
    "annual_revenue": typed.amount,
    "employees": typed.number("The number of employees", 0, 10_000_000),
    "interval_months": typed.number("The months between two reviews", 1, 60),
    "supplier_position": typed.one_of(SupplierPosition),
    "share_of_wallet": typed.percent,
    "reason_to_stay": typed.one_of(ReasonToStay),
    "price_notice_days": typed.number("The notice of a price change in days", 0, 3_650),
    "notice_days": typed.number("The notice period in days", 0, 3_650),
    "cost_to_win": typed.amount,
    "gut_feeling": typed.number("The gut feeling", 1, 5),
    "gut_feeling_note": typed.words,
    "notes": typed.free_text,
}
ACCOUNT_DAYS: Final[Mapping[str, DayReader]] = {
    "customer_since": typed.past_day,
    "first_review_due": typed.day,
    "last_review_before": typed.past_day,
    "last_contact_before": typed.past_day,
    "contract_end": typed.day,
    "renewal_agreed_on": typed.past_day,
}
PERSON_FIELDS: Final[Mapping[str, Reader]] = {
    "name": typed.name,
    **dict.fromkeys(("role", "preferred_channel", "cares_about"), typed.words),
    "language": language_code,
    "email": typed.mail,
    "phone": typed.phone,
    "part": typed.one_of(Part),
    "stance": typed.one_of(Stance),
    "influence": typed.number("The influence of a person", 1, 5),
    "known_well": typed.number("How well a person is known", 1, 5),
    "no_marketing": typed.yes_or_no,
    "notes": typed.free_text,
}
PERSON_DAYS: Final[Mapping[str, DayReader]] = {"left_on": typed.past_day}


def changed_account(account: Account, field: str, text: str, today: date) -> Account:
    """Put what was typed into a field of an account.

    Raises:
        RefusedError: it cannot be read as what the field holds, or a site would belong to nobody.
    """
    days = ACCOUNT_DAYS.get(field)
    value: Any = days(text, today) if days else ACCOUNT_FIELDS[field](text)
    if field == "status":
        return account.with_status(value, today)
    changed = replace(account, **{field: value})
    if changed.is_site and changed.parent_id is None:
        raise RefusedError("A site belongs to an account. Say first which account this one is part of.")
    if field == "gut_feeling":
        return replace(changed, gut_feeling_on=today if changed.gut_feeling is not None else None)
    return changed


def changed_person(person: Person, field: str, text: str, today: date) -> Person:
    """Put what was typed into a field of a person.

    Raises:
        RefusedError: it cannot be read as what the field holds.
    """
    days = PERSON_DAYS.get(field)
    value: Any = days(text, today) if days else PERSON_FIELDS[field](text)
    return replace(person, **{field: value})
