"""Asking the index: what holds all words of a query, newest first, or of the newest matches the best first."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy import text as sql

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.search_query import Phrase, SearchQuery
from reviewdesk.storage import search
from reviewdesk.storage.ready import Ready
from reviewdesk.storage.search_sources import SOURCES, account_mark, kind_mark, month_mark, year_mark

RANKED: Final = 2000
SMALL: Final = 50_000  # entries; in a larger index a single letter is looked for as a word, not as a beginning
_MONTHS: Final = 12
_LAST: Final = Ready(sql("SELECT coalesce(max(number), 0) FROM search_entry"))
_IN_DAYS: Final = " AND substr(e.day, 1, 10) BETWEEN :since AND :until"
_OF_KINDS: Final = " AND e.kind IN (SELECT value FROM json_each(:kinds))"
_OF_ACCOUNTS: Final = " AND e.account_id IN (SELECT value FROM json_each(:accounts))"
_MATCHES: Final = (
    "SELECT e.kind, e.record_id, e.account_id, e.day{best} FROM search_index s"
    " JOIN search_entry e ON e.number = s.rowid WHERE search_index MATCH :match{where}"
    " ORDER BY s.rowid DESC LIMIT :ranked"
)
_FOUND: Final = (
    "SELECT f.kind, f.record_id, f.account_id, f.day, a.name AS account, n.review_id FROM"
    " (SELECT *, row_number() OVER (ORDER BY {order}) AS place FROM ({matches})"
    " ORDER BY place LIMIT :limit OFFSET :passed) f"
    " LEFT JOIN account a ON a.id = f.account_id"
    " LEFT JOIN note_line n ON f.kind = 'note line' AND n.id = f.record_id ORDER BY f.place"
)


@dataclass(frozen=True, slots=True)
class Within:
    """Where is looked: these kinds, these accounts, these days, first and last included; empty is everywhere."""

    kinds: tuple[Kind, ...] = ()
    accounts: tuple[UUID, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of what is found is wanted: so many, after as many that were passed; the newest or the best first.

    With `names_only` the text of each is no more than what comes first in it. Only the newest are ranked.
    """

    limit: int = 20
    passed: int = 0
    best_first: bool = False
    names_only: bool = False
    ranked: int = RANKED


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found, with the text that matched, the name of its account and the review of a note."""

    kind: Kind
    record_id: UUID
    account_id: UUID | None
    day: str
    text: str
    account: str = ""
    review_id: UUID | None = None


EVERYWHERE: Final = Within()
FIRST: Final = Part()


def find(
    connection: Connection, query: SearchQuery, within: Within = EVERYWHERE, part: Part = FIRST
) -> tuple[Hit, ...]:
    """Find records that hold all words of a query; only the newest matches are ranked."""
    if not query:
        return ()
    order = "best, day DESC" if part.best_first else "day DESC, record_id"
    matches, values = _matches(connection, query, within, best=", s.rank AS best" if part.best_first else "")
    values |= {"limit": part.limit, "passed": part.passed, "ranked": part.ranked}
    rows = connection.execute(sql(_FOUND.format(matches=matches, order=order)), values).all()
    texts = _texts(connection, [(Kind(row.kind), row.record_id) for row in rows], names_only=part.names_only)
    return tuple(
        Hit(
            Kind(row.kind), UUID(row.record_id), UUID(row.account_id) if row.account_id else None, row.day,
            texts.get(row.record_id, ""), row.account or "", UUID(row.review_id) if row.review_id else None,
        )
        for row in rows
    )  # fmt: skip


def counts(connection: Connection, query: SearchQuery, within: Within = EVERYWHERE) -> dict[Kind, int]:
    """Count the newest matches by their kind; where there are as many as are ranked there may be more."""
    if not query:
        return {}
    matches, values = _matches(connection, query, within)
    statement = sql(f"SELECT kind, count(*) FROM ({matches}) GROUP BY kind")  # noqa: S608 - words of our own
    return {Kind(row[0]): row[1] for row in connection.execute(statement, values)}


def whole(connection: Connection, hits: Collection[Hit]) -> tuple[Hit, ...]:
    """Give hits of names with all that is written in them."""
    texts = _texts(connection, [(each.kind, each.record_id.hex) for each in hits])
    return tuple(replace(each, text=texts.get(each.record_id.hex, each.text)) for each in hits)


def text_of(connection: Connection, kind: Kind, record_id: UUID) -> str:
    """Give all that is written in a record; nothing where it is gone."""
    return _texts(connection, [(kind, record_id.hex)]).get(record_id.hex, "")


def _matches(
    connection: Connection, query: SearchQuery, within: Within, best: str = ""
) -> tuple[str, dict[str, object]]:
    """Give the query for the newest matches, and its values.

    An index from before its entries were marked is read entry by entry, until it has been made anew.
    """
    has_marks = search.is_current(connection)
    is_small = _LAST.run(connection)[0][0] <= SMALL
    values: dict[str, object] = {"match": match_of(query, within if has_marks else EVERYWHERE, is_small=is_small)}
    where = ""
    if within.kinds and not has_marks:
        where, values["kinds"] = _OF_KINDS, json.dumps(within.kinds)
    if within.accounts and not has_marks:
        where, values["accounts"] = where + _OF_ACCOUNTS, json.dumps([each.hex for each in within.accounts])
    if within.since or within.until:
        where += _IN_DAYS
        values["since"] = within.since.isoformat() if within.since else ""
        values["until"] = within.until.isoformat() if within.until else "9999"
    return _MATCHES.format(best=best, where=where), values | {"ranked": RANKED}


def match_of(query: SearchQuery, within: Within = EVERYWHERE, *, is_small: bool = True) -> str:
    """Turn a query and where to look into a match of the index."""
    wanted = [_written(each, is_small=is_small) for each in query.wanted]
    unwanted = [_written(each, is_small=is_small) for each in query.unwanted]
    kinds, others = within.kinds, tuple(kind for kind in SOURCES if within.kinds and kind not in within.kinds)
    if len(others) < len(kinds):  # few are to be left out, which is less to read than many to be in
        kinds, unwanted = (), [*unwanted, *_kind_marks(others)]
    marks = [_kind_marks(kinds), [f'"{account_mark(each.hex)}"' for each in within.accounts], _span(within)]
    wanted += [f"({' OR '.join(each)})" for each in marks if each]
    match = " AND ".join(wanted)
    return f"({match}) NOT ({' OR '.join(unwanted)})" if unwanted else match


def _written(phrase: Phrase, *, is_small: bool) -> str:
    goes_on = phrase.is_open and (is_small or len(phrase.words[-1]) > 1)
    return f'"{" ".join(phrase.words)}"' + (" *" if goes_on else "")


def _kind_marks(kinds: Iterable[Kind]) -> list[str]:
    return [f'"{kind_mark(each)}"' for each in kinds]


def _span(within: Within) -> list[str]:
    """Give the marks of the years that lie between two days as a whole, and of the months around them."""
    since, until = within.since, within.until
    if since is None or until is None:
        return []
    marks: list[str] = []
    for year in range(since.year, until.year + 1):
        first = since.month if year == since.year else 1
        last = until.month if year == until.year else _MONTHS
        is_whole = (first, last) == (1, _MONTHS)
        marks += [year_mark(year)] if is_whole else [month_mark(year, each) for each in range(first, last + 1)]
    return [f'"{each}"' for each in marks]


def _texts(connection: Connection, found: Collection[tuple[Kind, str]], *, names_only: bool = False) -> dict[str, str]:
    texts: dict[str, str] = {}
    for kind in {kind for kind, _ in found}:
        source = SOURCES[kind]
        source = replace(source, columns=source.columns[:1]) if names_only else source
        ids = json.dumps([record_id for each, record_id in found if each is kind])
        wanted = select(func.json_each(bindparam("ids")).table_valued("value").c.value)
        columns = [source.table.c[name] for name in source.columns]
        query = select(source.table.c.id, *columns).where(source.table.c.id.in_(wanted.scalar_subquery()))
        texts |= {row["id"]: "\n".join(source.texts(row)) for row in connection.execute(query, {"ids": ids}).mappings()}
    return texts
