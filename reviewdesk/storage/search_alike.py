"""Asking the index for concerns and notes that share some of many words, the likeliest first."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy import text as sql

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.said_before import is_stem, stem_in
from reviewdesk.domain.text import is_ideograph
from reviewdesk.storage.search_sources import kind_mark, thing_mark

KINDS: Final = (Kind.CONCERN, Kind.NOTE_LINE)
COUNTED: Final = 4_000
LOOKED_AT: Final = 400
_COUNT: Final = sql("SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH :match LIMIT :counted)")
_TOTAL: Final = sql("SELECT coalesce(max(number), 0) FROM search_entry")
_ALIKE: Final = sql(
    "SELECT e.kind, e.record_id, e.account_id, e.day FROM search_index s JOIN search_entry e ON e.number = s.rowid"
    " WHERE search_index MATCH :match ORDER BY s.rank LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class Alike:
    """An entry that shares words with what was asked."""

    kind: Kind
    record_id: UUID
    account_id: UUID
    day: str


def holding(connection: Connection, wanted: Collection[str]) -> dict[str, int]:
    """Count for each idea how many concerns and notes hold it, up to `COUNTED`."""
    kinds = _kinds()
    return {
        key: connection.execute(_COUNT, {"match": f"{_one(key)} AND {kinds}", "counted": COUNTED}).scalar_one()
        for key in wanted
    }


def total(connection: Connection) -> int:
    """Say about how many entries the index has, by its last number: counting them would read all of it."""
    return int(connection.execute(_TOTAL).scalar_one())


def alike(connection: Connection, wanted: Collection[str], held: Mapping[str, int]) -> list[Alike]:
    """Give what shares a rare idea, or two that are common, of any account."""
    match = _match(wanted, held)
    if not match:
        return []
    rows = connection.execute(_ALIKE, {"match": match, "most": LOOKED_AT})
    return [Alike(Kind(row[0]), UUID(row[1]), UUID(row[2]), row[3]) for row in rows if row[2]]


def _match(wanted: Collection[str], held: Mapping[str, int]) -> str:
    there = {key: _one(key) for key in wanted if held.get(key)}
    rare = [each for key, each in there.items() if held[key] < COUNTED]
    common = [each for key, each in there.items() if held[key] >= COUNTED]
    pairs = [f"({one} AND {two})" for at, one in enumerate(common) for two in common[at + 1 :]]
    some = [*rare, *pairs] or common
    return f"({' OR '.join(some)}) AND {_kinds()}" if some else ""


def _one(key: str) -> str:
    """Give what asks for an idea: the mark that the index keeps of a thing, else the word it begins with."""
    if not is_stem(key):
        return f'"{thing_mark(key)}"'
    word, goes_on = stem_in(key)
    return f'"{_spaced(word)}"{" *" if goes_on else ""}'


def _spaced(word: str) -> str:
    return " ".join(word) if is_ideograph(word[0]) else word


def _kinds() -> str:
    return "(" + " OR ".join(f'"{kind_mark(each)}"' for each in KINDS) + ")"
