"""The note lines of a book that may name a rival, of all accounts, without reading the other notes."""

from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, or_, select

from reviewdesk.domain.marker import Marker
from reviewdesk.storage.tables import note_line, review


@dataclass(frozen=True, slots=True)
class RivalLine:
    """The words of a line that says that a rival was named, and the account it was noted at."""

    account_id: UUID
    words: str


def rival_lines(connection: Connection) -> tuple[RivalLine, ...]:
    """Give the lines of all reviews that are marked, or were sorted, as one that names a rival."""
    from reviewdesk.domain.notes.marks import find_mark

    found: list[RivalLine] = []
    for account, text, sorted_as in connection.execute(_query()):
        mark = find_mark(text)
        unmarked = mark.marker is Marker.NOTE and sorted_as == Marker.RIVAL
        if mark.marker is Marker.RIVAL or unmarked:
            found.append(RivalLine(UUID(account), text[mark.words_from :].strip()))
    return tuple(found)


@cache
def _query() -> Select[*tuple[Any, ...]]:
    from reviewdesk.domain.notes.marks import mark_of

    lines, mark = note_line.c, mark_of(Marker.RIVAL)
    signs = [word for words in mark.words.values() for word in words] if mark else []
    marked = (lines.text.contains(each, autoescape=True) for each in signs)
    return (
        select(review.c.account_id, lines.text, lines.sorted_as)
        .join(review, review.c.id == lines.review_id)
        .where(or_(lines.sorted_as == Marker.RIVAL.value, *marked))
    )
