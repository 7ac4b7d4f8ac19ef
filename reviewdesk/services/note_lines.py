"""What a person does with one line of notes: say what it is, who may see it, and how it is printed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.line_records import LineRecord, read_line, said_again_on, said_on
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.note_taking import Taken, sync
from reviewdesk.domain.notes.sorting import propose
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.services import gathering
from reviewdesk.services.follow_up_days import refuse_before_it_was_said
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.warning_signs import after_naming
from reviewdesk.services.workspace import Unsorted, Workspace, is_unsorted, workspace_of
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Sorting:
    """What the person says a line is."""

    marker: Marker
    severity: int | None = None
    colleague_id: UUID | None = None
    person_id: UUID | None = None
    due: date | None = None


class NoteLines:
    """The lines of a review's notes, one at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def change_line(self, review_id: UUID, line_id: UUID, label: str, **fields: Any) -> Outcome[Workspace]:  # noqa: ANN401 - as above
        """Change what is known of one line beside its text: audience, wording for print, agenda item, set aside."""
        return self._with_line(review_id, line_id, label, lambda line: replace(line, **fields))

    def sort(self, review_id: UUID, line_id: UUID, sorting: Sorting) -> Outcome[Workspace]:
        """Say what an unmarked line is; its record is made with what was said."""
        with self._store.write("Sort line") as work:
            review = work.reviews.get(review_id)
            line = replace(review.line(line_id), sorted_as=sorting.marker, skipped=False)
            taken = put_taken(work, _synced(work, review, line))
            fresh = taken.review.line(line_id)
            record = gathering.records_of(work, review).get(fresh.record_id) if fresh.record_id else None
            if record is not None:
                mine = me(work)
                gathering.put_record(work, _as_sorted(record, sorting, mine.id if mine else None))
            if sorting.marker is Marker.RIVAL:
                after_naming(work, review.account_id, review.held_on or review.planned_on or work.clock.today())
            now = workspace_of(work, taken.review)
        return Outcome(now, work.changes)

    def skip(self, review_id: UUID, line_id: UUID) -> Outcome[Workspace]:
        """Leave a line a plain note, and do not ask again."""
        return self._with_line(
            review_id, line_id, "Skip line", lambda line: replace(line, sorted_as=None, skipped=True)
        )

    def _with_line(
        self, review_id: UUID, line_id: UUID, label: str, change: Callable[[NoteLine], NoteLine]
    ) -> Outcome[Workspace]:
        with self._store.write(label) as work:
            review = work.reviews.get(review_id)
            taken = put_taken(work, _synced(work, review, change(review.line(line_id))))
            now = workspace_of(work, taken.review)
        return Outcome(now, work.changes)

    def unsorted(self, review_id: UUID, *, most: int | None = None) -> tuple[Unsorted, ...]:
        """Give the lines that are still to be sorted, each with a proposal; at most so many of them."""
        with self._store.read() as reading:
            review = reading.reviews.get(review_id)
            meeting = gathering.meeting_of(reading, review)
            rivals = reading.accounts.get(review.account_id).rivals
        lines = [each for each in review.lines if is_unsorted(each, read_line(each, meeting))]
        people, ours = meeting.people, meeting.colleagues
        return tuple(
            Unsorted(each, propose(each.text, meeting.on, people, ours, rivals, meeting.rules)) for each in lines[:most]
        )

    def reword(self, review_id: UUID, line_id: UUID, words: str) -> Outcome[Workspace]:
        """Give a line its own wording for print, or take it back where it is empty; the note stays as typed.

        The wording of a concern is its summary, which stands in later reviews too.
        """
        with self._store.write("Wording for print", join_key=f"line/{line_id}/print") as work:
            review = work.reviews.get(review_id)
            line = review.line(line_id)
            record = _record_of(work, line)
            if isinstance(record, Concern):
                work.concerns.put(replace(record, summary=words.strip() or plain_wording(record.words)))
            else:
                review = work.reviews.put(review.with_line(replace(line, print_wording=words.strip())))
            now = workspace_of(work, review)
        return Outcome(now, work.changes)

    def set_aside(self, review_id: UUID, line_id: UUID, *, aside: bool) -> Outcome[Workspace]:
        """Keep a line out of the customer's summary, or let it in again; a concern stays out of later ones too."""
        with self._store.write("Set aside" if aside else "Print again") as work:
            review = work.reviews.get(review_id)
            line = review.line(line_id)
            record = _record_of(work, line)
            if isinstance(record, Concern):
                work.concerns.put(replace(record, set_aside=aside))
            review = work.reviews.put(review.with_line(replace(line, set_aside=aside)))
            now = workspace_of(work, review)
        return Outcome(now, work.changes)

    def give_day(self, review_id: UUID, line_id: UUID, due: date) -> Outcome[Workspace]:
        """Give the promise of a line its date; the words of the line stay as typed.

        Raises:
            RefusedError: the day was over when it was promised.
        """
        with self._store.write("Date of a promise") as work:
            review = work.reviews.get(review_id)
            record = _record_of(work, review.line(line_id))
            if isinstance(record, FollowUp):
                dated = replace(record, due=due)
                refuse_before_it_was_said(dated)
                work.follow_ups.put(dated)
            now = workspace_of(work, review)
        return Outcome(now, work.changes)


def held_on_another(work: UnitOfWork, review: Review, on: date) -> Review:
    """Give a review the day it was held; days in words are read against it, and its records were said on it."""
    was, records = gathering.meeting_of(work, review).on, gathering.records_of(work, review)
    fresh = replace(review, held_on=on)
    again = {key: said_again_on(each, on) if said_on(each) == was else each for key, each in records.items()}
    unread = tuple(replace(each, day=None, day_words="") for each in review.lines)
    taken = sync(fresh, unread, again, gathering.meeting_of(work, fresh))
    put = {each.id for each in taken.put}
    moved = tuple(each for key, each in again.items() if key not in put and each != records[key])
    return put_taken(work, replace(taken, put=(*taken.put, *moved))).review


def _synced(work: UnitOfWork, review: Review, line: NoteLine) -> Taken:
    lines = tuple(line if each.id == line.id else each for each in review.lines)
    return sync(review, lines, gathering.records_of(work, review), gathering.meeting_of(work, review))


def put_taken(work: UnitOfWork, taken: Taken) -> Taken:
    """Write what taking notes brought: lines, and records put and taken out."""
    for each in taken.removed:
        gathering.remove_record(work, each)
    review = work.reviews.put(taken.review)
    gathering.put_records(work, taken.put)
    return replace(taken, review=review)


def _as_sorted(record: LineRecord, sorting: Sorting, me_id: UUID | None) -> LineRecord:
    if isinstance(record, Concern) and sorting.severity:
        return replace(record, severity=sorting.severity, colleague_id=sorting.colleague_id or record.colleague_id)
    if isinstance(record, FollowUp):
        dated = replace(record, due=sorting.due or record.due)
        if sorting.due is not None:
            refuse_before_it_was_said(dated)
        return _owned(dated, sorting, me_id)
    return record


def _owned(record: FollowUp, sorting: Sorting, me_id: UUID | None) -> FollowUp:
    """Give a follow-up to who was said to do it: one of ours, or one of theirs, never both."""
    if record.side is Side.THEIRS:
        return replace(record, person_id=sorting.person_id or record.person_id, colleague_id=None)
    colleague_id = sorting.colleague_id or record.colleague_id
    others = colleague_id is not None and colleague_id != me_id
    waits_on = WaitsOn.COLLEAGUE if others else WaitsOn.ME
    return replace(record, colleague_id=colleague_id, person_id=None, waits_on=waits_on)


def _record_of(work: UnitOfWork, line: NoteLine) -> LineRecord | None:
    return gathering.record_of(work, line.record_id) if line.record_id else None
