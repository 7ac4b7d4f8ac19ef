"""Letters about a change: each in the customer's language, about what that customer buys alone, and looked through.

What sets and searches a PDF is imported when it is first needed, for it costs more than the window itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.branding import document_language
from reviewdesk.domain.change_exposure import ItemSpend
from reviewdesk.domain.errors import LeakError, RefusedError
from reviewdesk.domain.held_back import HeldBack
from reviewdesk.domain.languages import language_name
from reviewdesk.domain.letters.change_notice import ChangedItem, ChangeNotice
from reviewdesk.domain.letters.mail import letter_mail
from reviewdesk.domain.letters.words import phrases_in, written_in
from reviewdesk.domain.tiers import STALE_AFTER
from reviewdesk.exchange.mail_draft import MailDraft, MailPart, is_address
from reviewdesk.services.documents import forbidden_in, slug
from reviewdesk.services.draft_files import WrittenDraft, folder_of, write_draft
from reviewdesk.services.everybody import Everybody, everybody_in
from reviewdesk.services.guarding import hold_back, leaks_of_pdf, meant_in
from reviewdesk.services.letter_reading import frame_in
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.print_outs import PrintOut
from reviewdesk.services.shown_changes import shown_change
from reviewdesk.services.shown_problems import best_person
from reviewdesk.storage.lists.accounts import account_lines

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from reviewdesk.domain.leaks import Forbidden
    from reviewdesk.domain.people import Person
    from reviewdesk.domain.planned_change import PlannedChange
    from reviewdesk.services.change_values import Hurt, ShownChange
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store

CHANGE_NOTICE: Final = "change notice"
_LONGEST: Final = 60  # bytes of a name in the name of a file


@dataclass(frozen=True, slots=True)
class LetterToWrite:
    """An account whose letter can be written; `is_ticked` is where no call is made and none was written yet.

    `untranslated` is the language of a letter in which nobody said why it changes.
    """

    account_id: UUID
    account: str
    whom: str
    has_address: bool
    wants_no_marketing: bool
    is_ticked: bool
    was_written: bool
    untranslated: str = ""


@dataclass(frozen=True, slots=True)
class LetterLeft:
    """An account whose letter was not written, and why."""

    account_id: UUID
    account: str
    why: str


@dataclass(frozen=True, slots=True)
class WrittenLetters:
    """What came of writing many: where the drafts lie, how many there are, and which were not written."""

    folder: Path
    written: int
    left: tuple[LetterLeft, ...]
    without_address: int = 0


@dataclass(frozen=True, slots=True)
class _Read:
    value: ChangeNotice
    forbidden: Forbidden
    person: Person | None
    meant: frozenset[str]
    change_id: UUID
    account_id: UUID


class ChangeLetterService:
    """Writes letters about changes."""

    def __init__(self, store: Store, fonts: Path, other_books: tuple[str, ...] = ()) -> None:
        self._store, self._fonts = store, fonts
        self._other_books = other_books

    def letter(self, change_id: UUID, account_id: UUID) -> PrintOut:
        """Set the letter for one account as it stands, and look through it.

        Raises:
            LeakError: it would hold something internal.
        """
        with self._store.read() as reading:
            read = self._read(reading, self._shown(reading, change_id), account_id, everybody_in(reading))
        return PrintOut(self._set(read), _file_name(read.value))

    def mail(self, change_id: UUID, account_id: UUID) -> WrittenDraft:
        """Write the draft of a mail with the letter as its PDF.

        Raises:
            RefusedError: the change was not announced, or the draft cannot be written.
            LeakError: it would hold something internal.
        """
        with self._store.read() as reading:
            shown = self._shown(reading, change_id)
            _refuse_rehearsed(shown)
            read = self._read(reading, shown, account_id, everybody_in(reading))
        draft = self._draft(read)
        self._note(change_id, [account_id])
        return draft

    def to_write(self, change_id: UUID) -> tuple[LetterToWrite, ...]:
        """Give whose letters can be written: those below the line are ticked, others by choice; no former customers.

        Raises:
            RefusedError: the change was not announced.
        """
        with self._store.read() as reading:
            shown = self._shown(reading, change_id)
            _refuse_rehearsed(shown)
            lines = {
                each.id: each for each in account_lines(reading.connection, [each.account_id for each in shown.hurt])
            }
            return tuple(_to_write(reading, shown.change, each) for each in shown.hurt if lines[each.account_id].buys)

    def write(
        self, change_id: UUID, account_ids: Collection[UUID], told: Callable[[int, int], None]
    ) -> Outcome[WrittenLetters]:
        """Write mail drafts with the letters; `told` hears how far it is, and may raise to end it.

        A letter that would hold something internal is not written and named; it is decided on its page.

        Raises:
            RefusedError: nobody is chosen, the change was not announced, or a draft cannot be written.
        """
        if not account_ids:
            raise RefusedError("Nobody is ticked. Tick at least one account.")
        with self._store.read() as reading:
            shown, known = self._shown(reading, change_id), everybody_in(reading)
            _refuse_rehearsed(shown)
            wanted = [each for each in shown.hurt if each.account_id in account_ids]
            reads = [self._read(reading, shown, each.account_id, known) for each in wanted]
        written: list[UUID] = []
        left: list[LetterLeft] = []
        lacking = 0
        for at, (each, read) in enumerate(zip(wanted, reads, strict=True)):
            told(at, len(wanted))
            try:
                lacking += bool(self._draft(read).lacking) or read.person is None
                written.append(each.account_id)
            except LeakError as error:
                left.append(LetterLeft(each.account_id, each.account, str(error)))
        result = WrittenLetters(folder_of(self._store.path), len(written), tuple(left), lacking)
        return Outcome(result, self._note(change_id, written).changes)

    def _note(self, change_id: UUID, account_ids: Collection[UUID]) -> Outcome[None]:
        """Keep whose letter was written today."""
        with self._store.write("Letters about a change") as work:
            for each in work.touched_by_change.where(change_id=change_id):
                if each.account_id in account_ids:
                    work.touched_by_change.put(replace(each, letter_on=work.clock.today()))
        return Outcome(None, work.changes)

    def _shown(self, reading: Reading, change_id: UUID) -> ShownChange:
        return shown_change(reading, reading.planned_changes.get(change_id))

    def _read(self, reading: Reading, shown: ShownChange, account_id: UUID, known: Everybody) -> _Read:
        account, person = known.accounts[account_id], best_person(reading, account_id)
        hurt, change = shown.of(account_id), shown.change
        own, currency = _in_their_currency(shown, hurt)
        frame = frame_in(reading, account, person)
        wording = change.wording(frame.language)
        value = ChangeNotice(
            frame=frame, effective=change.effective, currency=currency,
            items=tuple(
                _changed(each, of_book=currency == shown.currency, is_told=bool(own) and not _is_old(shown))
                for each in own or hurt.items
            ), why=wording.why or change.why,
            offer=wording.offer or change.offer,
        )  # fmt: skip
        forbidden = forbidden_in(reading, account_id, value.as_summary, self._other_books, known)
        meant = meant_in(reading, change.id, CHANGE_NOTICE)
        return _Read(value, forbidden, person, meant, change.id, account_id)

    def _set(self, read: _Read) -> bytes:
        from reviewdesk.reports.change_notice import render_change_notice
        from reviewdesk.reports.leak_guard import find_leaks

        made = render_change_notice(read.value, self._fonts)
        found = find_leaks(made.pdf, read.forbidden, template=made.template, meant=read.meant)
        if found:
            held = HeldBack(
                account_id=read.account_id, about=read.change_id, document=CHANGE_NOTICE, leaks=leaks_of_pdf(found),
                pdf=made.pdf, file_name=_file_name(read.value),
            )  # fmt: skip
            whom = read.value.frame.recipient.company
            hold_back(held, what=f"The letter to {whom}", do="Reword why it changes or what you offer first.")
        return made.pdf

    def _draft(self, read: _Read) -> WrittenDraft:
        pdf, name, person = self._set(read), _file_name(read.value), read.person
        mail = letter_mail(read.value.frame, read.value.subject, "mail letter")
        there = person is not None and is_address(person.email)
        to = ((person.name, person.email),) if person is not None and there else ()
        lacking = (person.name,) if person is not None and not there else ()
        part = MailPart(name=name, media="application/pdf", content=pdf)
        draft = MailDraft(to=to, subject=mail.subject, text=mail.text, parts=(part,))
        return write_draft(folder_of(self._store.path), draft, name.removesuffix(".pdf"), lacking)


def _refuse_rehearsed(shown: ShownChange) -> None:
    if shown.change.is_rehearsed:
        raise RefusedError("This is a rehearsal: nobody is told of anything. Announce the change first.")


def _to_write(reading: Reading, change: PlannedChange, each: Hurt) -> LetterToWrite:
    person = best_person(reading, each.account_id)
    was = each.touched is not None and each.touched.letter_on is not None
    has = person is not None and is_address(person.email)
    name = person.name if person else ""
    shy = person is not None and person.no_marketing
    language = written_in(document_language(reading.accounts.get(each.account_id), reading.book))
    lacks = language != written_in(reading.book.language) and not change.wording(language).why
    return LetterToWrite(
        account_id=each.account_id, account=each.account, whom=name, has_address=has, wants_no_marketing=shy,
        is_ticked=not each.is_called and not was, was_written=was,
        untranslated=language_name(language) if lacks else "",
    )  # fmt: skip


def _in_their_currency(shown: ShownChange, hurt: Hurt) -> tuple[tuple[ItemSpend, ...], str]:
    """Give what an account spent on each item in the one currency it buys in, with that.

    Where it buys in several nothing is told of what it spent, for its own figures would have to be ours at our rates.
    """
    currencies = {each.currency for each in hurt.items}
    if len(currencies) != 1 or any(each.own is None for each in hurt.items):
        return (), shown.currency
    (currency,) = currencies
    return tuple(ItemSpend.of(each.item, each.own or Decimal(0), currency) for each in hurt.items), currency


def _is_old(shown: ShownChange) -> bool:
    """Say whether the 12 months ended so long ago that a letter must not call them the last ones."""
    return shown.window is None or shown.today - shown.window.end > STALE_AFTER


def _changed(each: ItemSpend, *, of_book: bool, is_told: bool) -> ChangedItem:
    item = each.item
    return ChangedItem(
        name=item.name, change=item.percent, bought=each.spent if is_told else None, replacement=item.replacement,
        a_year=each.exposed if is_told and not item.ends else None, price_now=item.price_now if of_book else None,
        price_then=item.price_then if of_book else None,
    )  # fmt: skip


def _file_name(value: ChangeNotice) -> str:
    """Name the file in the customer's language: the account, what it is, the day."""
    frame = value.frame
    short = slug(frame.recipient.company).encode()[:_LONGEST].decode(errors="ignore")
    what = phrases_in(frame.language)["file change"]
    return f"{slug(f'{short} {what} {frame.written_on}')}.pdf"
