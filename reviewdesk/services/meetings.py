"""The meeting: notes as typed, sorted afterwards, and finished in one step."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.agenda import fill_agenda
from reviewdesk.domain.errors import MissingError, RefusedError, ReviewDeskError, StaleError
from reviewdesk.domain.finishing import previous_of, refuse_next_before
from reviewdesk.domain.line_records import read_line
from reviewdesk.domain.note_taking import Taken, take_notes
from reviewdesk.domain.notes import resolve
from reviewdesk.domain.people import Person
from reviewdesk.domain.review import Actual, Feeling, Goal, NoteLine, Review
from reviewdesk.domain.said import Consent, Quote
from reviewdesk.domain.same_ends import same_ends
from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.services import gathering
from reviewdesk.services import typed_values as typed
from reviewdesk.services.finishing import Finished, finish_in, refuse_day_ahead, summary_of
from reviewdesk.services.note_lines import NoteLines, Sorting, held_on_another, put_taken
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.preparing import template_of
from reviewdesk.services.recovering import RECOVERED, Recovery, draft_key, recovered, review_of
from reviewdesk.services.reviews import new_review, still_there
from reviewdesk.services.workspace import LineNow, Unsorted, Workspace, workspace_of
from reviewdesk.storage.journal import Draft, Journal
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

__all__ = ["Finished", "LineNow", "MeetingService", "Recovery", "Sorting", "Unsorted", "Workspace"]

REMEMBERED: Final = 500
CHANGEABLE: Final = frozenset(
    {"place", "length", "people_ids", "colleague_ids", "agenda", "sentences", "heard", "ask", "commitment", "next_on",
     "next_starts_at", "feelings", "told_a_colleague", "kind", "period", "planned_on", "starts_at", "zone", "by_call",
     "parts", "worth"}
)  # fmt: skip


class MeetingService(NoteLines):
    """Takes notes, sorts them and finishes a review."""

    def __init__(self, store: Store, journal: Journal) -> None:
        super().__init__(store)
        self._journal = journal
        self._shown: dict[UUID, Workspace] = {}
        self._gone: dict[UUID, list[NoteLine]] = defaultdict(list)

    @property
    def today(self) -> date:
        """The day the person works on."""
        return self._store.clock.today()

    def workspace(self, review_id: UUID) -> Workspace:
        """Give a review with all that is needed beside it."""
        with self._store.read() as reading:
            return workspace_of(reading, reading.reviews.get(review_id))

    def next_number(self) -> int:
        """Number what is typed now, in the order in which it is asked to be kept and saved."""
        return self._journal.next_number()

    def keep_draft(self, review_id: UUID, text: str, *, number: int | None = None, over: tuple[str, ...] = ()) -> None:
        """Put what is being typed over one of the texts `over` on the disk, before it is saved in the book.

        Raises:
            BookError: the disk is full; the text in the window is still whole.
        """
        self._journal.keep(draft_key(review_id), text, self._store.clock.now(), number=number, over=over)

    def save_notes(
        self, review_id: UUID, text: str, *, seen: str | None = None, item_id: UUID | None = None,
        number: int | None = None,
    ) -> Outcome[Workspace]:  # fmt: skip
        """Save the notes of a meeting; lines keep their identity and their records follow.

        `seen` is the text that the typing began from, where a change made elsewhere must not be overwritten; lines that
        are new belong to the agenda item `item_id`. A `number` says which drafts are older than this text.

        Raises:
            StaleError: the notes were changed elsewhere since `seen`.
        """
        number = self.next_number() if number is None else number
        self._journal.saving(draft_key(review_id), text, number)
        with self._store.write("Notes", join_key=draft_key(review_id)) as work:
            last = self._shown.get(review_id)
            review = work.reviews.get(review_id)
            if seen is not None and review.text not in {seen, text}:
                raise StaleError(
                    "These notes were changed in another place. Copy what you typed, then reload to see both.",
                    mine=text,
                    stored=review.text,
                )
            taken = self._take(work, review, text, item_id)
            now = workspace_of(work, taken.review, last)
        self._shown = {review_id: now}
        self._remember(review, taken.review)
        self._journal.saved(draft_key(review_id), number)
        return Outcome(now, work.changes)

    def _take(self, work: UnitOfWork, review: Review, text: str, item_id: UUID | None = None) -> Taken:
        review = gathering.with_agenda_of_today(work, review)  # the meeting begins: from now on it stays as it is
        meeting, records = gathering.meeting_of(work, review), gathering.records_of(work, review)
        taken = take_notes(review, text, records, meeting, self._gone[review.id])
        return put_taken(work, replace(taken, review=_under(item_id, taken.review, review)) if item_id else taken)

    def _remember(self, before: Review, now: Review) -> None:
        head, tail = same_ends(before.lines, now.lines)
        left = {each.id for each in now.lines[head : len(now.lines) - tail]}
        gone = [*self._gone[now.id], *before.lines[head : len(before.lines) - tail]]
        self._gone[now.id] = [each for each in gone if each.id not in left][-REMEMBERED:]

    def forget_draft(self, review_id: UUID) -> None:
        """Forget what was typed and not saved: the person took the stored notes instead."""
        self._journal.saved(draft_key(review_id))
        self._journal.forget(draft_key(review_id))

    def replay_drafts(self) -> tuple[Recovery, ...]:
        """Bring what was typed and not saved when the program ended into the book.

        Where the notes were saved otherwise since, nothing of them is replaced: the lines they do not hold come to
        their end. A draft that cannot be saved now stays for the next start.
        """
        found = (self._recover(each) for each in self._journal.drafts())
        return tuple(each for each in found if each is not None)

    def _recover(self, draft: Draft) -> Recovery | None:
        review_id = review_of(draft.key)
        if review_id is None:
            return None
        try:
            stored = self.workspace(review_id).text
        except MissingError:
            return None
        again = recovered(draft, stored)
        if again is not None:
            try:
                self._save_recovered(review_id, again)
            except ReviewDeskError as error:
                return Recovery(review_id, refused=str(error))
        self._journal.forget(draft.key)
        return Recovery(review_id, differs=again != draft.text) if again is not None else None

    def _save_recovered(self, review_id: UUID, text: str) -> None:
        with self._store.write(RECOVERED) as work:
            review = work.reviews.get(review_id)
            self._remember(review, self._take(work, review, text).review)

    def change(self, review_id: UUID, name: str, value: Any) -> Outcome[Review]:  # noqa: ANN401 - any field's value
        """Change one field of a review; typing in one field is undone as one step.

        Raises:
            RefusedError: the field cannot be changed by hand, or the next review does not lie after this one.
        """
        if name not in CHANGEABLE:
            raise RefusedError("This cannot be changed by hand.")
        with self._store.write("Change review", join_key=f"review/{review_id}/{name}") as work:
            review = work.reviews.get(review_id)
            if name == "next_on":
                refuse_next_before(value, gathering.held_day_of(work, review))
            review = work.reviews.put(replace(review, **{name: value}))
        return Outcome(review, work.changes)

    def add_person(self, review_id: UUID, name: str, role: str = "") -> Outcome[Person]:
        """Add somebody of theirs who comes to this review and is not known yet.

        Raises:
            RefusedError: there is no name.
        """
        named, does = typed.name(name), typed.words(role)
        with self._store.write("Add person") as work:
            review = work.reviews.get(review_id)
            added = work.people.put(Person(account_id=review.account_id, name=named, role=does))
            work.reviews.put(replace(review, people_ids=(*review.people_ids, added.id)))
        return Outcome(added, work.changes)

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
            template = template_of(work, review)
            known = gathering.known_of(work, review.account_id, before=review.id)
            agenda = fill_agenda(known, self._store.clock.today(), template.agenda if template else ())
            review = work.reviews.put(replace(review, agenda=agenda))
        return Outcome(review, work.changes)

    def consent(self, quote_id: UUID, consent: Consent, *, person_id: UUID | None = None) -> Outcome[Quote]:
        """Note whether somebody agreed to be quoted, and by whom the words are."""
        with self._store.write("Consent for a quote") as work:
            quote = work.quotes.get(quote_id)
            quote = work.quotes.put(replace(quote, consent=consent, person_id=person_id or quote.person_id))
        return Outcome(quote, work.changes)

    def add_goal(self, review_id: UUID, goal: Goal) -> Outcome[Goal]:
        """Agree on a goal with the account; one that was added already is not added again."""
        with self._store.write("Add goal") as work:
            account_id = work.reviews.get(review_id).account_id
            kept = work.goals.find(goal.id) or work.goals.put(replace(goal, account_id=account_id))
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
            return summary_of(gathering.all_material_of(reading, review), number, self._store.clock.today())

    def finish(self, review_id: UUID, *, held_on: date | None = None) -> Outcome[Finished]:
        """Hold and finish a review: follow-ups, contact made, the next review and the stored summary in one step.

        A review that was finished before gets a new numbered summary, and nothing else happens again.

        Raises:
            NotFinishedError: a promise has no date.
            RefusedError: the day it was held is still to come, or the next review does not lie after it.
        """
        with self._store.write("Finish review") as work:
            finished = finish_in(work, work.reviews.get(review_id), held_on)
        return Outcome(finished, work.changes)

    def hold_from_notes(self, account_id: UUID, text: str, held_on: date) -> Outcome[Finished]:
        """Hold and finish a review from notes written elsewhere; nothing is written when a promise has no date.

        Raises:
            NotFinishedError: promises without a date, with the numbers of their lines.
            RefusedError: the review planned for that day holds notes already.
        """
        with self._store.write("Hold review") as work:
            planned = [each for each in work.reviews.where(account_id=account_id) if each.planned_on == held_on]
            review = next((each for each in planned if each.is_open), None) or new_review(work, account_id, held_on)
            if review.text.strip():
                raise RefusedError(
                    "The review planned for that day has notes already, and they would be replaced. "
                    "Add these to it in the window, and finish it there."
                )
            review = work.reviews.put(replace(review, planned_on=held_on, held_on=held_on))
            taken = self._take(work, review, text)
            present = _present(work, taken.review)
            review = work.reviews.put(replace(taken.review, people_ids=present))
            finished = finish_in(work, review, held_on)
        return Outcome(finished, work.changes)

    def held_on(self, review_id: UUID, on: date) -> Outcome[Review]:
        """Say on which day a review was held: days in its notes are read against that day.

        Raises:
            RefusedError: the day is still to come, or the review is finished.
        """
        refuse_day_ahead(on, self.today)
        with self._store.write("Day it was held") as work:
            review = work.reviews.get(review_id)
            if review.is_finished:
                raise RefusedError("This review is finished and stays on its day.")
            review = held_on_another(work, review, on)
        return Outcome(review, work.changes)


def _present(work: UnitOfWork, review: Review) -> tuple[UUID, ...]:
    """Give who of theirs was there: those named in the notes, else those of the last review who have not left."""
    meeting = gathering.meeting_of(work, review)
    mentions = (each.name for line in review.lines for each in read_line(line, meeting).said.people)
    named = (resolve(each, meeting.people) for each in mentions)
    present = tuple(dict.fromkeys(each for each in named if each is not None))
    before = previous_of(review, work.reviews.outlines(review.account_id))
    return present or still_there(work, before.people_ids if before else ())


def _under(item_id: UUID, review: Review, before: Review) -> Review:
    """Put the lines that are new under an item of the agenda."""
    head, tail = same_ends(before.lines, review.lines)
    known = {each.id for each in before.lines[head : len(before.lines) - tail]}
    end = len(review.lines) - tail
    new = (each if each.id in known else replace(each, agenda_item_id=item_id) for each in review.lines[head:end])
    return replace(review, lines=(*review.lines[:head], *new, *review.lines[end:]))
