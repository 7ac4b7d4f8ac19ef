"""What a person does with calendars of other programs: looks into one, takes its meetings in, has one read again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from reviewdesk.domain.address_book import AddressBook
from reviewdesk.domain.changes import Changes
from reviewdesk.domain.errors import RefusedError, UnreadableError
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.meeting_read import CalendarRead, MeetingRead, booked, brought
from reviewdesk.domain.purchase import SourceKey
from reviewdesk.domain.review import Review
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.domain.source_file import SourceFile, SourceKind
from reviewdesk.exchange.calendar_reading import LARGEST, Days, read_calendar
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.calendar_values import (
    CalendarFile,
    CalendarNews,
    CalendarSeen,
    CalendarTaken,
    KnownMeeting,
    MeetingChoice,
    OfferedMeeting,
    TakenAs,
)
from reviewdesk.services.file_content import content_of, digest_of
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.reviews import new_review
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

SOURCE: Final = "calendar"
BACK: Final = timedelta(days=400)
AHEAD: Final = timedelta(days=800)
FEW: Final = 12  # a file of at most so many meetings is one the person looks at whole
_OWN: Final = "@reviewdesk"


class CalendarInService:
    """Takes in what other programs' calendars say."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, path: Path) -> CalendarSeen:
        """Read a calendar file and say what it would bring; the book is not changed.

        Raises:
            UnreadableError: it is no calendar file that can be read.
        """
        return self._seen(content_of(path, LARGEST), path.name)

    def take(self, seen: CalendarSeen, choices: Sequence[MeetingChoice] = ()) -> Outcome[CalendarTaken]:
        """Move and cancel the reviews that the calendar knows, and take in what was chosen: one step.

        Raises:
            RefusedError: a meeting cannot be taken as what was chosen; nothing is written.
        """
        offered = {each.meeting.uid: each for each in seen.offered}
        with self._store.write("Take in the calendar") as work:
            told, planned = _apply(work, seen), None
            for each in choices:
                words, review = _take(work, offered[each.uid], each)
                told, planned = [*told, words], review.id if review else planned
        return Outcome(CalendarTaken(tuple(told), planned), work.changes if work.records else Changes())

    def files(self) -> tuple[CalendarFile, ...]:
        """Give the calendar files that are read again at each start."""
        with self._store.read() as reading:
            return tuple(CalendarFile(each.id, Path(each.path), each.read_on) for each in _files(reading))

    def name_file(self, path: Path) -> Outcome[CalendarFile]:
        """Have a calendar file read again at each start; it is looked at once now.

        Raises:
            UnreadableError: it is no calendar file that can be read.
        """
        self.look(path)
        given = SourceFile(kind=SourceKind.CALENDAR, path=str(path.absolute()))
        with self._store.write("Read a calendar at each start") as work:
            known = next((each for each in _files(work) if each.path == given.path), None)
            kept = known or work.source_files.put(given)
        return Outcome(CalendarFile(kept.id, path, kept.read_on), work.changes if work.records else Changes())

    def forget_file(self, file_id: UUID) -> Outcome[None]:
        """Read a calendar file no more; what it brought stays."""
        with self._store.write("Read a calendar no more") as work:
            work.source_files.remove(file_id)
        return Outcome(None, work.changes)

    def read_again(self) -> Outcome[CalendarNews]:
        """Read the named calendar files that changed, and move or cancel the reviews they know; nothing is planned.

        What moved is one step that can be undone, and undone it stays until the file changes again.
        """
        with self._store.read() as reading:
            files = _files(reading)
        moved: list[str] = []
        troubles: list[str] = []
        changes = Changes()
        for each in files:
            try:
                content = content_of(Path(each.path), LARGEST)
                if digest_of(content) == each.digest:
                    continue
                seen = self._seen(content, Path(each.path).name)
            except UnreadableError as error:
                troubles.append(str(error))
                continue
            if seen.brings:
                taken = self.take(seen)
                moved += taken.value.told
                changes = taken.changes
            self._remember(each, digest_of(content))
        return Outcome(CalendarNews(tuple(moved), tuple(troubles)), changes)

    def _remember(self, file: SourceFile, digest: str) -> None:
        with self._store.write("Read the calendar", quiet=True) as work:
            kept = work.source_files.get(file.id)
            work.source_files.put(replace(kept, digest=digest, read_on=self._store.clock.today()))

    def _seen(self, content: bytes, name: str) -> CalendarSeen:
        today = self._store.clock.today()
        found = read_calendar(content, name, Days(today - BACK, today + AHEAD))
        with self._store.read() as reading:
            book = AddressBook(reading.accounts.all(), reading.people.all(), reading.colleagues.all())
            names = {each.id: each.name for each in book.accounts}
            reviews, gone = _by_uid(reading), _taken_before(reading)
        known = [_known(each, review, names) for each in found.meetings for review in _reviews_of(each, reviews)]
        known += [_known(each, reviews[each.uid], names) for each in _no_longer_met(found, reviews, today)]
        unknown = [each for each in found.meetings if each.uid not in reviews and _is_new(each, gone)]
        offered = [OfferedMeeting(each, book.meant(each.people)) for each in unknown]
        shown = [each for each in offered if each.accounts or len(found.meetings) <= FEW]
        return CalendarSeen(
            name=name,
            today=today,
            known=tuple(known),
            offered=tuple(shown),
            others=len(offered) - len(shown),
            left_out=found.left_out,
            accounts=tuple(sorted((AccountName(id=id, name=name) for id, name in names.items()), key=_name)),
        )


def _files(reading: Reading) -> tuple[SourceFile, ...]:
    return reading.source_files.where(kind=SourceKind.CALENDAR)


def _name(account: AccountName) -> str:
    return account.name.casefold()


def _by_uid(reading: Reading) -> Mapping[str, Review]:
    """Give the reviews by the id a calendar knows them by: its own, or the one that we gave out."""
    return {each.calendar_uid or f"{each.id}{_OWN}": each for each in reading.reviews.outlines()}


def _reviews_of(meeting: MeetingRead, reviews: Mapping[str, Review]) -> Iterator[Review]:
    """Give the review of a meeting; a series that is cancelled is that of all that were taken from it."""
    if meeting.uid in reviews:
        yield reviews[meeting.uid]
    elif meeting.is_cancelled and "#" not in meeting.uid:
        yield from (each for uid, each in reviews.items() if uid.partition("#")[0] == meeting.uid)


def _no_longer_met(found: CalendarRead, reviews: Mapping[str, Review], today: date) -> Iterator[MeetingRead]:
    """Give as cancelled the days ahead of a series that it no longer has, since it was made shorter or moved."""
    met = {each.uid for each in found.meetings}
    for uid, review in reviews.items():
        series, mark, _ = uid.partition("#")
        day = review.planned_on
        if mark and day and uid not in met and series in found.whole and today <= day <= today + AHEAD:
            sequence = max(found.whole[series], review.calendar_sequence)
            yield MeetingRead(uid=uid, title="", day=day, sequence=sequence, is_cancelled=True)


def _taken_before(reading: Reading) -> frozenset[str]:
    """Give the ids of meetings that stand in the book as contacts made."""
    keys = reading.source_keys.where(source=SOURCE)
    there = {each.id for each in reading.contacts.where(id=[each.record_id for each in keys])} if keys else set()
    return frozenset(each.source_id for each in keys if each.record_id in there)


def _is_new(meeting: MeetingRead, gone: frozenset[str]) -> bool:
    return not meeting.is_cancelled and meeting.uid not in gone and not meeting.uid.endswith(_OWN)


def _known(meeting: MeetingRead, review: Review, names: Mapping[UUID, str]) -> KnownMeeting:
    brings, _ = brought(review, meeting)
    return KnownMeeting(review.id, names[review.account_id], meeting, brings, review.planned_on)


def _apply(work: UnitOfWork, seen: CalendarSeen) -> list[str]:
    told = []
    for each in seen.brings:
        brings, review = brought(work.reviews.get(each.review_id), each.meeting)
        work.reviews.put(review)
        told.append(replace(each, brings=brings).told(seen.today))
    return told


def _take(work: UnitOfWork, offered: OfferedMeeting, choice: MeetingChoice) -> tuple[str, Review | None]:
    account, meeting, today = work.accounts.get(choice.account_id), offered.meeting, work.clock.today()
    people = next((each.person_ids for each in offered.accounts if each.account_id == account.id), ())
    if choice.taken_as is TakenAs.CONTACT:
        _log(work, account.id, meeting, people)
        return f"{account.name}: logged for {short_day(meeting.day, today)}", None
    _refuse_past(meeting, today)
    review = booked(new_review(work, account.id, meeting.day), meeting)
    review = work.reviews.put(replace(review, people_ids=people or review.people_ids))
    return f"{account.name}: planned for {short_day(meeting.day, today)}", review


def _refuse_past(meeting: MeetingRead, today: date) -> None:
    if meeting.day < today:
        raise RefusedError(f"“{meeting.title}” is past. Log it as contact made instead of planning it.")


def _log(work: UnitOfWork, account_id: UUID, meeting: MeetingRead, people: tuple[UUID, ...]) -> None:
    if meeting.day > work.clock.today():
        raise RefusedError(f"“{meeting.title}” is still ahead. Plan it as a review, or log it once it was.")
    mine = me(work)
    contact = Contact(
        account_id=account_id, made_on=meeting.day, channel=Channel.VISIT, words=meeting.title,
        person_id=people[0] if people else None, colleague_id=mine.id if mine else None,
    )  # fmt: skip
    work.contacts.put(contact)
    work.source_keys.put(SourceKey(source=SOURCE, source_id=meeting.uid, kind="contact", record_id=contact.id))
