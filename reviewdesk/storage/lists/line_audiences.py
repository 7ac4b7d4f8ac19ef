"""Which note lines of an account somebody gave another audience or wording, without reading the notes themselves."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, or_, select

from reviewdesk.domain.audience import Audience
from reviewdesk.storage.tables import note_line, review


@dataclass(frozen=True, slots=True)
class LineAudience:
    """A note line whose audience, place in the summary or wording for print was set by hand."""

    id: UUID
    audience: Audience | None
    set_aside: bool
    print_wording: str


def line_audiences(connection: Connection, account_id: UUID) -> tuple[LineAudience, ...]:
    """Give the lines of all reviews of an account that do not stand as their marks say."""
    lines = note_line.c
    query = (
        select(lines.id, lines.audience, lines.set_aside, lines.print_wording)
        .join(review, review.c.id == lines.review_id)
        .where(review.c.account_id == account_id.hex)
        .where(or_(lines.audience.is_not(None), lines.set_aside != 0, lines.print_wording != ""))
    )
    return tuple(
        LineAudience(UUID(row[0]), Audience(row[1]) if row[1] else None, bool(row[2]), row[3])
        for row in connection.execute(query)
    )
