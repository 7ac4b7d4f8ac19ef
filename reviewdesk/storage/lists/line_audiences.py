"""Which note lines of an account somebody gave another audience or wording, without reading the notes themselves."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, or_, select

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.review import NoteLine
from reviewdesk.storage.tables import note_line, review

BY_HAND: Final = frozenset({"audience", "set_aside", "print_wording"})


@dataclass(frozen=True, slots=True)
class LineAudience:
    """A note line whose audience, place in the summary or wording for print was set by hand."""

    id: UUID
    audience: Audience | None
    set_aside: bool
    print_wording: str


def line_audiences(connection: Connection, account_id: UUID) -> tuple[LineAudience, ...]:
    """Give the lines of all reviews of an account that do not stand as their marks say."""
    return tuple(
        LineAudience(UUID(row[0]), Audience(row[1]) if row[1] else None, bool(row[2]), row[3])
        for row in connection.execute(_query(), {"account": account_id.hex})
    )


def is_by_hand(line: NoteLine) -> bool:
    """Say whether a line does not stand as its mark says."""
    return bool(line.audience or line.set_aside or line.print_wording)


@cache
def _query() -> Select[*tuple[Any, ...]]:
    lines = note_line.c
    return (
        select(lines.id, lines.audience, lines.set_aside, lines.print_wording)
        .join(review, review.c.id == lines.review_id)
        .where(review.c.account_id == bindparam("account"))
        .where(or_(lines.audience.is_not(None), lines.set_aside != 0, lines.print_wording != ""))
    )
