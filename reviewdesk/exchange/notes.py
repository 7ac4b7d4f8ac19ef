"""Notes and activities: a conversation that took place is a contact made, anything else a note of its day."""

import re
from collections.abc import Iterator
from typing import Final

from reviewdesk.domain.importing.decisions import Deciding
from reviewdesk.domain.importing.fields import Field
from reviewdesk.domain.importing.incoming import AccountRef, IncomingNote, LeftOut, NoteAbout
from reviewdesk.domain.said import Channel
from reviewdesk.exchange.columns import Columns
from reviewdesk.exchange.html_text import plain_text
from reviewdesk.exchange.table import SourceRow

_LONGEST: Final = 10_000
# A mail that was sent is no contact yet: only an answer makes it one, and no export says whether there was one.
_CHANNELS: Final = {
    Channel.CALL: re.compile(r"call|phone|anruf|telefon|appel|llamada", re.IGNORECASE),
    Channel.VISIT: re.compile(r"meeting|lunch|dinner|visit|demo|treffen|termin|besuch|réunion|reunión", re.IGNORECASE),
}
_MODULES: Final = {
    "contact": NoteAbout.PERSON, "person": NoteAbout.PERSON, "lead": NoteAbout.PERSON,
    "deal": NoteAbout.PURCHASE, "potential": NoteAbout.PURCHASE, "opportunit": NoteAbout.PURCHASE,
}  # fmt: skip


def notes(columns: Columns, _: Deciding) -> Iterator[IncomingNote | LeftOut]:
    """Read notes and activities."""
    for row in columns.rows():
        words = _words(columns, row)
        reason = _reason(columns, row, words)
        if reason:
            yield columns.left_out(row, reason, words)
            continue
        id = columns.tidy_id(columns.text(row, Field.ACCOUNT_ID))
        yield IncomingNote(
            origin=columns.origin(row),
            account=AccountRef(columns.reference_source, id, columns.text(row, Field.ACCOUNT)),
            about=_about(columns.text(row, Field.BELONGS_TO)),
            day=columns.date(row, Field.DATE),
            words=words,
            channel=_channel(columns.text(row, Field.TYPE)),
            person=columns.text(row, Field.PERSON),
        )


def _reason(columns: Columns, row: SourceRow, words: str) -> str:
    if columns.is_yes(row, Field.DELETED):
        return f"deleted in {columns.source}"
    if columns.has(Field.DONE) and not columns.is_yes(row, Field.DONE):
        return "not done yet"
    if not words:
        return "without words"
    whose = (Field.ACCOUNT_ID, Field.ACCOUNT)
    return "" if any(columns.text(row, each) for each in whose) else "without an account"


def _words(columns: Columns, row: SourceRow) -> str:
    title, text = columns.text(row, Field.NAME), plain_text(columns.text(row, Field.NOTES)).strip()
    joined = text if title in text else ": ".join(filter(None, (title, text)))
    return "\n".join(filter(None, (joined, columns.appended(row))))[:_LONGEST]


def _channel(kind: str) -> Channel | None:
    return next((channel for channel, pattern in _CHANNELS.items() if pattern.search(kind)), None)


def _about(module: str) -> NoteAbout:
    return next((about for word, about in _MODULES.items() if word in module.lower()), NoteAbout.ACCOUNT)
