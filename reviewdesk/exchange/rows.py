"""Rows of recognised tables as incoming records, one function for each kind of table."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from reviewdesk.domain.importing.decisions import Deciding
from reviewdesk.domain.importing.fields import Field
from reviewdesk.domain.importing.incoming import (
    IncomingAccount,
    IncomingColleague,
    IncomingPerson,
    IncomingProduct,
    LeftOut,
)
from reviewdesk.domain.importing.names import domain_of
from reviewdesk.exchange.cells import unguarded
from reviewdesk.exchange.columns import Columns
from reviewdesk.exchange.html_text import plain_text
from reviewdesk.exchange.references import named_account
from reviewdesk.exchange.table import SourceRow

_LONGEST_NAME = 300
_SEVERAL = re.compile(r"\s*(?::::|[,;\n])\s*")
_ACCOUNT_TEXTS = {
    "industry": Field.INDUSTRY,
    "website": Field.WEBSITE,
    "street": Field.STREET,
    "postal_code": Field.POSTAL_CODE,
    "city": Field.CITY,
    "region": Field.REGION,
    "country": Field.COUNTRY,
}
_ACCOUNT_DATES = {
    "customer_since": Field.CUSTOMER_SINCE,
    "last_contact_before": Field.LAST_CONTACT,
    "last_review_before": Field.LAST_REVIEW,
}


def accounts(columns: Columns, _: Deciding) -> Iterator[IncomingAccount | LeftOut]:
    """Read companies."""
    for row in columns.rows():
        name = columns.text(row, Field.NAME)
        reason = _unusable(columns, row, name)
        if reason:
            yield columns.left_out(row, reason)
        else:
            parent = named_account(columns, row, Field.PARENT_ID, Field.PARENT)
            values = _account_values(columns, row)
            owner = columns.text(row, Field.OWNER)
            yield IncomingAccount(columns.origin(row), name, values, parent if any(parent[1:]) else None, owner)


def people(columns: Columns, _: Deciding) -> Iterator[IncomingPerson | LeftOut]:
    """Read people of theirs."""
    for row in columns.rows():
        email = next(iter(addresses(columns.text(row, Field.EMAIL))), "")
        name = _full_name(columns, row) or email
        reason = _unusable(columns, row, name)
        account = named_account(columns, row)._replace(domain=domain_of(email))
        if not reason and not any(account[1:]):
            reason = "without an account"
        if reason:
            yield columns.left_out(row, reason, name, email)
        else:
            yield IncomingPerson(columns.origin(row), name, account, _person_values(columns, row, email))


def products(columns: Columns, _: Deciding) -> Iterator[IncomingProduct | LeftOut]:
    """Read products."""
    for row in columns.rows():
        name = columns.text(row, Field.NAME)
        reason = _unusable(columns, row, name)
        if reason:
            yield columns.left_out(row, reason)
            continue
        values = _filled(
            {"series": columns.text(row, Field.SERIES), "list_price": columns.number(row, Field.LIST_PRICE)}
        )
        yield IncomingProduct(columns.origin(row), name, values)


def colleagues(columns: Columns, _: Deciding) -> Iterator[IncomingColleague | LeftOut]:
    """Read people of ours; an office and a manager together name the team."""
    for row in columns.rows():
        name = columns.text(row, Field.NAME)
        reason = _unusable(columns, row, name)
        if reason:
            yield columns.left_out(row, reason)
            continue
        team = ", ".join(filter(None, (columns.text(row, Field.OFFICE), columns.text(row, Field.TEAM))))
        texts = {"email": Field.EMAIL, "phone": Field.PHONE, "role": Field.ROLE}
        values = {"team": team, **{each: columns.text(row, field) for each, field in texts.items()}}
        yield IncomingColleague(columns.origin(row), name, _filled(values))


def addresses(cell: str) -> tuple[str, ...]:
    """Give the e-mail addresses of a cell; what is none, such as an Exchange path, is passed over."""
    return tuple(each for each in several(cell) if "@" in each and not each.lower().startswith("/o="))


def several(cell: str) -> tuple[str, ...]:
    """Give the values that a cell joins, also as JSON, without the star that some lists lead with."""
    if cell.startswith("[") and cell.endswith("]"):
        with suppress(ValueError, RecursionError):
            listed = (unguarded(str(each)).strip() for each in json.loads(cell) if isinstance(each, str | int))
            return tuple(each for each in listed if each)
    found = (each.strip().removeprefix("* ").strip() for each in _SEVERAL.split(cell[:10_000]))
    return tuple(each for each in found if each)


def _unusable(columns: Columns, row: SourceRow, name: str) -> str:
    if columns.is_yes(row, Field.DELETED):
        return f"deleted in {columns.source}"
    if not name:
        return "without a name"
    return f"a name of more than {_LONGEST_NAME} characters" if len(name) > _LONGEST_NAME else ""


def _account_values(columns: Columns, row: SourceRow) -> dict[str, Any]:
    website = columns.text(row, Field.WEBSITE)
    employees = columns.number(row, Field.EMPLOYEES)
    values: dict[str, Any] = {each: columns.text(row, field) for each, field in _ACCOUNT_TEXTS.items()}
    values |= {each: columns.date(row, field) for each, field in _ACCOUNT_DATES.items()}
    values["domain"] = domain_of(columns.text(row, Field.DOMAIN)) or domain_of(website)
    values["phones"] = tuple(_each_once(columns, row, Field.PHONE))
    values["annual_revenue"] = columns.number(row, Field.ANNUAL_REVENUE)
    values["employees"] = int(employees) if employees is not None and 0 <= employees < 10**9 else None
    values["tags"] = tuple(dict.fromkeys(several(columns.text(row, Field.TAGS))))
    values["notes"] = _notes(columns, row)
    return _filled(values)


def _person_values(columns: Columns, row: SourceRow, email: str) -> dict[str, Any]:
    phones = _each_once(columns, row, Field.PHONE, Field.MOBILE)
    values: dict[str, Any] = {
        "role": columns.text(row, Field.ROLE),
        "email": email,
        "phone": next(iter(phones), ""),
        "language": columns.text(row, Field.LANGUAGE),
        "no_marketing": columns.is_yes(row, Field.NO_MARKETING),
        "notes": _notes(columns, row, *_further(phones, addresses(columns.text(row, Field.EMAIL)))),
    }
    return _filled(values)


def _each_once(columns: Columns, row: SourceRow, *wanted: Field) -> dict[str, str]:
    """Give the values of several fields, each once, with the word for the field it stands in."""
    found: dict[str, str] = {}
    for each in wanted:
        for value in several(columns.text(row, each)):
            found.setdefault(value, each.value)
    return found


def _further(phones: Mapping[str, str], mails: Sequence[str]) -> Iterator[str]:
    """Give the numbers and addresses behind the first ones as lines: a person has one of each, none is lost."""
    yield from (f"{word}: {number}" for number, word in tuple(phones.items())[1:])
    yield from (f"{Field.EMAIL.value}: {mail}" for mail in dict.fromkeys(mails[1:]))


def _notes(columns: Columns, row: SourceRow, *further: str) -> str:
    return "\n".join(filter(None, (plain_text(columns.text(row, Field.NOTES)), columns.appended(row), *further)))


def _full_name(columns: Columns, row: SourceRow) -> str:
    parts = (columns.text(row, each) for each in (Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME))
    return " ".join(filter(None, parts)) or columns.text(row, Field.NAME)


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Keep what is not blank."""
    return {each: value for each, value in values.items() if value or (value == 0 and value is not False)}
