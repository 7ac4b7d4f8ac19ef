"""Concerns and notes that may be like a complaint."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, ScalarSelect, func, select

from reviewdesk.domain.concern import Stage
from reviewdesk.domain.marker import Marker
from reviewdesk.storage.ids import id_of
from reviewdesk.storage.tables import concern, note_line

_ABOUT: Final = {"products": "product", "lots": "lot", "carriers": "carrier", "processes": "process"}
_NOTHING: Final = "[]"


def line_texts(connection: Connection, line_ids: Collection[UUID]) -> dict[UUID, str]:
    """Give the text of these note lines; those that are gone, or were sorted as praise, are left out."""
    no_praise = note_line.c.sorted_as.is_distinct_from(Marker.GOING_RIGHT.value)
    query = select(note_line.c.id, note_line.c.text).where(note_line.c.id.in_(_one_of(line_ids)), no_praise)
    return {id_of(row.id): row.text for row in connection.execute(query)}


@dataclass(frozen=True, slots=True)
class SaidConcern:
    """What a concern says, when it was raised, the note line it was made from, and whether that is gone.

    `taken_back` says that the customer took it back; `about` are the products, lots, carriers and processes that it is
    about, each with the word for what it is.
    """

    words: str
    on: date
    line_id: UUID | None
    withdrawn: bool
    taken_back: bool
    about: tuple[tuple[str, str], ...] = ()


def concern_words(connection: Connection, concern_ids: Collection[UUID]) -> dict[UUID, SaidConcern]:
    """Give the words of these concerns without all else that is known of them."""
    columns = concern.c
    query = select(
        columns.id, columns.words, columns.raised_on, columns.line_id, columns.withdrawn, columns.stage,
        *(columns[name] for name in _ABOUT),
    ).where(columns.id.in_(_one_of(concern_ids)))  # fmt: skip
    return {
        id_of(each): SaidConcern(
            words,
            date.fromisoformat(on),
            id_of(line) if line else None,
            bool(gone),
            stage == Stage.WITHDRAWN.value,
            tuple(_about(about)),
        )
        for each, words, on, line, gone, stage, *about in connection.execute(query)
    }


def _about(stored: Sequence[str]) -> Iterator[tuple[str, str]]:
    for word, values in zip(_ABOUT.values(), stored, strict=True):
        if values != _NOTHING:
            yield from ((word, each) for each in json.loads(values))


def _one_of(ids: Collection[UUID]) -> ScalarSelect[str]:
    wanted = func.json_each(json.dumps([each.hex for each in ids])).table_valued("value").c.value
    return select(wanted).scalar_subquery()
