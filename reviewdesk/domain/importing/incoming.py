"""Records as another program's files give them, before anything is compared with the book."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, NamedTuple

from reviewdesk.domain.importing.decisions import ToDecide
from reviewdesk.domain.importing.fields import TableUse
from reviewdesk.domain.said import Channel

# How the sources are named whose ids are those of sales figures; the set they are of stands behind it.
FIGURES: Final = "Sales figures"
Values = Mapping[str, Any]


class Origin(NamedTuple):
    """The program, file and line a record was read from, and the program's own id for it, empty where it has none."""

    source: str
    file: str
    line: int
    id: str = ""


class AccountRef(NamedTuple):
    """How a file names the account that something belongs to: the source's id, a name, or the domain of an address."""

    source: str
    id: str
    name: str
    domain: str = ""


@dataclass(frozen=True, slots=True)
class IncomingAccount:
    """A company; `values` holds what is not blank, by the names of the fields of an account."""

    origin: Origin
    name: str
    values: Values = field(default_factory=dict)
    parent: AccountRef | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class IncomingPerson:
    """A person of theirs; `values` holds what is not blank, by the names of the fields of a person."""

    origin: Origin
    name: str
    account: AccountRef
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IncomingColleague:
    """A person of ours."""

    origin: Origin
    name: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IncomingProduct:
    """Something we sell."""

    origin: Origin
    name: str
    values: Values = field(default_factory=dict)


class IncomingPurchase(NamedTuple):
    """One won deal; `agent` is who of us won it, `product` is its name as written, as are lot, site, carrier and term.

    `may_be` holds the currencies it may have been read in before, where its file names none. A figure of finance is
    always as its file says, found again by its id.
    """

    origin: Origin
    account: AccountRef
    bought_on: date
    amount: Decimal
    currency: str
    product: str = ""
    title: str = ""
    agent: str = ""
    quantity: Decimal | None = None
    lot: str = ""
    site: str = ""
    carrier: str = ""
    contract_term: str = ""
    may_be: tuple[str, ...] = ()
    is_figure: bool = False


class FigureSpan(NamedTuple):
    """What one table of sales figures covers: the set it is of, and its first and last day."""

    source: str
    file: str
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Say whether a day lies within it."""
        return self.first <= day <= self.last


class NoteAbout(StrEnum):
    """Whose record a note hangs on where it comes from."""

    ACCOUNT = "account"
    PERSON = "person"
    PURCHASE = "deal"


class IncomingNote(NamedTuple):
    """A note, or an activity that is done; with a `channel` it was a conversation.

    `account` holds the id of the record it is `about`.
    """

    origin: Origin
    account: AccountRef
    about: NoteAbout
    day: date | None
    words: str
    channel: Channel | None = None
    person: str = ""


class LeftOut(NamedTuple):
    """A row that is not imported, why, and what it holds in short; line 0 stands for the whole file."""

    file: str
    line: int
    reason: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """Everything the chosen files hold."""

    tables: tuple[TableUse, ...] = ()
    accounts: tuple[IncomingAccount, ...] = ()
    people: tuple[IncomingPerson, ...] = ()
    colleagues: tuple[IncomingColleague, ...] = ()
    products: tuple[IncomingProduct, ...] = ()
    purchases: tuple[IncomingPurchase, ...] = ()
    said: tuple[IncomingNote, ...] = ()
    spans: tuple[FigureSpan, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    to_decide: tuple[ToDecide, ...] = ()
    notes: tuple[str, ...] = ()
