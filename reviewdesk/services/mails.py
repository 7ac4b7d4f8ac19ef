"""Mail drafts to a customer: an invitation, what to read before, a summary; each looked through before it is made.

Nothing is sent: a draft is a file beside the book that the person's own mail program opens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.branding import document_language
from reviewdesk.domain.errors import RefusedError, StrangerError
from reviewdesk.domain.held_back import HeldBack
from reviewdesk.domain.invitation import Invitation, invitation_mail, invitation_of, pre_read_mail
from reviewdesk.domain.ladder import Rung, of_rung
from reviewdesk.domain.leaks import leaks_in
from reviewdesk.domain.recipients import strangers
from reviewdesk.domain.review import Review, ReviewState
from reviewdesk.domain.summarising import sender_of
from reviewdesk.domain.summary import Attendee, CustomerSummary, PromiseState, Vendor, from_json
from reviewdesk.domain.summary_mail import MailText, summary_mail
from reviewdesk.exchange.mail_draft import MailDraft, MailPart, is_address
from reviewdesk.services.documents import DocumentService, family_of, forbidden_for, refuse_leaks, slug
from reviewdesk.services.draft_files import WrittenDraft, folder_of, write_draft
from reviewdesk.services.guarding import hold_back, leaks_of_text, meant_in
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.print_outs import PRE_READ
from reviewdesk.services.versions import send_in

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.domain.pre_read import PreRead
    from reviewdesk.services.calendar import CalendarService
    from reviewdesk.services.print_outs import PrintOutService
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store

_SAID: Final = ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT")
People = tuple[tuple[str, str], ...]
_STATES: Final = {
    "en": ("not done", "done later than agreed", "still open", "done"),
    "de": ("nicht erledigt", "später erledigt als vereinbart", "noch offen", "erledigt"),
    "fr": ("pas fait", "fait plus tard que convenu", "encore ouvert", "fait"),
}


class MailService:
    """Writes mail drafts of one book."""

    def __init__(
        self, store: Store, documents: DocumentService, calendar: CalendarService, print_outs: PrintOutService,
        other_books: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        self._store = store
        self._documents, self._calendar, self._print_outs = documents, calendar, print_outs
        self._other_books = other_books

    @property
    def folder(self) -> Path:
        """Where the drafts of this book lie."""
        return folder_of(self._store.path)

    def recipients(self, summary_id: UUID) -> Recipients:
        """Give whom the mail of a summary goes to where nobody says otherwise."""
        with self._store.read() as reading:
            review = reading.reviews.get(reading.summaries.get(summary_id).review_id)
            return Recipients(review.account_id, *_people(reading, review))

    def summary(
        self, summary_id: UUID, to: People | None = None, *, knowing: bool = False, apart: bool = False
    ) -> Outcome[WrittenDraft]:
        """Write the draft that a summary goes with, its PDF and the next date in it; that counts as sending it.

        It goes `to` the people of the review, or to these; `knowing` that an address is none of theirs. `apart`
        the PDF is written beside it too, for mail programs that open no drafts.

        Raises:
            StrangerError: an address is none of the account's people.
            LeakError: the document or the mail holds something internal that nobody said is meant.
            RefusedError: the draft cannot be written there.
        """
        checked = self._documents.check(summary_id)
        refuse_leaks(checked.leaks)
        with self._store.read() as reading:
            stored = reading.summaries.get(summary_id)
            review = reading.reviews.get(stored.review_id)
            value = from_json(stored.value)
            mail = summary_mail(value)
            known, lacking = _people(reading, review)
            to = known if to is None else to
            if not knowing:
                _refuse_strangers(reading, review, to)
            self._look_through(reading, review, value, mail, "mail", frozenset(stored.meant))
            following = _following(reading, review)
        parts = [MailPart(name=checked.file_name, media="application/pdf", content=checked.pdf)]
        if following is not None:
            parts.append(self._entry(following))
        draft = MailDraft(to=to, subject=mail.subject, text=mail.text, parts=tuple(parts))
        written = self._write(draft, f"{checked.file_name.removesuffix('.pdf')} mail", lacking, apart=apart)
        with self._store.write("Mail draft") as work:
            send_in(work, summary_id, tuple(name or address for name, address in to))
        return Outcome(written, work.changes)

    def invitation(self, review_id: UUID) -> Outcome[WrittenDraft]:
        """Write the draft that invites to a review, tells of its new day or calls it off, with its calendar entry.

        Raises:
            RefusedError: it has no day yet, was held already, or the draft cannot be written there.
            LeakError: it holds something internal.
        """
        with self._store.read() as reading:
            review = reading.reviews.get(review_id)
            if review.is_held or review.planned_on is None:
                raise RefusedError("Only a review that is ahead and has a day can be invited to. Give it one first.")
            invitation, to, lacking = _invited(reading, review)
        mail, entry = invitation_mail(invitation), self._entry(review)
        with self._store.read() as reading:
            self._look_through(reading, review, _as_value(invitation), _with_entry(mail, entry), "invitation")
        draft = MailDraft(to=to, subject=mail.subject, text=mail.text, parts=(entry,))
        written = self._write(draft, f"{slug(f'{invitation.account} {review.planned_on}')}-invitation", lacking)
        with self._store.write("Invitation") as work:
            now = work.reviews.get(review_id)
            if now.state is not ReviewState.CANCELLED:
                work.reviews.put(now.invited(work.clock.today()))
        return Outcome(written, work.changes)

    def pre_read(self, review_id: UUID) -> Outcome[WrittenDraft]:
        """Write the draft that the pre-read goes with: the agenda, how far our promises are, and the page as a PDF.

        Raises:
            RefusedError: it has no day yet or was held already.
            LeakError: it holds something internal.
        """
        made = self._print_outs.pre_read(review_id)
        with self._store.read() as reading:
            review = reading.reviews.get(review_id)
            invitation, to, lacking = _invited(reading, review)
            mail = pre_read_mail(invitation, _promised(made.value))
            self._look_through(reading, review, made.value.as_summary, mail, PRE_READ)
        part = MailPart(name=made.file_name, media="application/pdf", content=made.pdf)
        draft = MailDraft(to=to, subject=mail.subject, text=mail.text, parts=(part,))
        written = self._write(draft, made.file_name.removesuffix(".pdf"), lacking)
        with self._store.write("Pre-read") as work:
            now = work.reviews.get(review_id)
            work.reviews.put(now.with_steps_done(of_rung(now.ladder, Rung.PRE_READ), work.clock.today()))
        return Outcome(written, work.changes)

    def _look_through(
        self, reading: Reading, review: Review, value: CustomerSummary, mail: MailText, document: str,
        meant: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        forbidden = forbidden_for(reading, review, value, self._other_books)
        text, meant = f"{mail.subject}\n\n{mail.text}", meant | meant_in(reading, review.id, document)
        found = leaks_in(text, forbidden, template=mail.own, meant=meant)
        if found:
            hold_back(
                HeldBack(
                    account_id=review.account_id, about=review.id, document=document, leaks=leaks_of_text(found),
                    text=text, may_take_out=review.is_open,
                )
            )  # fmt: skip

    def _entry(self, review: Review) -> MailPart:
        content = self._calendar.review_entry(review.id)
        return MailPart(name="review.ics", media="text/calendar", content=content, method="PUBLISH")

    def _write(self, draft: MailDraft, name: str, lacking: tuple[str, ...], *, apart: bool = False) -> WrittenDraft:
        return write_draft(self.folder, draft, name, lacking, apart=apart)


@dataclass(frozen=True, slots=True)
class Recipients:
    """Those of an account's people a mail goes to, and the names of those who have no address."""

    account_id: UUID
    to: People
    lacking: tuple[str, ...]


def _refuse_strangers(reading: Reading, review: Review, to: People) -> None:
    accounts = reading.accounts.all()
    own = family_of(reading.accounts.get(review.account_id), {each.id: each for each in accounts})
    found = strangers(to, (each.email for each in reading.people.where(account_id=list(own))))
    if found:
        named, name = " and ".join(address for _, address in found), reading.accounts.get(review.account_id).name
        those = "is not one" if len(found) == 1 else "are not"
        raise StrangerError(f"{named} {those} of the people of {name}.", to=to, strangers=found)


def _with_entry(mail: MailText, entry: MailPart) -> MailText:
    """Give a mail with what its calendar entry says, for that is read too."""
    lines = entry.content.decode("utf-8", "replace").replace("\r\n ", "").replace("\r\n\t", "").splitlines()
    said = (each.partition(":")[2] for each in lines if each.startswith(_SAID))
    words = "\n".join(each.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";") for each in said)
    return replace(mail, text=f"{mail.text}\n{words}")


def _as_value(invitation: Invitation) -> CustomerSummary:
    """Give what an invitation says as the leak guard knows it from a summary: whose it is, and who reads it."""
    return CustomerSummary(
        Vendor(invitation.company or invitation.sender),
        invitation.account,
        invitation.on,
        theirs=tuple(Attendee(each) for each in invitation.names),
        ours=(Attendee(invitation.sender),),
    )


def _invited(reading: Reading, review: Review) -> tuple[Invitation, People, tuple[str, ...]]:
    account, mine, book = reading.accounts.get(review.account_id), me(reading), reading.book
    language = document_language(account, book)
    to, lacking = _people(reading, review)
    names = (*(name for name, _ in to), *lacking)
    made = invitation_of(review, account.name, names, mine.name if mine else "", sender_of(book, None), language)
    return replace(made, signature=book.signature), to, lacking


def _people(reading: Reading, review: Review) -> tuple[People, tuple[str, ...]]:
    """Give those of theirs a draft goes to, with their addresses, and the names of those who have none."""
    found = (reading.people.find(each) for each in review.people_ids)
    here = [each for each in found if each is not None and each.left_on is None]
    to = tuple((each.name, each.email) for each in here if is_address(each.email))
    return to, tuple(each.name for each in here if not is_address(each.email))


def _following(reading: Reading, review: Review) -> Review | None:
    """Give the next review as it was planned at the end of this one."""
    if review.next_on is None:
        return None
    ahead = reading.reviews.outlines(review.account_id)
    return next((each for each in ahead if each.is_open and each.planned_on == review.next_on), None)


def _promised(value: PreRead) -> tuple[tuple[str, str], ...]:
    """Give our promises of the pre-read, each with the word for how far it is."""
    words = dict(zip(PromiseState, _STATES.get(value.language, _STATES["en"]), strict=True))
    return tuple((each.what, words[each.state]) for each in (value.promises.ours if value.promises else ()))
