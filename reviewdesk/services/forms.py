"""What a person does with feedback forms: makes them, has them printed or drafted as mails, and sees which are out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.changes import Changes
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.feedback import FormKind, IssuedForm
from reviewdesk.domain.feedback_form import FeedbackForm
from reviewdesk.domain.feedback_mail import form_mail
from reviewdesk.domain.held_back import HeldBack
from reviewdesk.domain.leaks import leaks_in
from reviewdesk.domain.review import ReviewKind
from reviewdesk.exchange.mail_draft import MailDraft, MailPart, is_address
from reviewdesk.services.documents import forbidden_for, slug
from reviewdesk.services.draft_files import WrittenDraft, folder_of, write_draft
from reviewdesk.services.form_making import followed, is_here, language_for, made_in, review_of, value_of
from reviewdesk.services.form_values import AccountForms, FormOffer, FormRow, WhomToAsk
from reviewdesk.services.guarding import hold_back, leaks_of_pdf, leaks_of_text, meant_in
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.print_outs import PrintOut
from reviewdesk.storage import form_secret

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from reviewdesk.domain.account import Account
    from reviewdesk.domain.book import Book
    from reviewdesk.domain.people import Person
    from reviewdesk.storage.store import Store

_FORM: Final = "form"
_MAIL: Final = "mail"


class FormService:
    """Makes the feedback forms of one book."""

    def __init__(self, store: Store, fonts: Path, other_books: tuple[str, ...] = ()) -> None:
        self._store, self._fonts = store, fonts
        self._other_books = other_books

    def offer(self, account_id: UUID, review_id: UUID | None = None) -> FormOffer:
        """Say whom a form can be made for; without a review it follows the newest one, if that was not long ago.

        Raises:
            RefusedError: the review was not held yet.
        """
        today = self._store.clock.today()
        with self._store.read() as reading:
            account = reading.accounts.get(account_id)
            review = followed(reading, account_id, review_id, today)
            there = set(review.people_ids) if review else set()
            forms = reading.feedback_forms.where(account_id=account_id)
            waiting = {each.person_id for each in forms if not each.is_answered}
            here = [each for each in reading.people.where(account_id=account_id) if is_here(each, today)]
            book = reading.book
            people = [_whom(each, account, book, there=there, waiting=waiting) for each in here]
        long = [one.answered_on for each in forms if each.kind is FormKind.LONG for one in each.returns]
        return FormOffer(
            account_id=account_id, account=account.name, today=today, people=tuple(sorted(people, key=_first_asked)),
            review_id=review.id if review else None, met_on=review.day if review else None,
            last_long=max(long, default=None),
            is_yearly=review is not None and review.kind is ReviewKind.YEARLY,
        )  # fmt: skip

    def offer_after(self, review_id: UUID) -> FormOffer:
        """Say whom a form can be made for that follows this review.

        Raises:
            RefusedError: the review was not held yet.
        """
        with self._store.read() as reading:
            account_id = reading.reviews.get(review_id).account_id
        return self.offer(account_id, review_id)

    def make(
        self, account_id: UUID, people: Sequence[UUID | None], kind: FormKind, review_id: UUID | None = None
    ) -> Outcome[tuple[IssuedForm, ...]]:
        """Make a form for each of these people, or for nobody in particular; one that is still out stays the same.

        Raises:
            RefusedError: nobody was chosen, or the review was not held yet.
        """
        if not people:
            raise RefusedError("Nobody was chosen to be asked. Choose somebody, or make one for nobody in particular.")
        today = self._store.clock.today()
        with self._store.write("Make a feedback form") as work:
            form_secret.find_or_make(work.connection)
            account = work.accounts.get(account_id)
            review = followed(work, account_id, review_id, today) if review_id else None
            made = tuple(made_in(work, account, each, kind, review) for each in dict.fromkeys(people))
        return Outcome(made, work.changes)

    def value(self, form_id: UUID) -> FeedbackForm:
        """Give what a form says."""
        with self._store.read() as reading:
            return value_of(reading, reading.feedback_forms.get(form_id))

    def print_out(self, form_id: UUID) -> PrintOut:
        """Set a form as a PDF, and look through it for what they must not read.

        Raises:
            LeakError: it holds something internal.
        """
        from reviewdesk.reports.feedback import render_feedback_form
        from reviewdesk.reports.leak_guard import find_leaks

        with self._store.read() as reading:
            form = reading.feedback_forms.get(form_id)
            value = value_of(reading, form)
            forbidden = forbidden_for(reading, review_of(reading, form), value.as_summary, self._other_books)
            meant = meant_in(reading, form_id, _FORM)
        made = render_feedback_form(value, self._fonts)
        whose = " ".join(each for each in (value.account[:60], "feedback", value.person[:40], value.code) if each)
        found = find_leaks(made.pdf, forbidden, template=made.template, meant=meant)
        if found:
            leaks, name = leaks_of_pdf(found), f"{slug(whose)}.pdf"
            hold_back(
                HeldBack(
                    account_id=form.account_id, about=form_id, document=_FORM, leaks=leaks, pdf=made.pdf, file_name=name
                )
            )
        return PrintOut(made.pdf, f"{slug(whose)}.pdf")

    def draft(self, form_id: UUID, *, again: bool = False) -> Outcome[WrittenDraft]:
        """Write the mail draft that a form goes with, in its language; asking again is noted on the form.

        Raises:
            LeakError: the form or the mail holds something internal.
            RefusedError: the draft cannot be written there.
        """
        made = self.print_out(form_id)
        with self._store.read() as reading:
            form = reading.feedback_forms.get(form_id)
            value, today = value_of(reading, form), reading.clock.today()
            person = reading.people.find(form.person_id) if form.person_id else None
            mail = form_mail(value, today, again=again)
            forbidden = forbidden_for(reading, review_of(reading, form), value.as_summary, self._other_books)
            meant = meant_in(reading, form_id, _MAIL)
        text = f"{mail.subject}\n\n{mail.text}"
        found = leaks_in(text, forbidden, template=mail.own, meant=meant)
        if found:
            leaks = leaks_of_text(found)
            hold_back(HeldBack(account_id=form.account_id, about=form_id, document=_MAIL, leaks=leaks, text=text))
        to = ((person.name, person.email),) if person is not None and is_address(person.email) else ()
        part = MailPart(name=made.file_name, media="application/pdf", content=made.pdf)
        draft = MailDraft(to=to, subject=mail.subject, text=mail.text, parts=(part,))
        lacking = (person.name,) if person is not None and not to else ()
        name = f"{made.file_name.removesuffix('.pdf')} mail"
        written = write_draft(folder_of(self._store.path), draft, name, lacking)
        if not again:
            return Outcome(written, Changes())
        with self._store.write("Ask again") as work:
            work.feedback_forms.put(replace(work.feedback_forms.get(form_id), asked_again_on=today))
        return Outcome(written, work.changes)

    def of_account(self, account_id: UUID) -> AccountForms:
        """Give the forms of an account: those that are out, the longest first, then those that came back."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            people = {each.id: each for each in reading.people.where(account_id=account_id)}
            days = {each.id: each.day for each in reading.reviews.outlines(account_id)}
            forms = reading.feedback_forms.where(account_id=account_id)
        rows = []
        for each in forms:
            person = people.get(each.person_id) if each.person_id else None
            met_on = days.get(each.review_id) if each.review_id else None
            has_address = person is not None and is_address(person.email)
            who = person.name if person else ""
            rows.append(FormRow(form=each, who=who, met_on=met_on, today=today, has_address=has_address))
        return AccountForms(account_id, tuple(sorted(rows, key=_out_first)), today)

    def remove(self, form_id: UUID) -> Outcome[None]:
        """Take a form out of the book, so that it is not waited for; what came back stays, and undo brings it back."""
        with self._store.write("Remove a feedback form") as work:
            work.feedback_forms.remove(form_id)
        return Outcome(None, work.changes)


def _whom(
    person: Person, account: Account, book: Book, *, there: Collection[UUID], waiting: Collection[UUID | None]
) -> WhomToAsk:
    return WhomToAsk(
        person_id=person.id,
        name=person.name,
        role=person.role,
        email=person.email,
        language=language_for(person, account, book),
        was_there=person.id in there,
        waits=person.id in waiting,
        no_marketing=person.no_marketing,
    )


def _first_asked(whom: WhomToAsk) -> tuple[bool, bool, str]:
    return not whom.was_there, whom.no_marketing, whom.name.casefold()


def _out_first(row: FormRow) -> tuple[bool, int, str]:
    if not row.form.is_answered:
        return False, row.form.issued_on.toordinal(), row.who.casefold()
    return True, -max(each.answered_on for each in row.form.returns).toordinal(), row.who.casefold()
