"""The meeting: notes as typed, sorted afterwards, and finished in one step."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.agenda import fill_agenda
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import MissingError, NotFinishedError, RefusedError, StaleError
from reviewdesk.domain.finishing import Missing, hold, missing
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.line_records import LineRecord, Meeting, ReadLine, detached, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.note_taking import Taken, sync, take_notes
from reviewdesk.domain.notes.sorting import Proposal, propose
from reviewdesk.domain.review import Actual, Feeling, Goal, NoteLine, Review, ReviewState, StoredSummary
from reviewdesk.domain.said import Consent
from reviewdesk.domain.summarising import Material, summarise
from reviewdesk.domain.summary import CustomerSummary, to_json
from reviewdesk.services import gathering
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.reviews import new_review
from reviewdesk.storage.journal import Journal
from reviewdesk.storage.reading import Reading, UnitOfWork
from reviewdesk.storage.store import Store

REMEMBERED: Final = 500
CHANGEABLE: Final = frozenset(
    {"place", "length", "people_ids", "colleague_ids", "agenda", "sentences", "heard", "ask", "commitment", "next_on",
     "next_starts_at", "feelings", "told_a_colleague", "kind", "period", "planned_on", "starts_at", "zone", "by_call"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineNow:
    """A note line as the editor shows it beside its text: what it is, who may see it, and its record."""

    line: NoteLine
    read: ReadLine
    audience: Audience
    record: LineRecord | None
    detached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workspace:
    """A review with all that is needed beside it."""

    review: Review
    material: Material
    lines: tuple[LineNow, ...]
    missing: tuple[Missing, ...]
    summaries: tuple[StoredSummary, ...]
    unsorted: int

    @property
    def text(self) -> str:
        """Give the notes as typed."""
        return self.review.text


@dataclass(frozen=True, slots=True)
class Unsorted:
    """An unmarked line that Sort steps through, with what is proposed for it."""

    line: NoteLine
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Sorting:
    """What the person says a line is."""

    marker: Marker
    severity: int | None = None
    colleague_id: UUID | None = None
    person_id: UUID | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished review with the summary that was stored for it."""

    review: Review
    summary: StoredSummary
    next_review: Review | None = None


class MeetingService:
    """Takes notes, sorts them and finishes a review."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal
        self._gone: dict[UUID, list[NoteLine]] = defaultdict(list)

    def workspace(self, review_id: UUID) -> Workspace:
        """Give a review with all that is needed beside it."""
        with self._store.read() as reading:
            return _workspace(reading, reading.reviews.get(review_id))

    def keep_draft(self, review_id: UUID, text: str) -> None:
        """Put what is being typed on the disk, before it is saved in the book.

        Raises:
            BookError: the disk is full; the text in the window is still whole.
        """
        self._journal.keep(_draft_key(review_id), text, self._store.clock.now())

    def save_notes(self, review_id: UUID, text: str, *, seen: str | None = None) -> Outcome[Workspace]:
        """Save the notes of a meeting; lines keep their identity and their records follow.

        `seen` is the text that the typing began from, where a change made elsewhere must not be overwritten.

        Raises:
            StaleError: the notes were changed elsewhere since `seen`.
        """
        with self._store.write("Notes", join_key=_draft_key(review_id)) as work:
            review = work.reviews.get(review_id)
            if seen is not None and review.text not in {seen, text}:
                raise StaleError(
                    "These notes were changed in another place. Copy what you typed, then reload to see both.",
                    mine=text,
                    stored=review.text,
                )
            taken = self._take(work, review, text)
            now = _workspace(work, taken.review)
        self._remember(review, taken.review)
        self._journal.saved(_draft_key(review_id), text)
        return Outcome(now, work.changes)

    def _take(self, work: UnitOfWork, review: Review, text: str) -> Taken:
        meeting, records = gathering.meeting_of(work, review), gathering.records_of(work, review)
        taken = take_notes(review, text, records, meeting, self._gone[review.id])
        return _put(work, taken)

    def _remember(self, before: Review, now: Review) -> None:
        left = {each.id for each in now.lines}
        gone = self._gone[now.id] + [each for each in before.lines if each.id not in left]
        self._gone[now.id] = [each for each in gone if each.id not in left][-REMEMBERED:]

    def replay_drafts(self) -> tuple[UUID, ...]:
        """Save what was typed and not saved when the program ended; give the reviews it belonged to."""
        found: list[UUID] = []
        for draft in self._journal.drafts():
            review_id = _review_of(draft.key)
            if review_id is None:
                continue
            try:
                self.save_notes(review_id, draft.text)
            except MissingError:
                continue
            found.append(review_id)
        return tuple(found)

    def change(self, review_id: UUID, name: str, value: Any) -> Outcome[Review]:  # noqa: ANN401 - any field's value
        """Change one field of a review; typing in one field is undone as one step.

        Raises:
            RefusedError: the field cannot be changed by hand.
        """
        if name not in CHANGEABLE:
            raise RefusedError("This cannot be changed by hand.")
        with self._store.write("Change review", join_key=f"review/{review_id}/{name}") as work:
            review = work.reviews.put(replace(work.reviews.get(review_id), **{name: value}))
        return Outcome(review, work.changes)

    def feel(self, review_id: UUID, feeling: Feeling) -> Outcome[Review]:
        """Say, or take back, how the meeting felt."""
        with self._store.write("How it felt") as work:
            review = work.reviews.get(review_id)
            kept = tuple(each for each in review.feelings if each is not feeling)
            felt = kept if feeling in review.feelings else (*kept, feeling)
            review = work.reviews.put(replace(review, feelings=felt))
        return Outcome(review, work.changes)

    def fill_agenda(self, review_id: UUID) -> Outcome[Review]:
        """Fill the agenda afresh from what is known today."""
        with self._store.write("Fill agenda") as work:
            review = work.reviews.get(review_id)
            agenda = fill_agenda(gathering.known_of(work, review.account_id), self._store.clock.today())
            review = work.reviews.put(replace(review, agenda=agenda))
        return Outcome(review, work.changes)

    def change_line(self, review_id: UUID, line_id: UUID, label: str, **fields: Any) -> Outcome[Workspace]:  # noqa: ANN401 - as above
        """Change what is known of one line beside its text: audience, wording for print, agenda item, set aside."""
        return self._with_line(review_id, line_id, label, lambda line: replace(line, **fields))

    def sort(self, review_id: UUID, line_id: UUID, sorting: Sorting) -> Outcome[Workspace]:
        """Say what an unmarked line is; its record is made with what was said."""
        with self._store.write("Sort line") as work:
            review = work.reviews.get(review_id)
            line = replace(review.line(line_id), sorted_as=sorting.marker, skipped=False)
            taken = _put(work, _synced(work, review, line))
            fresh = taken.review.line(line_id)
            record = gathering.records_of(work, review).get(fresh.record_id) if fresh.record_id else None
            if record is not None:
                gathering.put_record(work, _as_sorted(record, sorting))
            now = _workspace(work, taken.review)
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
            taken = _put(work, _synced(work, review, change(review.line(line_id))))
            now = _workspace(work, taken.review)
        return Outcome(now, work.changes)

    def unsorted(self, review_id: UUID) -> tuple[Unsorted, ...]:
        """Give the lines that are still to be sorted, each with a proposal."""
        with self._store.read() as reading:
            review = reading.reviews.get(review_id)
            meeting = gathering.meeting_of(reading, review)
            rivals = reading.accounts.get(review.account_id).rivals
        return tuple(
            Unsorted(each, propose(each.text, meeting.on, meeting.people, meeting.colleagues, rivals, meeting.rules))
            for each in review.lines
            if _is_unsorted(each, meeting)
        )

    def consent(self, quote_id: UUID, consent: Consent, *, person_id: UUID | None = None) -> Outcome[None]:
        """Note whether somebody agreed to be quoted, and by whom the words are."""
        with self._store.write("Consent for a quote") as work:
            quote = work.quotes.get(quote_id)
            work.quotes.put(replace(quote, consent=consent, person_id=person_id or quote.person_id))
        return Outcome(None, work.changes)

    def add_goal(self, review_id: UUID, goal: Goal) -> Outcome[Goal]:
        """Agree on a goal with the account."""
        with self._store.write("Add goal") as work:
            kept = work.goals.put(replace(goal, account_id=work.reviews.get(review_id).account_id))
        return Outcome(kept, work.changes)

    def measure(self, actual: Actual) -> Outcome[Actual]:
        """Note what a goal stood at in a review, with the source and date of the figure."""
        with self._store.write("Figure for a goal") as work:
            known = work.actuals.where(review_id=actual.review_id, goal_id=actual.goal_id)
            kept = work.actuals.put(replace(actual, id=known[0].id, version=known[0].version) if known else actual)
        return Outcome(kept, work.changes)

    def draft(self, review_id: UUID) -> CustomerSummary:
        """Give the summary as it would be finished now, without storing it."""
        with self._store.read() as reading:
            review = reading.reviews.get(review_id)
            number = len(reading.summaries.where(review_id=review_id)) + 1
            return _summary(gathering.material_of(reading, review), number, self._store.clock.today())

    def finish(self, review_id: UUID, *, held_on: date | None = None) -> Outcome[Finished]:
        """Hold and finish a review: follow-ups, contact made, the next review and the stored summary in one step.

        A review that was finished before gets a new numbered summary, and nothing else happens again.

        Raises:
            NotFinishedError: a promise has no date.
        """
        with self._store.write("Finish review") as work:
            finished = finish_in(work, work.reviews.get(review_id), held_on)
        return Outcome(finished, work.changes)

    def hold_from_notes(self, account_id: UUID, text: str, held_on: date) -> Outcome[Finished]:
        """Hold and finish a review from notes written elsewhere; nothing is written when a promise has no date.

        Raises:
            NotFinishedError: promises without a date, with the numbers of their lines.
        """
        with self._store.write("Hold review") as work:
            planned = [each for each in work.reviews.where(account_id=account_id) if each.planned_on == held_on]
            review = next((each for each in planned if each.is_open), None) or new_review(work, account_id, held_on)
            review = work.reviews.put(replace(review, planned_on=held_on))
            taken = self._take(work, review, text)
            finished = finish_in(work, taken.review, held_on)
        return Outcome(finished, work.changes)

    def mark_sent(self, review_id: UUID) -> Outcome[Review]:
        """Say that the customer has the summary."""
        with self._store.write("Summary sent") as work:
            review = work.reviews.get(review_id)
            sent = replace(review, state=ReviewState.SENT, sent_on=self._store.clock.today())
            review = work.reviews.put(sent if review.is_held else review)
        return Outcome(review, work.changes)


def finish_in(work: UnitOfWork, review: Review, held_on: date | None = None) -> Finished:
    """Finish a review inside an open step.

    Raises:
        NotFinishedError: a promise has no date.
    """
    _refuse_undated(review, missing(review, gathering.outcomes_of(work, review)))
    following = None
    if not review.is_finished:
        mine = gathering.me(work)
        held = hold(review, held_on or review.planned_on or work.clock.today(), work.now, mine.id if mine else None)
        review = work.reviews.put(held.review)
        work.contacts.put(held.contact)
        if held.next_review is not None:
            known = gathering.known_of(work, review.account_id)
            following = work.reviews.put(replace(held.next_review, agenda=fill_agenda(known, work.clock.today())))
    number = len(work.summaries.where(review_id=review.id)) + 1
    value = _summary(gathering.material_of(work, review), number, work.clock.today())
    summary = work.summaries.put(
        StoredSummary(
            account_id=review.account_id, review_id=review.id, number=number, value=to_json(value),
            finished_on=work.clock.today(),
        )
    )  # fmt: skip
    return Finished(review, summary, following)


def _refuse_undated(review: Review, wanting: Sequence[Missing]) -> None:
    blocking = [each for each in wanting if each.blocks]
    if not blocking:
        return
    numbers = {line.id: str(at) for at, line in enumerate(review.lines, 1)}
    lines = ", ".join(numbers[each.line_id] for each in blocking if each.line_id in numbers)
    where = f" (line {lines})" if lines and len(blocking) == 1 else f" (lines {lines})" if lines else ""
    raise NotFinishedError(
        f"{len(blocking)} promise{'s have' if len(blocking) > 1 else ' has'} no date{where}. "
        "Add one, like “by 3 March”, and finish again."
    )


def _summary(material: Material, number: int, on: date) -> CustomerSummary:
    return summarise(material, number=number, on=on)


def _synced(work: UnitOfWork, review: Review, line: NoteLine) -> Taken:
    lines = tuple(line if each.id == line.id else each for each in review.lines)
    return sync(review, lines, gathering.records_of(work, review), gathering.meeting_of(work, review))


def _put(work: UnitOfWork, taken: Taken) -> Taken:
    for each in taken.removed:
        gathering.remove_record(work, each)
    review = work.reviews.put(taken.review)
    for each in taken.put:
        gathering.put_record(work, each)
    return replace(taken, review=review)


def _as_sorted(record: LineRecord, sorting: Sorting) -> LineRecord:
    if isinstance(record, Concern) and sorting.severity:
        return replace(record, severity=sorting.severity, colleague_id=sorting.colleague_id or record.colleague_id)
    if isinstance(record, FollowUp):
        return replace(
            record,
            due=sorting.due or record.due,
            colleague_id=sorting.colleague_id or record.colleague_id,
            person_id=sorting.person_id or record.person_id,
        )
    return record


def _workspace(reading: Reading, review: Review) -> Workspace:
    material = gathering.material_of(reading, review)
    records = gathering.records_of(reading, review)
    lines = tuple(_line_now(each, records, material.meeting) for each in review.lines)
    return Workspace(
        review=review,
        material=material,
        lines=lines,
        missing=missing(review, gathering.outcomes_of(reading, review)),
        summaries=tuple(sorted(reading.summaries.where(review_id=review.id), key=_number)),
        unsorted=sum(_is_unsorted(each, material.meeting) for each in review.lines),
    )


def _line_now(line: NoteLine, records: gathering.Records, meeting: Meeting) -> LineNow:
    read = read_line(line, meeting)
    record = records.get(line.record_id) if line.record_id else None
    gone = detached(read, record, meeting) if record else ()
    return LineNow(line, read, line.audience or read.marker.audience, record, gone)


def _is_unsorted(line: NoteLine, meeting: Meeting) -> bool:
    if line.skipped or line.sorted_as is not None or not line.text.strip():
        return False
    return read_line(line, meeting).parsed.marker is Marker.NOTE


def _number(summary: StoredSummary) -> int:
    return summary.number


def _draft_key(review_id: UUID) -> str:
    return f"review/{review_id}/notes"


def _review_of(key: str) -> UUID | None:
    kind, _, rest = key.partition("/")
    return UUID(rest.removesuffix("/notes")) if kind == "review" and rest.endswith("/notes") else None
