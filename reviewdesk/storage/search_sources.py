"""What of each kind of record can be searched: its words, its day and its account; and how the index holds them.

Beside its words each entry of the index holds what kind it is of, which account it is about, its month and year, and of
a concern or a note what it complains of, as words that nobody can type. So a search inside an account or among a kind
reads no other entry.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import Column, Select, Table, null, select

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.said_before import things_in
from reviewdesk.domain.text import words_of
from reviewdesk.storage import outreach_tables, tables, tables_losses
from reviewdesk.storage.mapping import Row

# Another sign of the kind whenever more words are taken in: an index with the one before is made anew.
_KIND, _ACCOUNT, _MONTH, _YEAR, _THING = "\ue009", "\ue001", "\ue002", "\ue003", "\ue006"
_COMPLAINED: Final[Mapping[Kind, str]] = {Kind.CONCERN: "words", Kind.NOTE_LINE: "text"}
_YEAR_ENDS: Final = 4
_MONTH_ENDS: Final = 7
_IN_LISTS: Final = (
    "reasons", "tags", "asks", "products", "lots", "sites", "carriers", "processes", "contract_terms",
)  # fmt: skip
_WORDED: Final = frozenset(
    ("title", "points", "text", "what", "summary", "cause", "fix", "sentences", "decisions", "ask", "commitment")
) | {"question", "answer", "next_days", "changes"}


@dataclass(frozen=True, slots=True)
class Source:
    """Where the words, the day and the account of a kind of record are found; `nested` are values kept as JSON.

    Of these the texts under the names in `worded` are words.
    """

    table: Table
    columns: tuple[str, ...]
    day: str = "created_at"
    nested: frozenset[str] = frozenset()
    worded: frozenset[str] = _WORDED

    @property
    def account(self) -> str:
        """The column that names the account; nothing for what belongs to none."""
        if self.table is tables.account:
            return "id"
        return "account_id" if "account_id" in self.table.c else ""

    def texts(self, row: Row) -> list[str]:
        """Give what is written in a row, lists and values apart into their texts."""
        found: list[str] = []
        for name in self.columns:
            found += _texts_in(row[name], self.worded) if name in self.nested else [row[name]]
        return [each for each in found if each]


def _texts_in(stored: str, worded: frozenset[str]) -> list[str]:
    """Give the texts of a value that is kept as JSON; of what is none, the text itself."""
    try:
        return list(_worded(json.loads(stored), worded, is_text=True))
    except ValueError:
        return [stored]


def _worded(value: Any, worded: frozenset[str], *, is_text: bool) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    """Give the texts of a value: those of a list, and of what has names those under a name that holds words."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _worded(each, worded, is_text=name in worded)
    elif isinstance(value, list):
        for each in value:
            yield from _worded(each, worded, is_text=is_text)
    elif isinstance(value, str) and is_text:
        yield value


SOURCES: Final[Mapping[Kind, Source]] = {
    Kind.ACCOUNT: Source(
        tables.account,
        ("name", "industry", "city", "country", "notes", "website", "tags", "rivals"),
        nested=frozenset({"tags", "rivals"}),
    ),
    Kind.PERSON: Source(tables.person, ("name", "role", "email", "phone", "cares_about", "notes")),
    Kind.NOTE_LINE: Source(tables.note_line, ("text", "print_wording"), "held_on"),
    Kind.REVIEW: Source(
        tables.review,
        ("sentences", "ask", "commitment", "told_a_colleague", "place", "agenda"),
        "planned_on",
        frozenset({"sentences", "agenda"}),
    ),
    Kind.SUMMARY: Source(tables.summary, ("value",), "finished_on", frozenset({"value"})),
    Kind.CONCERN: Source(
        tables.concern,
        ("words", "summary", "root_cause", "fix", "beyond_the_fix", "why_withdrawn", "team", *_IN_LISTS),
        "raised_on",
        frozenset(_IN_LISTS),
    ),
    Kind.FOLLOW_UP: Source(tables.follow_up, ("what", "reason"), "said_on"),
    Kind.QUESTION: Source(tables.question, ("words", "answer"), "asked_on"),
    Kind.QUOTE: Source(tables.quote, ("words",), "said_on"),
    Kind.OPPORTUNITY: Source(tables.opportunity, ("what", "about", "next_step"), "noted_on"),
    Kind.CONTACT: Source(tables.contact, ("words",), "made_on"),
    Kind.ANSWER: Source(tables.answer, ("evidence",), "answered_on"),
    Kind.GOAL: Source(tables.goal, ("what", "target", "unit")),
    Kind.SWITCH: Source(tables.switch, ("rival", "line", "reason", "source"), "switched_on"),
    Kind.ATTACHMENT: Source(tables.attachment, ("name",), "added_on"),
    Kind.CUSTOM_VALUE: Source(tables.custom_value, ("value",)),
    Kind.PRODUCT: Source(tables.product, ("name", "series")),
    Kind.PLANNED_CHANGE: Source(
        tables.planned_change,
        ("name", "why", "offer", "items", "wordings"),
        "effective",
        frozenset({"items", "wordings"}),
        frozenset({"name", "replacement", "why", "offer"}),
    ),
    Kind.REVIEWED_LOSS: Source(
        tables_losses.reviewed_loss,
        ("what_happened", "causes", "answers", "plan", "lessons", "team", "interviewer"),
        "begun_on",
        frozenset({"causes", "answers", "plan", "lessons"}),
        frozenset({"words", "what", "who", "owner", "team"}),
    ),
    Kind.TOUCHED_BY_CHANGE: Source(tables.touched_by_change, ("words", "concession"), "taken_on"),
    Kind.SHARED_PROBLEM: Source(
        outreach_tables.shared_problem,
        ("name", "causes", "remedy_words", "script", "end_reason"),
        "reported_on",
        frozenset({"causes"}),
        frozenset({"value"}),
    ),
    Kind.AFFECTED: Source(
        outreach_tables.affected,
        ("why", "given", "attempts", "script", "override"),
        "joined_on",
        frozenset({"attempts"}),
        frozenset({"words"}),
    ),
    Kind.HAND_OFF: Source(
        outreach_tables.hand_off,
        ("to", "about", "terms", "sceptics", "rival", "won_because", "rival_may", "risks", "rounds", "checks"),
        "begun_on",
        frozenset({"rounds", "checks"}),
        frozenset({"who", "words"}),
    ),
    Kind.FRICTION: Source(outreach_tables.friction, ("process", "suits_us", "hurts", "owner", "why"), "noted_on"),
    Kind.PRICE_DIAGNOSIS: Source(
        tables.price_diagnosis, ("about", "same_evidence", "poor_evidence", "good_evidence", "plan"), "made_on"
    ),
    Kind.COLLEAGUE: Source(tables.colleague, ("name", "role", "email", "team")),
}


def words_in(kind: Kind, row: Row, account_id: str | None, day: str) -> str:
    """Give the words of a row as the index holds them; nothing where it says nothing or its kind is not searched."""
    words = words_of("\n".join(SOURCES[kind].texts(row))) if kind in SOURCES else []
    if not words:
        return ""
    things = things_in(row[_COMPLAINED[kind]]) if kind in _COMPLAINED else ()
    return " ".join([*words, *map(thing_mark, things), marks_of(kind, account_id, day)])


def marks_of(kind: Kind, account_id: str | None, day: str) -> str:
    """Give the words that say of which kind an entry is, which account it is about and when."""
    return " ".join([kind_mark(kind), *([account_mark(account_id)] if account_id else ()), *_day_marks(day)])


def kind_mark(kind: Kind) -> str:
    """Give the word that says of which kind an entry is."""
    return _KIND + "".join(each for each in kind.value if each.isalpha())


def thing_mark(thing: str) -> str:
    """Give the word that says that a complaint names a thing, in whatever words and language."""
    return _THING + thing


def account_mark(account_id: str) -> str:
    """Give the word that says which account an entry is about."""
    return _ACCOUNT + account_id


def month_mark(year: int, month: int) -> str:
    """Give the word that says in which month an entry lies."""
    return f"{_MONTH}{year:04}{month:02}"


def year_mark(year: int) -> str:
    """Give the word that says in which year an entry lies."""
    return f"{_YEAR}{year:04}"


def _day_marks(day: str) -> Iterable[str]:
    return (_MONTH + day[:_YEAR_ENDS] + day[5:_MONTH_ENDS], _YEAR + day[:_YEAR_ENDS]) if day else ()


@cache
def query_of(kind: Kind) -> Select[*tuple[Any, ...]]:
    """Select the words of all records of a kind with their account (`of_account`) and their day (`of_day`)."""
    source = SOURCES[kind]
    table = source.table
    columns: list[Column[str]] = [table.c[name] for name in ("id", *source.columns)]
    if kind is Kind.NOTE_LINE:
        review = tables.review.c
        query = select(*columns, review.account_id.label("of_account"), review.held_on.label("of_day"))
        return query.join(tables.review, review.id == table.c.review_id)
    account = table.c[source.account].label("of_account") if source.account else null().label("of_account")
    return select(*columns, account, table.c[source.day].label("of_day"))
