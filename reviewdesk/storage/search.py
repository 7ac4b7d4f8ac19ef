"""Search over everything written: an index of folded words, kept in the transaction of each write.

The index holds no text of its own; what was found is read from its record. Newest comes first, and among the newest
matches the best.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from uuid import UUID

from sqlalchemy import Column, Connection, Table, bindparam, delete, func, insert, select
from sqlalchemy import text as sql

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.text import is_ideograph, words_of
from reviewdesk.storage import tables
from reviewdesk.storage.kept_tables import search_entry
from reviewdesk.storage.mapping import Row
from reviewdesk.storage.ready import Ready, ReadySelect

INDEX_SQL: Final = (
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0')"
)
RANKED = 2000
LONGEST_QUERY = 1000
MOST_WORDS = 32
_BATCH = 500
_IDS: Final = func.json_each(bindparam("ids")).table_valued("value")
_ONE_OF: Final = select(_IDS.c.value).scalar_subquery()
_NUMBERS: Final = Ready(select(search_entry.c.number).where(search_entry.c.record_id.in_(_ONE_OF)))
_FORGET: Final = Ready(delete(search_entry).where(search_entry.c.record_id.in_(_ONE_OF)))
_LAST: Final = Ready(sql("SELECT coalesce(max(number), 0) FROM search_entry"))
_ENTER: Final = Ready(insert(search_entry), *search_entry.c.keys())
_INDEX: Final = Ready(sql("INSERT INTO search_index(rowid, words) VALUES (:number, :words)"))
_TAKE_OUT: Final = Ready(sql("DELETE FROM search_index WHERE rowid=:number"))


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the words, the day and the account of a kind of record are found."""

    table: Table
    columns: tuple[str, ...]
    day: str = ""
    lists: frozenset[str] = frozenset()

    def texts(self, row: Row) -> list[str]:
        """Give what is written in a row, lists apart into their items."""
        found: list[str] = []
        for name in self.columns:
            found += json.loads(row[name]) if name in self.lists else [row[name]]
        return [each for each in found if each]


SOURCES: Final[Mapping[Kind, _Source]] = {
    Kind.ACCOUNT: _Source(
        tables.account,
        ("name", "industry", "city", "country", "notes", "website", "tags", "rivals"),
        lists=frozenset({"tags", "rivals"}),
    ),
    Kind.PERSON: _Source(tables.person, ("name", "role", "email", "phone", "cares_about", "notes")),
    Kind.NOTE_LINE: _Source(tables.note_line, ("text", "print_wording")),
    Kind.REVIEW: _Source(
        tables.review,
        ("sentences", "ask", "commitment", "told_a_colleague", "place"),
        "planned_on",
        frozenset({"sentences"}),
    ),
    Kind.CONCERN: _Source(tables.concern, ("words", "summary", "root_cause", "fix", "beyond_the_fix"), "raised_on"),
    Kind.FOLLOW_UP: _Source(tables.follow_up, ("what", "reason"), "said_on"),
    Kind.QUESTION: _Source(tables.question, ("words", "answer"), "asked_on"),
    Kind.OPPORTUNITY: _Source(tables.opportunity, ("what", "about", "next_step"), "noted_on"),
    Kind.CONTACT: _Source(tables.contact, ("words",), "made_on"),
    Kind.SWITCH: _Source(tables.switch, ("rival", "line", "reason", "source"), "switched_on"),
    Kind.ATTACHMENT: _Source(tables.attachment, ("name",), "added_on"),
    Kind.CUSTOM_VALUE: _Source(tables.custom_value, ("value",)),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found, with the text that matched."""

    kind: Kind
    record_id: UUID
    account_id: UUID | None
    day: str
    text: str


def index(
    connection: Connection, records: Collection[tuple[Kind, UUID]], *, redated: Collection[str] = frozenset()
) -> None:
    """Bring the index up to date with these records.

    `redated` are reviews whose lines are of another day, or of another account, now.
    """
    if redated:
        lines = connection.execute(select(tables.note_line.c.id).where(tables.note_line.c.review_id.in_(redated)))
        records = {*records, *((Kind.NOTE_LINE, UUID(each)) for each in lines.scalars())}
    for kind, source in SOURCES.items():
        ids = [record_id.hex for each, record_id in records if each is kind]
        for start in range(0, len(ids), _BATCH):
            _index_some(connection, kind, source, ids[start : start + _BATCH])


def words_in(kind: Kind, row: Row) -> str:
    """Give the words of a row as the index holds them; nothing for a kind that is not searched."""
    return " ".join(words_of("\n".join(SOURCES[kind].texts(row)))) if kind in SOURCES else ""


def rebuild(connection: Connection) -> None:
    """Make the index anew from the records."""
    connection.execute(sql("DELETE FROM search_index"))
    connection.execute(delete(search_entry))
    for kind, source in SOURCES.items():
        ids = list(connection.execute(select(source.table.c.id)).scalars())
        for start in range(0, len(ids), _BATCH):
            _index_some(connection, kind, source, ids[start : start + _BATCH])


def _index_some(connection: Connection, kind: Kind, source: _Source, ids: list[str]) -> None:
    wanted = {"ids": json.dumps(ids)}
    _forget(connection, wanted)
    entries: list[dict[str, object]] = []
    for row in _rows(source).rows(connection, wanted):
        folded = words_in(kind, row)
        if folded:
            entries.append(
                {
                    "kind": kind.value,
                    "record_id": row["id"],
                    "account_id": row["of_account"],
                    "day": row["of_day"] or "",
                    "words": folded,
                }
            )
    if entries:
        first = _LAST.run(connection)[0][0] + 1
        numbered = [{"number": first + at, **entry} for at, entry in enumerate(entries)]
        _ENTER.run_each(connection, numbered)
        _INDEX.run_each(connection, numbered)


def _forget(connection: Connection, wanted: Mapping[str, str]) -> None:
    old = _NUMBERS.run(connection, wanted)
    if old:
        _TAKE_OUT.run_each(connection, [{"number": number} for (number,) in old])
        _FORGET.run(connection, wanted)


@cache
def _rows(source: _Source) -> ReadySelect:
    """Select the words of some records with their account and day."""
    table = source.table
    columns: list[Column[str]] = [table.c[name] for name in ("id", *source.columns)]
    if table is tables.note_line:
        day = tables.review.c.held_on.label("of_day")
        query = select(*columns, tables.review.c.account_id.label("of_account"), day)
        query = query.join(tables.review, tables.review.c.id == table.c.review_id)
    else:
        account = table.c.id if table is tables.account else table.c.account_id
        day_column = table.c[source.day] if source.day else table.c.created_at
        query = select(*columns, account.label("of_account"), day_column.label("of_day"))
    return ReadySelect(query.where(table.c.id.in_(_ONE_OF)))


def match_of(query: str) -> str:
    """Turn typed words into a match: all of them, the last as a prefix, ideographs that touch as a phrase.

    Of a very long query the first words count.
    """
    parts: list[str] = []
    run: list[str] = []
    words = words_of(query[:LONGEST_QUERY])[:MOST_WORDS]
    for word in words:
        if is_ideograph(word[0]):
            run.append(word)
            continue
        if run:
            parts.append(_phrase(run))
            run = []
        parts.append(f'"{word}"')
    if run:
        parts.append(_phrase(run))
    elif parts and query[-1:].isalnum():
        parts[-1] += "*"
    return " ".join(parts)


def _phrase(run: Iterable[str]) -> str:
    return '"' + " ".join(run) + '"'


def find(
    connection: Connection, query: str, *, kinds: Collection[Kind] = (), account_id: UUID | None = None, limit: int = 20
) -> tuple[Hit, ...]:
    """Find records that hold all words of a query: of the newest matches the best first."""
    match = match_of(query)
    if not match:
        return ()
    where = " AND e.account_id = :account" if account_id else ""
    where += " AND e.kind IN :kinds" if kinds else ""
    statement = sql(
        "SELECT kind, record_id, account_id, day FROM ("  # noqa: S608 - only our own words are put together here
        " SELECT e.kind, e.record_id, e.account_id, e.day, s.rank AS best FROM search_index s"
        " JOIN search_entry e ON e.number = s.rowid WHERE search_index MATCH :match" + where +
        " ORDER BY s.rowid DESC LIMIT :ranked) ORDER BY day DESC, best LIMIT :limit"
    )  # fmt: skip
    values: dict[str, object] = {"match": match, "ranked": RANKED, "limit": limit}
    if account_id:
        values["account"] = account_id.hex
    if kinds:
        statement = statement.bindparams(bindparam("kinds", expanding=True))
        values["kinds"] = [each.value for each in kinds]
    rows = connection.execute(statement, values).all()
    texts = _texts(connection, [(Kind(row.kind), row.record_id) for row in rows])
    return tuple(
        Hit(
            Kind(row.kind), UUID(row.record_id), UUID(row.account_id) if row.account_id else None, row.day,
            texts.get(row.record_id, ""),
        )
        for row in rows
    )  # fmt: skip


def _texts(connection: Connection, found: Collection[tuple[Kind, str]]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for kind in {kind for kind, _ in found}:
        source = SOURCES[kind]
        ids = [record_id for each, record_id in found if each is kind]
        columns = [source.table.c[name] for name in source.columns]
        rows = connection.execute(select(source.table.c.id, *columns).where(source.table.c.id.in_(ids)))
        texts |= {row["id"]: "\n".join(source.texts(row)) for row in rows.mappings()}
    return texts


def review_of_line(connection: Connection, line_id: UUID) -> UUID | None:
    """Give the review that a note line belongs to."""
    query = select(tables.note_line.c.review_id).where(tables.note_line.c.id == line_id.hex)
    found = connection.execute(query).scalar()
    return UUID(found) if found else None
