"""The note lines of reviews in their order: read, and written where they came, went, moved or changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import is_
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row as SqlRow
from sqlalchemy import Select, Update, bindparam, insert, select, update

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.same_ends import same_ends
from reviewdesk.storage.ledger import Ledger
from reviewdesk.storage.line_rows import COLUMNS, NAMES, line_of, named, values_of
from reviewdesk.storage.lists.line_audiences import BY_HAND, LineAudience, is_by_hand, line_audiences
from reviewdesk.storage.lists.rival_lines import RivalLine, rival_lines
from reviewdesk.storage.mapping import Stored
from reviewdesk.storage.positions import positions
from reviewdesk.storage.ready import Ready
from reviewdesk.storage.steps import Change, dump
from reviewdesk.storage.tables import note_line

OWN: Final = len(NAMES)
MANY: Final = 500
_INSERT: Final = Ready(insert(note_line), *note_line.c.keys())
LineRow = SqlRow[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Placed:
    """The lines of one review in their order, each with its place."""

    lines: Sequence[NoteLine]
    places: list[int]

    def between(self, head: int, tail: int) -> "dict[UUID, tuple[NoteLine, int]]":
        """Give the lines without so many at the start and at the end."""
        end = len(self.lines) - tail
        return {line.id: (line, place) for line, place in zip(self.lines[head:end], self.places[head:end], strict=True)}


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines of a review that are not as they were, in their order, with their places and those they had."""

    before: Mapping[UUID, tuple[NoteLine, int]]
    lines: Sequence[NoteLine]
    places: list[int]
    head: int = 0
    tail: int = 0


class LineStore:
    """The note lines of a book, within one transaction."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of(self, review_ids: Sequence[str]) -> dict[str, tuple[NoteLine, ...]]:
        """Give the lines of each of these reviews."""
        if len(review_ids) == 1:
            return {review_ids[0]: tuple(self._placed(review_ids[0]).lines)}
        found: dict[str, list[NoteLine]] = {each: [] for each in review_ids}
        for row in self._rows(_of_reviews(), review_ids):
            found[row.review_id].append(line_of(row[:OWN]))
        return {key: tuple(lines) for key, lines in found.items()}

    def set_by_hand(self, account_id: UUID) -> tuple[LineAudience, ...]:
        """Give the lines of all reviews of an account that do not stand as their marks say."""
        known: tuple[LineAudience, ...] | None = self._ledger.memory.recall(Kind.NOTE_LINE, account_id)
        if known is None:
            known = line_audiences(self._ledger.connection, account_id)
            self._ledger.memory.keep(Kind.NOTE_LINE, account_id, known)
        return known

    def naming_rivals(self) -> tuple[RivalLine, ...]:
        """Give the lines of all accounts that say that a rival was named."""
        known: tuple[RivalLine, ...] | None = self._ledger.memory.recall(Kind.NOTE_LINE, RivalLine)
        if known is None:
            known = rival_lines(self._ledger.connection)
            self._ledger.memory.keep(Kind.NOTE_LINE, RivalLine, known)
        return known

    def _placed(self, review_id: str) -> _Placed:
        known: _Placed | None = self._ledger.memory.recall(Kind.NOTE_LINE, review_id)
        if known is None:
            rows = self._rows(_of_reviews(), [review_id])
            known = _Placed(tuple(line_of(row[:OWN]) for row in rows), [row.position for row in rows])
            self._ledger.memory.keep(Kind.NOTE_LINE, review_id, known)
        return known

    def _rows(self, query: Select[*tuple[Any, ...]], wanted: Sequence[str]) -> list[LineRow]:
        """Give the rows of a query, each with a line's own columns first."""
        found: list[LineRow] = []
        for start in range(0, len(wanted), MANY):
            found += self._ledger.connection.execute(query, {"wanted": wanted[start : start + MANY]}).all()
        return found

    def add(self, reviews: Iterable[Review]) -> None:
        """Write the lines of many new reviews."""
        kept = list(reviews)
        rows = [
            _row(each, line, place)
            for each in kept
            for line, place in zip(each.lines, positions([("", None) for _ in each.lines]), strict=True)
        ]
        account_of = {each.id.hex: each.account_id for each in kept}
        self._ledger.note(self._add(rows))
        for row in rows:
            self._ledger.touched(Kind.NOTE_LINE, UUID(str(row["id"])), account_of[str(row["review_id"])])

    def put(self, review: Review) -> bool:
        """Write the lines that came, went, moved or changed; say whether there were any."""
        known = self._placed(review.id.hex)
        head, tail = same_ends(known.lines, review.lines, is_)
        if head == len(known.lines) == len(review.lines):
            return False
        part = _part(known, review.lines, head, tail)
        by_hand = self._ledger.memory.recall(Kind.NOTE_LINE, review.account_id)
        changes = self._write(review, part)
        self._keep(review, known, part)
        if by_hand is not None and not _changes_by_hand(part, changes):
            self._ledger.memory.keep(Kind.NOTE_LINE, review.account_id, by_hand)
        return bool(changes)

    def _keep(self, review: Review, known: _Placed, part: _Part) -> None:
        end = len(known.places) - part.tail
        places = [*known.places[: part.head], *part.places, *known.places[end:]]
        self._ledger.memory.keep(Kind.NOTE_LINE, review.id.hex, _Placed(review.lines, places))

    def _write(self, review: Review, part: _Part) -> list[Change]:
        placed = dict(zip((each.id for each in part.lines), zip(part.lines, part.places, strict=True), strict=True))
        gone = [each.hex for each in part.before if each not in placed]
        new = [_row(review, *each) for key, each in placed.items() if key not in part.before]
        kept = [(part.before[key], each) for key, each in placed.items() if key in part.before]
        changes = [*self._take(gone), *self._add(new), *(change for each in kept for change in self._change(*each))]
        self._ledger.note(changes)
        for change in changes:
            self._ledger.touched(Kind.NOTE_LINE, UUID(change.record_id), review.account_id)
        return changes

    def _take(self, gone: Sequence[str]) -> list[Change]:
        rows = {row.id: row for row in self._rows(_of_lines(), gone)}
        for start in range(0, len(gone), MANY):
            some = gone[start : start + MANY]
            self._ledger.connection.execute(note_line.delete().where(note_line.c.id.in_(some)))
        return [Change(Kind.NOTE_LINE, each, "", dump(named(rows[each])), None) for each in gone]

    def _add(self, new: Sequence[dict[str, Stored]]) -> list[Change]:
        now = self._ledger.now.isoformat()
        rows = [{**row, "version": 1, "created_at": now, "changed_at": now} for row in new]
        if rows:
            _INSERT.run_each(self._ledger.connection, rows)
        return [Change(Kind.NOTE_LINE, str(row["id"]), "", None, dump(row)) for row in rows]

    def _change(self, before: tuple[NoteLine, int], now: tuple[NoteLine, int]) -> list[Change]:
        if before[1] == now[1] and (before[0] is now[0] or before[0] == now[0]):
            return []
        old, new = _values(*before), _values(*now)
        fresh = {name: value for name, value in new.items() if value != old[name]}
        if fresh:
            values = {"of": old["id"], **fresh, "changed_at": self._ledger.now.isoformat()}
            self._ledger.connection.execute(_update(), values)
        return [
            Change(Kind.NOTE_LINE, str(old["id"]), name, dump(old[name]), dump(value)) for name, value in fresh.items()
        ]


def _part(known: _Placed, lines: Sequence[NoteLine], head: int, tail: int) -> _Part:
    """Give the lines between those that stayed, with new places; all lines where there is no room for them."""
    before = known.between(head, tail)
    wanted = lines[head : len(lines) - tail]
    first = known.places[head - 1 : head]
    last = known.places[len(known.places) - tail :][:1]
    had = [before[each.id][1] if each.id in before else None for each in wanted]
    places = positions([("", each) for each in (*first, *had, *last)])
    end = len(places) - len(last)
    if places[: len(first)] != first or places[end:] != last:
        return _all_anew(known, lines)
    return _Part(before, wanted, places[len(first) : end], head, tail)


def _all_anew(known: _Placed, lines: Sequence[NoteLine]) -> _Part:
    before = known.between(0, 0)
    places = positions([("", before[each.id][1] if each.id in before else None) for each in lines])
    return _Part(before, lines, places)


def _changes_by_hand(part: _Part, changes: Iterable[Change]) -> bool:
    """Say whether a line came, went or changed whose audience or wording was set by hand."""
    fields = {each.field for each in changes}
    now = {each.id for each in part.lines}
    came = (each for each in part.lines if each.id not in part.before)
    went = (line for key, (line, _) in part.before.items() if key not in now)
    return not fields.isdisjoint(BY_HAND) or any(map(is_by_hand, (*came, *went)))


def _row(review: Review, line: NoteLine, place: int) -> dict[str, Stored]:
    return {**_values(line, place), "review_id": review.id.hex}


def _values(line: NoteLine, place: int) -> dict[str, Stored]:
    return {**dict(zip(NAMES, values_of(line), strict=True)), "position": place}


@cache
def _of_reviews() -> Select[*tuple[Any, ...]]:
    wanted = note_line.c.review_id.in_(bindparam("wanted", expanding=True))
    return select(*COLUMNS).where(wanted).order_by(note_line.c.position, note_line.c.id)


@cache
def _of_lines() -> Select[*tuple[Any, ...]]:
    return select(*COLUMNS).where(note_line.c.id.in_(bindparam("wanted", expanding=True)))


@cache
def _update() -> Update:
    return update(note_line).where(note_line.c.id == bindparam("of")).values(version=note_line.c.version + 1)
