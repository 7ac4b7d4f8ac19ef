"""Follow-up reminders as documents: a page for each person of theirs, and for each colleague who owes something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.follow_up import Side
from reviewdesk.domain.held_back import HeldBack
from reviewdesk.domain.letters.mail import letter_mail
from reviewdesk.domain.letters.words import phrases_in
from reviewdesk.exchange.mail_draft import MailDraft, MailPart, is_address
from reviewdesk.services.documents import forbidden_in, slug
from reviewdesk.services.draft_files import WrittenDraft, folder_of, write_draft
from reviewdesk.services.everybody import Everybody, everybody_in
from reviewdesk.services.guarding import hold_back, leaks_of_pdf, meant_in
from reviewdesk.services.print_outs import FOR_OUR_SIDE, PrintOut
from reviewdesk.services.reminder_gathering import Reminded, colleague_sheets, promises_in
from reviewdesk.storage.lists.follow_ups import open_follow_ups

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from reviewdesk.domain.leaks import Forbidden
    from reviewdesk.domain.letters.colleague_sheet import ColleagueSheet
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store

REMINDER: Final = "reminder"
_LONGEST: Final = 60  # bytes of a name in the name of a file


@dataclass(frozen=True, slots=True)
class ToRemind:
    """A person of theirs who took something on, nobody where it is the account's; `late` counts what is over."""

    account_id: UUID
    person_id: UUID | None
    account: str
    name: str
    count: int
    late: int


@dataclass(frozen=True, slots=True)
class Owes:
    """An account whose people took something on that is open: how much, and how much of it is over its day."""

    account_id: UUID
    account: str
    count: int
    late: int


@dataclass(frozen=True, slots=True)
class _Looked:
    """A reminder with what its customer must not read, but for words that are meant."""

    reminded: Reminded
    forbidden: Forbidden
    meant: frozenset[str]


class ReminderPaperService:
    """Makes the pages that people are reminded with."""

    def __init__(self, store: Store, fonts: Path, other_books: tuple[str, ...] = ()) -> None:
        self._store, self._fonts = store, fonts
        self._other_books = other_books

    def to_remind(self, account_id: UUID) -> tuple[ToRemind, ...]:
        """Give who of an account took something on that is open, by name."""
        with self._store.read() as reading:
            found = tuple(promises_in(reading, account_id).reminders())
        return tuple(_to_remind(each) for each in found)

    def who_owes(self) -> tuple[Owes, ...]:
        """Give the accounts whose people took something on that is open, those that are over most days first."""
        today = self._store.clock.today()
        found: dict[UUID, Owes] = {}
        with self._store.read() as reading:
            for each in open_follow_ups(reading.connection):
                step = each.follow_up
                if step.is_promise and step.side is Side.THEIRS:
                    known = found.get(step.account_id) or Owes(step.account_id, each.account, 0, 0)
                    late = known.late + step.is_late(today)
                    found[step.account_id] = replace(known, count=known.count + 1, late=late)
        return tuple(sorted(found.values(), key=lambda each: (-each.late, -each.count, each.account.casefold())))

    def of_person(self, account_id: UUID, person_id: UUID | None = None) -> PrintOut:
        """Set the page of one person of theirs; without one, that of the account for what nobody there took on.

        Raises:
            RefusedError: nothing is open between us.
            LeakError: it would hold something internal.
        """
        with self._store.read() as reading:
            looked = self._person(reading, account_id, person_id)
        return PrintOut(self._set(looked), _file_name(looked.reminded))

    def of_account(self, account_id: UUID) -> PrintOut:
        """Set a page for each person of an account who took something on, in one document.

        Raises:
            RefusedError: nobody there did.
            LeakError: one of them would hold something internal.
        """
        with self._store.read() as reading:
            name = reading.accounts.get(account_id).name
            found = self._looked(reading, account_id)
        if not found:
            raise RefusedError(f"Nobody at {name} has promised anything that is open. There is nothing to remind of.")
        today = self._store.clock.today()
        return self._joined(found, f"{name} · {today}", f"{_short(name)} reminders {today}")

    def of_all_late(self) -> PrintOut:
        """Set a page for each person, at whatever customer, who is over a day that was agreed; it is for our side.

        Raises:
            RefusedError: nobody is.
            LeakError: one of them would hold something internal.
        """
        today = self._store.clock.today()
        with self._store.read() as reading:
            late = dict.fromkeys(
                each.follow_up.account_id
                for each in open_follow_ups(reading.connection)
                if each.follow_up.is_promise and each.follow_up.is_late(today)
            )
            known = everybody_in(reading)
            found = [each for one in late for each in self._looked(reading, one, known) if each.reminded.late]
        if not found:
            raise RefusedError("No customer is over a day that was agreed. There is nobody to remind.")
        return self._joined(found, f"Reminders, {today}", f"reminders to customers {today} {FOR_OUR_SIDE}")

    def of_colleague(self, colleague_id: UUID) -> PrintOut:
        """Set the page of one colleague, for our side.

        Raises:
            MissingError: the colleague is not in the book.
            RefusedError: nothing waits on them.
        """
        with self._store.read() as reading:
            name = reading.colleagues.get(colleague_id).name
            found = tuple(colleague_sheets(reading, colleague_id))
        if not found:
            raise RefusedError(f"Nothing waits on {name}. There is nothing to remind of.")
        today = self._store.clock.today()
        return PrintOut(self._sheet(found[0]), f"{slug(f'{_short(name)} what we wait for {today} {FOR_OUR_SIDE}')}.pdf")

    def colleague_named(self, text: str) -> UUID:
        """Find the colleague of this name, or the one whose name alone holds it.

        Raises:
            MissingError: nobody is called so, or several are.
        """
        with self._store.read() as reading:
            everybody = reading.colleagues.all()
        wanted = text.casefold().strip()
        exact = [each for each in everybody if each.name.casefold() == wanted]
        found = exact or [each for each in everybody if wanted in each.name.casefold()]
        if len(found) != 1:
            said = "Several colleagues are" if found else "No colleague is"
            raise MissingError(f"{said} called “{text}”. Give the whole name as it stands in Settings.")
        return found[0].id

    def of_all_colleagues(self) -> PrintOut:
        """Set a page for each colleague on whom something waits, for our side.

        Raises:
            RefusedError: nothing waits on any of them.
        """
        with self._store.read() as reading:
            found = tuple(colleague_sheets(reading))
        if not found:
            raise RefusedError("Nothing waits on a colleague. There is nobody to remind.")
        from reviewdesk.exchange.joined_pdf import joined_pdf

        today = self._store.clock.today()
        pages = [(each.name, self._sheet(each)) for each in found]
        name = f"{slug(f'what we wait for {today} {FOR_OUR_SIDE}')}.pdf"
        return PrintOut(joined_pdf(pages, f"What we wait for, {today}"), name)

    def mail(self, account_id: UUID, person_id: UUID | None = None) -> WrittenDraft:
        """Write the draft of a mail to one person with their page as a PDF.

        Raises:
            RefusedError: nothing is open between us, or the draft cannot be written.
            LeakError: it would hold something internal.
        """
        with self._store.read() as reading:
            looked = self._person(reading, account_id, person_id)
            person = reading.people.get(person_id) if person_id else None
        value, pdf = looked.reminded.value, self._set(looked)
        name = _file_name(looked.reminded)
        mail = letter_mail(value.frame, value.subject, "mail reminder")
        there = person is not None and is_address(person.email)
        to = ((person.name, person.email),) if person is not None and there else ()
        lacking = (person.name,) if person is not None and not there else ()
        part = MailPart(name=name, media="application/pdf", content=pdf)
        draft = MailDraft(to=to, subject=mail.subject, text=mail.text, parts=(part,))
        return write_draft(folder_of(self._store.path), draft, name.removesuffix(".pdf"), lacking)

    def _person(self, reading: Reading, account_id: UUID, person_id: UUID | None) -> _Looked:
        promises = promises_in(reading, account_id)
        reminded = promises.reminder(person_id)
        if not reminded.value.theirs and not reminded.value.ours:
            who = reminded.value.frame.recipient.person or promises.account.name
            raise RefusedError(f"Nothing is open between us and {who}. There is nothing to remind of.")
        return self._with_forbidden(reading, reminded, promises.noted)

    def _looked(self, reading: Reading, account_id: UUID, known: Everybody | None = None) -> list[_Looked]:
        promises, known = promises_in(reading, account_id), known or everybody_in(reading)
        return [self._with_forbidden(reading, each, promises.noted, known) for each in promises.reminders()]

    def _with_forbidden(
        self, reading: Reading, reminded: Reminded, noted: Sequence[str], known: Everybody | None = None
    ) -> _Looked:
        """Say what must not be read: a promise was said to them, so that its own words are no leak."""
        value = reminded.value.as_summary
        forbidden = forbidden_in(reading, reminded.account_id, value, self._other_books, known)
        meant = meant_in(reading, reminded.account_id, REMINDER)
        return _Looked(reminded, replace(forbidden, printed=(*forbidden.printed, *noted)), meant)

    def _set(self, looked: _Looked) -> bytes:
        from reviewdesk.reports.leak_guard import find_leaks
        from reviewdesk.reports.reminder import render_reminder

        value = looked.reminded.value
        made = render_reminder(value, self._fonts)
        found = find_leaks(made.pdf, looked.forbidden, template=made.template, meant=looked.meant)
        if found:
            whom, account_id = value.frame.recipient.person or value.frame.recipient.company, looked.reminded.account_id
            held = HeldBack(
                account_id=account_id, about=account_id, document=REMINDER, leaks=leaks_of_pdf(found), pdf=made.pdf,
                file_name=_file_name(looked.reminded),
            )  # fmt: skip
            hold_back(held, what=f"The reminder for {whom}", do="Reword that follow-up first.")
        return made.pdf

    def _joined(self, found: Sequence[_Looked], title: str, name: str) -> PrintOut:
        from reviewdesk.exchange.joined_pdf import joined_pdf

        pages = [(_named(each.reminded), self._set(each)) for each in found]
        return PrintOut(joined_pdf(pages, title), f"{slug(name)}.pdf")

    def _sheet(self, value: ColleagueSheet) -> bytes:
        from reviewdesk.reports.colleague_sheet import render_colleague_sheet

        return render_colleague_sheet(value, self._fonts)


def _to_remind(reminded: Reminded) -> ToRemind:
    value = reminded.value
    whom = value.frame.recipient
    name = whom.person or whom.company
    return ToRemind(reminded.account_id, reminded.person_id, whom.company, name, len(value.theirs), reminded.late)


def _named(reminded: Reminded) -> str:
    whom = reminded.value.frame.recipient
    return ", ".join(each for each in (whom.person, whom.company) if each)


def _file_name(reminded: Reminded) -> str:
    """Name the file in the customer's language: the account, the person, what it is, the day."""
    frame = reminded.value.frame
    whom = [_short(each) for each in (frame.recipient.company, frame.recipient.person) if each]
    what = phrases_in(frame.language)["file reminder"]
    return f"{slug(' '.join((*whom, what, str(frame.written_on))))}.pdf"


def _short(name: str) -> str:
    return slug(name).encode()[:_LONGEST].decode(errors="ignore")
