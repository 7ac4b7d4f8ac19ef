"""The typed fields of an account, a person and a concern: labels, hints and choices, and how a value is written."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from reviewdesk.desktop.account.words import MONTHS
from reviewdesk.domain.account import Account, AccountStatus, ReasonToStay, SupplierPosition
from reviewdesk.domain.concern import SEVERITIES, Concern
from reviewdesk.domain.people import Part, Person, Stance


class Shape(StrEnum):
    """How a field is typed: a line, some lines, or the name of one of ours, which is told once it is whole."""

    LINE = "line"
    TEXT = "text"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Detail:
    """One field of a record that is typed: its name in the record, its label, a hint, and choices.

    `words` are what the choices are called where that is more than they are.
    """

    name: str
    label: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    shape: Shape = Shape.LINE


def _words(choices: type[StrEnum]) -> tuple[str, ...]:
    return ("", *(each.value for each in choices))


DETAILS: Final[tuple[tuple[str, tuple[Detail, ...]], ...]] = (
    (
        "The company",
        (
            Detail("name", "Name"),
            Detail("industry", "Industry"),
            Detail("website", "Website"),
            Detail("phones", "Telephone", "several with commas"),
            Detail("street", "Street"),
            Detail("postal_code", "Postal code"),
            Detail("city", "City"),
            Detail("country", "Country"),
            Detail("language", "Language"),
            Detail("time_zone", "Time zone", "Europe/Berlin"),
            Detail("employees", "Employees"),
            Detail("annual_revenue", "Their own turnover"),
            Detail("tags", "Tags", "several with commas"),
        ),
    ),
    (
        "With us",
        (
            Detail("owner", "Owner"),
            Detail("status", "Status", choices=tuple(each.value for each in AccountStatus)),
            Detail("customer_since", "Customer since", "26 Nov 2016"),
            Detail("currency", "Currency", "EUR"),
            Detail("interval_months", "Review every … months", "as its tier asks"),
            Detail("first_review_due", "First review due", "31 Mar 2027"),
            Detail("last_review_before", "Last review before this book"),
            Detail("last_contact_before", "Last spoke before this book"),
            Detail("lines_bought", "Product lines bought", "several with commas"),
        ),
    ),
    (
        "Why they stay",
        (
            Detail("supplier_position", "We are their supplier", choices=_words(SupplierPosition)),
            Detail("share_of_wallet", "Our share of what they buy, %"),
            Detail("reason_to_stay", "First reason to stay", choices=_words(ReasonToStay)),
            Detail("rivals", "Rivals", "several with commas"),
            Detail("contract_end", "Contract ends", "31 Mar 2027"),
            Detail("notice_days", "Notice period in days"),
            Detail("renewal_agreed_on", "Renewal agreed on"),
            Detail("price_notice_days", "Notice of a price change in days"),
        ),
    ),
)
PERSON_DETAILS: Final[tuple[Detail, ...]] = (
    Detail("name", "Name"),
    Detail("role", "Role"),
    Detail("phone", "Telephone"),
    Detail("email", "E-mail"),
    Detail("part", "Part played", choices=_words(Part)),
    Detail("cares_about", "Cares about"),
    Detail("stance", "Stance, for our side only", "They may ask to see it.", choices=_words(Stance)),
    Detail("influence", "Influence, 1 to 5"),
    Detail("left_on", "Left on", "3 Oct 2026"),
)


CONCERN_TEXTS: Final[tuple[Detail, ...]] = (
    Detail("words", "In their words", shape=Shape.TEXT),
    Detail("summary", "Wording for the customer", shape=Shape.TEXT),
    Detail("root_cause", "Why it happened", "Printed in their summary", shape=Shape.TEXT),
    Detail("fix", "What we do about it", "Printed in their summary", shape=Shape.TEXT),
    Detail("beyond_the_fix", "What we did beyond the fix", "For our side only", shape=Shape.TEXT),
)
CONCERN_DETAILS: Final[tuple[Detail, ...]] = (
    Detail("owner", "Who owns it", "One of ours", shape=Shape.NAME),
    Detail("team", "Team"),
    Detail(
        "severity",
        "Severity",
        choices=tuple(str(each) for each in SEVERITIES),
        words=tuple(f"{number} · {words}" for number, words in SEVERITIES.items()),
    ),
    Detail("plan_due", "Plan by", "next Friday, in 2 weeks, 3 Mar"),
    Detail("told_on", "They were told on", "today, 3 Nov"),
    Detail("set_aside", "In their summary", choices=("no", "yes"), words=("printed", "kept out")),
)


def text_of(record: Account | Person | Concern, name: str) -> str:
    """Write the value of a field as it is typed."""
    value = getattr(record, name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, tuple):
        return ", ".join(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
