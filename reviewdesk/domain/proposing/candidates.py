"""The lines of a meeting that the customer may read, each in the words in which it would be printed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE, Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import Ending, FollowUp
from reviewdesk.domain.line_records import ReadLine, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.proposing.wording import ended, promised
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.said import Consent, Quote
from reviewdesk.domain.summarising import language_of
from reviewdesk.domain.summary_material import Material

_PLAINLY: Final = frozenset({Marker.GOING_RIGHT, Marker.DECISION, Marker.NOTE})
_PROMISES: Final = frozenset({Marker.OUR_PROMISE, Marker.THEIR_PROMISE})
_Record = Concern | FollowUp | Quote


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be proposed: `words` say it as one of the three sentences, `heard` as one of the things heard.

    `source` is the line as typed and `number` its place in the notes, from one. A line that is only to be heard has no
    words for a sentence, and the other way round.
    """

    line_id: UUID = field(metadata=OUR_SIDE)
    kind: Marker = field(metadata=OUR_SIDE)
    words: str = field(metadata=CUSTOMER)
    heard: str = field(metadata=CUSTOMER)
    source: str = field(metadata=OUR_SIDE)
    number: int = field(metadata=OUR_SIDE)
    severity: int = field(default=0, metadata=OUR_SIDE)
    is_dated: bool = field(default=False, metadata=OUR_SIDE)


def candidates(material: Material) -> tuple[Candidate, ...]:
    """Give the lines that may be said to the customer, in the order of the notes.

    What is *only me* or *our side*, set aside, withdrawn or a quote without consent is not among them; of a concern it
    is its summary that the customer may read.
    """
    records = _records(material)
    language = language_of(material)
    read = ((number, read_line(each, material.meeting)) for number, each in enumerate(material.review.lines, 1))
    found = (_candidate(number, each, records.get(each.line.id), language) for number, each in read)
    return tuple(each for each in found if each is not None)


def _records(material: Material) -> dict[UUID, _Record]:
    every: Iterator[_Record] = (
        each for kind in (material.follow_ups, material.concerns, material.quotes) for each in kind
    )
    return {each.line_id: each for each in every if each.line_id is not None and not each.withdrawn}


def _candidate(number: int, read: ReadLine, record: _Record | None, language: str) -> Candidate | None:
    words, heard = _said(read, record, language)
    if not words and not heard:
        return None
    return Candidate(
        line_id=read.line.id,
        kind=read.marker,
        words=words,
        heard=heard,
        source=read.line.text.strip(),
        number=number,
        severity=record.severity if isinstance(record, Concern) else 0,
        is_dated=isinstance(record, FollowUp) and record.due is not None,
    )


def _said(read: ReadLine, record: _Record | None, language: str) -> tuple[str, str]:
    """Give how a line is said as a sentence and as heard; nothing where the customer may not read it."""
    line, kind = read.line, read.marker
    if line.set_aside or line.audience is Audience.ONLY_ME or not read.said.words.strip():
        return "", ""
    if kind is Marker.CONCERN:
        words = plain_wording(record.summary) if isinstance(record, Concern) and not record.set_aside else ""
        return ended(words), words
    if (line.audience or kind.audience) is not Audience.CUSTOMER:
        return "", ""
    if kind in _PLAINLY:
        words = plain_wording(line.print_wording or read.said.what or read.said.words)
        return ended(words), words if kind is Marker.GOING_RIGHT else ""
    return _of_record(read, record, language)


def _of_record(read: ReadLine, record: _Record | None, language: str) -> tuple[str, str]:
    """Give how a promise or a quote is said; a quote only with consent, and then as noted."""
    if isinstance(record, FollowUp) and read.marker in _PROMISES and record.ending is not Ending.DROPPED:
        return promised(read, record, language), ""
    if isinstance(record, Quote) and record.consent is not Consent.NOT_ASKED:
        return "", record.words
    return "", ""
