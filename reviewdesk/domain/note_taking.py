"""Taking notes: a text as typed becomes lines that keep their identity, and records that follow their lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from reviewdesk.domain.line_records import LineRecord, Meeting, ReadLine, follow, let_go, read_line
from reviewdesk.domain.notes import follow_lines
from reviewdesk.domain.review import NoteLine, Review

Records = Mapping[UUID, LineRecord]


@dataclass(frozen=True, slots=True)
class Taken:
    """A review with its new lines, the records to write, and those to take out."""

    review: Review
    put: tuple[LineRecord, ...] = ()
    removed: tuple[LineRecord, ...] = ()


def take_notes(review: Review, text: str, records: Records, meeting: Meeting, gone: Sequence[NoteLine] = ()) -> Taken:
    """Put a text in place of the notes; `records` are the records of its lines by id, `gone` lines removed earlier.

    A line that comes back is itself again, with its record.
    """
    known = {each.id: each for each in (*gone, *review.lines)}
    followed = follow_lines(_pairs(review.lines), text, gone=_pairs(gone))
    lines = tuple(_line(known.get(line_id), line_id, words) for line_id, words in followed)
    return sync(review, lines, records, meeting)


def sync(review: Review, lines: Sequence[NoteLine], records: Records, meeting: Meeting) -> Taken:
    """Put lines in place of the lines before, and let every record follow its line."""
    before = {each.id: each for each in review.lines}
    step = _Sync(records, meeting)
    fresh = tuple(step.line(each, before.get(each.id)) for each in lines)
    left = {each.id for each in fresh}
    for each in review.lines:
        if each.id not in left:
            step.drop(each)
    return Taken(replace(review, lines=fresh), tuple(step.put), tuple(step.removed))


class _Sync:
    """Collects what must be written while lines are followed one by one."""

    def __init__(self, records: Records, meeting: Meeting) -> None:
        self._records = records
        self._meeting = meeting
        self.put: list[LineRecord] = []
        self.removed: list[LineRecord] = []

    def line(self, line: NoteLine, before: NoteLine | None) -> NoteLine:
        """Follow one line and give it with the id of its record."""
        if line is before or line == before:
            return line
        read = read_line(line, self._meeting)
        old = self._record_of(line)
        fresh = follow(read, self._read(before), old, self._meeting)
        if old is not None and (fresh is None or fresh.id != old.id):
            self._let_go(old)
        if fresh is not None and fresh != old:
            self.put.append(fresh)
        # A line that lost its mark remembers its record, so that undo brings back the very same one.
        return replace(read.line, record_id=fresh.id if fresh else line.record_id)

    def drop(self, line: NoteLine) -> None:
        """Let go of the record of a line that is gone."""
        record = self._record_of(line)
        if record is not None:
            self._let_go(record)

    def _record_of(self, line: NoteLine) -> LineRecord | None:
        return self._records.get(line.record_id) if line.record_id else None

    def _read(self, line: NoteLine | None) -> ReadLine | None:
        return None if line is None else read_line(line, self._meeting)

    def _let_go(self, record: LineRecord) -> None:
        left = let_go(record)
        if left is None:
            self.removed.append(record)
        else:
            self.put.append(left)


def _pairs(lines: Sequence[NoteLine]) -> list[tuple[UUID, str]]:
    return [(each.id, each.text) for each in lines]


def _line(known: NoteLine | None, line_id: UUID, words: str) -> NoteLine:
    if known is not None and known.text == words:
        return known
    return NoteLine(id=line_id, text=words) if known is None else replace(known, text=words)
