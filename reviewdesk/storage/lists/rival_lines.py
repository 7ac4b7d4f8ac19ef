"""The note lines of a book that may name a rival, of all accounts, without reading the other notes."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, or_, select

from reviewdesk.domain.marker import Marker
from reviewdesk.storage.tables import note_line, review


@dataclass(frozen=True, slots=True)
class RivalLine:
    """The words of a line that says that a rival was named, the account it was noted at, and the day of its review."""

    account_id: UUID
    words: str
    on: date | None = None


def rival_lines(connection: Connection, account_id: UUID | None = None) -> tuple[RivalLine, ...]:
    """Give the lines of all reviews, or of one account's, that are marked or were sorted as one that names a rival."""
    from reviewdesk.domain.notes.marks import find_mark

    found: list[RivalLine] = []
    query = _query() if account_id is None else _query().where(review.c.account_id == account_id.hex)
    for account, text, sorted_as, day in connection.execute(query):
        mark = find_mark(text)
        unmarked = mark.marker is Marker.NOTE and sorted_as == Marker.RIVAL
        if mark.marker is Marker.RIVAL or unmarked:
            on = date.fromisoformat(day) if day else None
            found.append(RivalLine(UUID(account), text[mark.words_from :].strip(), on))
    return tuple(found)


@cache
def _query() -> Select[*tuple[Any, ...]]:
    from reviewdesk.domain.notes.marks import mark_of

    lines, mark = note_line.c, mark_of(Marker.RIVAL)
    signs = [word for words in mark.words.values() for word in words] if mark else []
    marked = (lines.text.contains(each, autoescape=True) for each in signs)
    return (
        select(review.c.account_id, lines.text, lines.sorted_as, func.coalesce(review.c.held_on, review.c.planned_on))
        .join(review, review.c.id == lines.review_id)
        .where(or_(lines.sorted_as == Marker.RIVAL.value, *marked))
    )
