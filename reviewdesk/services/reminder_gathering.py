"""Gathers what a person of theirs or a colleague of ours is reminded of: only what may be said to whom it is for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.letters.colleague_sheet import ColleagueSheet, OwedItem, OwedTo
from reviewdesk.domain.letters.reminder import Reminder, ReminderItem
from reviewdesk.domain.summarising import sender_of
from reviewdesk.domain.summary import Vendor
from reviewdesk.domain.summary_words import words_in
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.follow_up_rows import in_order, row_of
from reviewdesk.services.gathering import lines_set
from reviewdesk.services.letter_reading import frame_in
from reviewdesk.services.myself import me
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.storage.lists.follow_ups import open_follow_ups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID

    from reviewdesk.domain.account import Account
    from reviewdesk.domain.people import Person
    from reviewdesk.domain.review import Review
    from reviewdesk.services.follow_up_rows import FollowUpRow
    from reviewdesk.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder with whom it is for: nobody where it is for the account as a whole; `late` counts what is over."""

    account_id: UUID
    person_id: UUID | None
    value: Reminder
    late: int


@dataclass(frozen=True, slots=True)
class Promises:
    """What was promised between us and one account, and is open and known to both sides, by its day.

    `wordings` are those for print of the lines it was noted in; `ours` are our names, `people` and `reviews` theirs.
    """

    reading: Reading
    account: Account
    said: tuple[FollowUp, ...]
    wordings: Mapping[UUID, str]
    people: Mapping[UUID, Person]
    ours: Mapping[UUID, str]
    reviews: Mapping[UUID, Review]

    def reminders(self) -> Iterator[Reminded]:
        """Give one for each person who took something on, by name; what nobody there took on is the account's."""
        whose = {self._whose(each) for each in self.said if each.side is Side.THEIRS}
        names = {each: self.people[each].name.casefold() if each else "" for each in whose}
        for person_id in sorted(whose, key=lambda each: (each is None, names[each], each.hex if each else "")):
            yield self.reminder(person_id)

    def reminder(self, person_id: UUID | None) -> Reminded:
        """Give that of one person, or of the account where nobody is named."""
        person = self.people[person_id] if person_id else None
        theirs = [each for each in self.said if each.side is Side.THEIRS and self._whose(each) == person_id]
        ours = [each for each in self.said if each.side is Side.OURS and self._is_known_to(each, person)]
        frame = frame_in(self.reading, self.account, person)
        waits = frame.signer.name or frame.vendor.name
        value = Reminder(
            frame=frame,
            theirs=tuple(self._item(each, waits, frame.language) for each in theirs),
            ours=tuple(self._item(each, self._doer(each) or waits, frame.language) for each in ours),
        )
        today = frame.written_on
        return Reminded(self.account.id, person_id, value, sum(each.is_late(today) for each in theirs))

    @property
    def noted(self) -> tuple[str, ...]:
        """Give what was promised in the words it was noted in."""
        return tuple(each.what for each in self.said)

    def _whose(self, one: FollowUp) -> UUID | None:
        """Give who took it on; what somebody who has left took on is the account's."""
        person = self.people.get(one.person_id) if one.person_id else None
        return person.id if person is not None and person.left_on is None else None

    def _is_known_to(self, one: FollowUp, person: Person | None) -> bool:
        """Say whether it may stand on somebody's page: not what was promised in a meeting they were not in."""
        review = self.reviews.get(one.review_id) if one.review_id else None
        there = self._there(review)
        return person is None or not there or person.id in there

    def _doer(self, one: FollowUp) -> str:
        return self.ours.get(one.colleague_id, "") if one.colleague_id else ""

    def _there(self, review: Review | None) -> tuple[UUID, ...]:
        return self.reading.reviews.get(review.id).people_ids if review is not None else ()

    def _item(self, one: FollowUp, who: str, language: str) -> ReminderItem:
        review = self.reviews.get(one.review_id) if one.review_id else None
        return ReminderItem(
            what=(self.wordings.get(one.line_id) if one.line_id else "") or one.what,
            who=who,
            due=one.due,
            occasion=words_in(language).titles[review.kind] if review is not None else "",
            agreed_on=(review.day if review is not None else None) or one.said_on,
        )


def promises_in(reading: Reading, account_id: UUID) -> Promises:
    """Read what was promised between us and an account; what was set aside or is ours to know is left out."""
    lines = lines_set(reading, account_id)
    found = reading.follow_ups.where(account_id=account_id)
    said = (each for each in found if each.is_promise and each.is_open and each.line_id not in lines.hidden)
    return Promises(
        reading,
        reading.accounts.get(account_id),
        tuple(sorted(said, key=_by_day)),
        lines.wordings,
        {each.id: each for each in reading.people.where(account_id=account_id)},
        {each.id: each.name for each in reading.colleagues.all()},
        {each.id: each for each in reading.reviews.outlines(account_id)},
    )


def colleague_sheets(reading: Reading, colleague_id: UUID | None = None) -> Iterator[ColleagueSheet]:
    """Give the sheet of one colleague, or of every colleague on whom something waits, by name."""
    today = reading.clock.today()
    private = only_mine_in(reading)
    rows = [row_of(each, today) for each in open_follow_ups(reading.connection) if not private.holds(each.follow_up)]
    owed: dict[UUID, list[FollowUpRow]] = defaultdict(list)
    for each in sorted(rows, key=in_order):
        if each.waits_on is WaitsOn.COLLEAGUE and each.who_id is not None and colleague_id in (None, each.who_id):
            owed[each.who_id].append(each)
    mine, book, branding = me(reading), reading.book, branding_in(reading)
    blank = ColleagueSheet(
        vendor=Vendor(sender_of(book, mine), book.company_line), name="", written_on=today, owed=(),
        asked_by=mine.name if mine else "", branding=branding,
    )  # fmt: skip
    for found in sorted(owed.values(), key=lambda each: (each[0].who.casefold(), each[0].who_id)):
        yield replace(blank, name=found[0].who, owed=tuple(_by_account(found, today)))


def _by_account(rows: Iterable[FollowUpRow], today: date) -> Iterator[OwedTo]:
    by_account: dict[UUID, list[FollowUpRow]] = defaultdict(list)
    for each in rows:
        by_account[each.account_id].append(each)
    for some in sorted(by_account.values(), key=lambda each: (each[0].account.casefold(), each[0].account_id)):
        yield OwedTo(account=some[0].account, items=tuple(_owed(each, today) for each in some))


def _owed(row: FollowUpRow, today: date) -> OwedItem:
    over = (today - row.due).days if row.due is not None else 0
    return OwedItem(
        what=row.what, due=row.due, days_over=max(over, 0), is_promise=row.is_promise,
        occasion=row.source.partition(" of ")[0], since=row.said_on,
    )  # fmt: skip


def _by_day(one: FollowUp) -> tuple[date, str]:
    return one.due or date.max, one.what
