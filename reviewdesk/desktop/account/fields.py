"""The typed fields of an account, a person and a concern: labels, hints and choices, and how a value is written."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from reviewdesk.desktop.account.words import MONTHS
from reviewdesk.domain.account import Account, AccountStatus, ReasonToStay, SupplierPosition
from reviewdesk.domain.concern import SEVERITIES, CauseKind, Concern, Mismatch
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.languages import language_name
from reviewdesk.domain.people import Colleague, Part, Person, Stance
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.said import Contact, Opportunity, Question


class Shape(StrEnum):
    """How a field is typed.

    A line, some lines, the name of one of ours, or one or several from a list that is offered as one types; of the last
    three each is told once it is whole.
    """

    LINE = "line"
    TEXT = "text"
    NAME = "name"
    LISTED = "listed"
    SEVERAL = "several"


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


_FIVE: Final = ("", "1", "2", "3", "4", "5")
_GUT: Final = _FIVE
_GUT_WORDS: Final = (
    "not said",
    "1 · about to leave",
    "2 · uneasy",
    "3 · neither",
    "4 · good",
    "5 · could not be better",
)
_KNOWN_WORDS: Final = ("not known", "1 · by name", "2 · met once", "3 · speaks with them", "4 · well", "5 · trusted")
_INFLUENCE_WORDS: Final = ("not known", "1 · little", "2", "3 · some", "4", "5 · decides")
DETAILS: Final[tuple[tuple[str, tuple[Detail, ...]], ...]] = (
    (
        "About",
        (
            Detail("name", "Name"),
            Detail("industry", "Industry"),
            Detail("status", "Status", choices=tuple(each.value for each in AccountStatus)),
            Detail("owner", "Owner", "One of ours", shape=Shape.LISTED),
            Detail("parent", "Part of", "The account above it", shape=Shape.LISTED),
            Detail(
                "is_site", "Stands as", choices=("no", "yes"), words=("a company of its own", "a site of its account")
            ),
            Detail(
                "review_as_group",
                "What belongs to it",
                choices=("no", "yes"),
                words=("each reviewed alone", "reviewed as one group"),
            ),
            Detail("customer_since", "Customer since", "26 Nov 2016"),
            Detail("employees", "Employees"),
            Detail("annual_revenue", "Their own turnover"),
            Detail("language", "Language", "English", shape=Shape.LISTED),
            Detail("currency", "Currency", "EUR", shape=Shape.LISTED),
            Detail("time_zone", "Time zone", "Europe/Berlin", shape=Shape.LISTED),
            Detail("tags", "Tags", "several with commas"),
        ),
    ),
    (
        "Contract",
        (
            Detail("contract_end", "Contract ends", "31 Mar 2027"),
            Detail("notice_days", "Notice period in days"),
            Detail("renewal_agreed_on", "Renewal agreed on", "today, 3 Nov"),
            Detail("price_notice_days", "Notice of a price change in days"),
        ),
    ),
    (
        "How they buy",
        (
            Detail("supplier_position", "We are their supplier", choices=_words(SupplierPosition)),
            Detail("share_of_wallet", "Our share of what they buy, %"),
            Detail("reason_to_stay", "First reason to stay", choices=_words(ReasonToStay)),
            Detail("lines_bought", "Product lines bought", "several with commas"),
            Detail("rivals", "Rivals", "several with commas"),
        ),
    ),
    (
        "Addresses",
        (
            Detail("street", "Street"),
            Detail("postal_code", "Postal code"),
            Detail("city", "City"),
            Detail("region", "Region"),
            Detail("country", "Country"),
            Detail("phones", "Telephone", "several with commas"),
            Detail("website", "Website", "www.example.com"),
            Detail("domain", "Domain of their addresses", "example.com"),
        ),
    ),
    (
        "Clocks",
        (
            Detail("interval_months", "Review every … months", "as its tier asks"),
            Detail("first_review_due", "First review due", "31 Mar 2027"),
            Detail("last_review_before", "Last review before this book", "3 Sep 2026"),
            Detail("last_contact_before", "Last spoke before this book", "3 Sep 2026"),
        ),
    ),
    (
        "Ours only",
        (
            Detail("gut_feeling", "My gut feeling", choices=_GUT, words=_GUT_WORDS),
            Detail("gut_feeling_note", "What makes me uneasy"),
            Detail("cost_to_win", "What it cost to win them"),
        ),
    ),
)
PERSON_DETAILS: Final[tuple[Detail, ...]] = (
    Detail("name", "Name"),
    Detail("role", "Role"),
    Detail("phone", "Telephone"),
    Detail("email", "E-mail"),
    Detail("part", "Part played", choices=_words(Part)),
    Detail("reports_to", "Reports to", "Somebody at this account", shape=Shape.LISTED),
    Detail("known_by", "Who of us knows them", "One of ours", shape=Shape.LISTED),
    Detail("known_well", "How well", choices=_FIVE, words=_KNOWN_WORDS),
    Detail("influence", "Influence", choices=_FIVE, words=_INFLUENCE_WORDS),
    Detail("cares_about", "Cares about"),
    Detail("stance", "Stance, for our side only", choices=_words(Stance), hint="They may ask to see it."),
    Detail("preferred_channel", "Likes to be reached by", "call, mail, visit", shape=Shape.LISTED),
    Detail("language", "Language", "as the account", shape=Shape.LISTED),
    Detail("no_marketing", "Marketing", choices=("no", "yes"), words=("may be sent", "not to be sent")),
    Detail("left_on", "Left on", "3 Oct 2026"),
    Detail("notes", "Notes, only for me", shape=Shape.TEXT),
)
CHANNELS: Final = ("call", "mail", "visit", "video call", "text message")


CONCERN_TEXTS: Final[tuple[Detail, ...]] = (
    Detail("words", "In their words", shape=Shape.TEXT),
    Detail("summary", "Wording for the customer", shape=Shape.TEXT),
    Detail("root_cause", "Why it happened", "Printed in their summary", shape=Shape.TEXT),
    Detail("fix", "What we do about it", "Printed in their summary", shape=Shape.TEXT),
    Detail("asks", "What they ask for, one a line", "A fixed slot by 3 Dec", shape=Shape.TEXT),
    Detail("beyond_the_fix", "What did we do beyond the fix?", "For our side only", shape=Shape.TEXT),
    Detail("why_withdrawn", "Why it was withdrawn", "For our side only", shape=Shape.TEXT),
)
CONCERN_TAGS: Final[tuple[Detail, ...]] = (
    Detail("products", "Product", "of what they buy", shape=Shape.SEVERAL),
    Detail("lots", "Lot", "L-2210", shape=Shape.SEVERAL),
    Detail("sites", "Site", "where it was made or sent", shape=Shape.SEVERAL),
    Detail("carriers", "Carrier", "who brought it", shape=Shape.SEVERAL),
    Detail("processes", "Process", "invoicing, returns", shape=Shape.SEVERAL),
    Detail("contract_terms", "Contract term", "payment in 30 days", shape=Shape.SEVERAL),
    Detail("team", "Team that answers for it", shape=Shape.LISTED),
    Detail("tags", "Other tags", "several with commas"),
)
CONCERN_DETAILS: Final[tuple[Detail, ...]] = (
    Detail("owner", "Who owns it", "One of ours", shape=Shape.NAME),
    Detail(
        "severity",
        "Severity",
        choices=tuple(str(each) for each in SEVERITIES),
        words=tuple(f"{number} · {words}" for number, words in SEVERITIES.items()),
    ),
    Detail("cause_kind", "Kind of cause", choices=_words(CauseKind)),
    Detail("mismatch", "What did not match", choices=_words(Mismatch)),
    Detail("plan_due", "A plan by", "next Friday, in 2 weeks, 3 Mar"),
    Detail("fix_due", "Fixed by", "in 3 weeks, 20 Mar"),
    Detail("told_on", "They were told on", "today, 3 Nov"),
    Detail("raised_on", "Raised on", "today, 3 Nov", shape=Shape.NAME),
    Detail("raised_by", "Raised by", "Somebody at this account", shape=Shape.LISTED),
    Detail("reasons", "Reasons, up to three", "late, damaged"),
    Detail("set_aside", "In their summary", choices=("no", "yes"), words=("printed", "kept out")),
    Detail(
        "by_letter",
        "Came as a letter",
        choices=("no", "yes"),
        words=("no", "yes: answer in writing in 1 day, call in 2"),
    ),
    Detail("cost", "What it cost us", "800"),
)
FOLLOW_UP_TEXTS: Final[tuple[Detail, ...]] = (
    Detail("what", "What", shape=Shape.TEXT),
    Detail("reason", "Why, where it is let go or not kept", "For our side only", shape=Shape.TEXT),
)
FOLLOW_UP_DETAILS: Final[tuple[Detail, ...]] = (
    Detail("due", "By when", "next Friday, in 2 weeks, 3 Mar", shape=Shape.NAME),
    Detail("agreed_with", "The new date was agreed with", "who of them"),
    Detail("side", "It is for", choices=tuple(Side), words=("us to do", "them to do")),
    Detail("who", "Who does it", "a name", shape=Shape.LISTED),
    Detail("waits_on", "Waits on", choices=tuple(WaitsOn), words=tuple(WaitsOn)),
    Detail("is_promise", "Promised", choices=("no", "yes"), words=("no, only to be done", "yes, they count on it")),
    Detail("said_on", "Said on", "today, 3 Nov", shape=Shape.NAME),
    Detail("remind_before", "Reminds, days before", "7, 1, 0"),
    Detail("snoozed_until", "Out of sight until", "next Monday", shape=Shape.NAME),
    Detail("repeat_months", "Comes again every … months"),
    Detail("minutes", "Takes, minutes"),
)


def text_of(
    record: Account | Person | Colleague | Concern | Purchase | FollowUp | Question | Opportunity | Contact, name: str
) -> str:
    """Write the value of a field as it is typed."""
    value = getattr(record, name)
    if name == "language":
        return language_name(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, tuple):
        apart = "; " if any("," in each for each in value) else ", "
        return apart.join(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
