"""Taking notes: a text as typed becomes lines that keep their identity, and records that follow their lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import eq
from typing import TypeVar
from uuid import UUID

from reviewdesk.domain.line_records import LineRecord, Meeting, ReadLine, follow, let_go, read_line
from reviewdesk.domain.notes import follow_split
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.same_ends import same_ends

T = TypeVar("T")
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
    texts = text.split("\n")
    head, tail = same_ends([each.text for each in review.lines], texts, eq)
    before, now = _between(review.lines, head, tail), _between(texts, head, tail)
    lines = _followed(before, now, _still_gone(review, now, gone))
    return sync(review, (*review.lines[:head], *lines, *review.lines[len(review.lines) - tail :]), records, meeting)


def _between(every: Sequence[T], head: int, tail: int) -> Sequence[T]:
    return every[head : len(every) - tail]


def _still_gone(review: Review, now: Sequence[str], gone: Sequence[NoteLine]) -> list[NoteLine]:
    """Give the removed lines that may be coming back: undo has perhaps brought them back already."""
    wanted = set(now)
    likely = [each for each in gone if each.text in wanted]
    here = {each.id for each in review.lines} if likely else set()
    return [each for each in likely if each.id not in here]


def _followed(before: Sequence[NoteLine], now: Sequence[str], gone: Sequence[NoteLine]) -> tuple[NoteLine, ...]:
    known = {each.id: each for each in (*gone, *before)}
    followed = follow_split(_pairs(before), now, gone=_pairs(gone))
    return tuple(_line(known.get(line_id), line_id, words) for line_id, words in followed)


def sync(review: Review, lines: Sequence[NoteLine], records: Records, meeting: Meeting) -> Taken:
    """Put lines in place of the lines before, and let every record follow its line."""
    head, tail = same_ends(review.lines, lines)
    old, now = _between(review.lines, head, tail), _between(lines, head, tail)
    before = {each.id: each for each in old}
    step = _Sync(records, meeting)
    fresh = [step.line(each, before.get(each.id)) for each in now]
    left = {each.id for each in fresh}
    for each in old:
        if each.id not in left:
            step.drop(each)
    every = (*lines[:head], *fresh, *lines[len(lines) - tail :])
    return Taken(replace(review, lines=every), tuple(step.put), tuple(step.removed))


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
