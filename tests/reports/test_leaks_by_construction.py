"""The first wall: what a customer's document is made from has no place for anything internal.

Every renderer that gives a document for a customer (with its template's own words, for the second wall) is found by
its type; all types that its value can hold are walked through.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from reviewdesk import domain, reports
from reviewdesk.domain.audience import ONLY_ME, Audience
from reviewdesk.domain.invitation import Invitation
from reviewdesk.domain.summary_mail import MailText
from reviewdesk.reports.summary import Rendered


def customer_values() -> dict[str, type]:
    """Give the types of what customers' documents and mails are made from, by name."""
    found: dict[str, type] = {each.__name__: each for each in (Invitation, MailText)}
    for module in pkgutil.iter_modules(reports.__path__):
        code = importlib.import_module(f"{reports.__name__}.{module.name}")
        for name, thing in vars(code).items():
            if name.startswith("render") and callable(thing):
                hints = get_type_hints(thing)
                if hints.get("return") is Rendered:
                    found.update((each.__name__, each) for each in parts_of(next(iter(hints.values()))))
    return found


def parts_of(hint: Any) -> Iterator[type]:
    """Give the dataclasses that a type hint names."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for each in get_args(hint):
        yield from parts_of(each)


def reach(value: type) -> dict[type, str]:
    """Give every dataclass that a value of this type can hold, with the way to it."""
    found, waiting = {value: value.__name__}, [value]
    while waiting:
        holder = waiting.pop()
        hints = get_type_hints(holder)
        for each in fields(holder):
            for part in parts_of(hints[each.name]):
                if part not in found:
                    found[part] = f"{found[holder]}.{each.name}"
                    waiting.append(part)
    return found


def internal_fields(value: type) -> list[str]:
    """Give the fields that a value of this type can hold and that are not the customer's to read."""
    return [
        f"{way}.{each.name}"
        for part, way in reach(value).items()
        for each in fields(part)
        if each.metadata.get("audience", Audience.CUSTOMER) is not Audience.CUSTOMER
    ]


def test_the_summary_the_pre_read_the_letters_and_the_mails_are_all_looked_at():
    assert {"CustomerSummary", "PreRead", "MailText", "Invitation"} <= set(customer_values())
    assert len(customer_values()) >= 7


@pytest.mark.parametrize("name", sorted(customer_values()))
def test_no_field_for_our_side_or_only_me_can_reach_what_a_customer_reads(name: str):
    assert internal_fields(customer_values()[name]) == []


@pytest.mark.parametrize("name", sorted(customer_values()))
def test_no_record_of_the_book_stands_in_what_a_customer_reads(name: str):
    records = [
        way
        for part, way in reach(customer_values()[name]).items()
        if any("audience" in each.metadata for each in fields(part))
    ]
    assert records == []


def test_a_field_that_were_planted_deep_inside_would_be_found():
    @dataclass
    class Inner:
        stance: str = field(default="", metadata=ONLY_ME)

    @dataclass
    class Outer:
        rows: "tuple[Inner, ...]" = ()

    Outer.__annotations__["rows"] = tuple[Inner, ...]
    assert internal_fields(Outer) == ["Outer.rows.stance"]
    assert domain is not None
