"""How a feedback form is made from the book: after which review, in which language, and what it says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.branding import document_language
from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.feedback import FORM_VERSION, FormKind, IssuedForm
from reviewdesk.domain.feedback_form import FeedbackForm
from reviewdesk.domain.languages import DOCUMENT_LANGUAGES
from reviewdesk.domain.review import Review
from reviewdesk.domain.summarising import sender_of
from reviewdesk.domain.summary import Vendor
from reviewdesk.domain.summary_words import words_in
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.myself import me
from reviewdesk.storage import form_secret

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.domain.account import Account
    from reviewdesk.domain.book import Book
    from reviewdesk.domain.people import Person
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.unit_of_work import UnitOfWork

RECENT: Final = timedelta(days=45)  # a meeting so long ago is still asked about


def is_here(person: Person, today: date) -> bool:
    """Say whether somebody has not left yet."""
    return person.left_on is None or person.left_on > today


def followed(reading: Reading, account_id: UUID, review_id: UUID | None, today: date) -> Review | None:
    """Give the review that a form follows: the one named, else the newest one if that was not long ago.

    Raises:
        RefusedError: the one named was not held.
    """
    if review_id is not None:
        review = reading.reviews.get(review_id)
        if not review.is_held:
            raise RefusedError("A feedback form follows a review that was held. Finish it first, or ask without one.")
        return review
    held = [each for each in reading.reviews.outlines(account_id) if each.is_held and each.day]
    newest = max(held, key=_day, default=None)
    return newest if newest is not None and today - _day(newest) <= RECENT else None


def made_in(
    work: UnitOfWork, account: Account, person_id: UUID | None, kind: FormKind, review: Review | None
) -> IssuedForm:
    """Make a form, or give the one that is out for the same person and review already."""
    person = work.people.get(person_id) if person_id else None
    review_id = review.id if review else None
    known = work.feedback_forms.where(account_id=account.id, person_id=person_id, review_id=review_id)
    same = (each for each in known if each.kind is kind and each.version_asked == FORM_VERSION)
    out = next((each for each in same if not each.is_answered), None)
    if out is not None:
        return out
    fresh = IssuedForm(
        account_id=account.id, person_id=person_id, review_id=review_id, kind=kind, issued_on=work.clock.today(),
        language=language_for(person, account, work.book),
    )  # fmt: skip
    return work.feedback_forms.put(fresh)


def value_of(reading: Reading, form: IssuedForm) -> FeedbackForm:
    """Give what a form says.

    Raises:
        MissingError: the book made no form yet.
    """
    book, mine = reading.book, me(reading)
    person = reading.people.find(form.person_id) if form.person_id else None
    review = reading.reviews.find(form.review_id) if form.review_id else None
    secret = form_secret.find(reading.connection)
    if secret is None:
        raise MissingError("This book made no feedback form yet. Make one first.")
    account = reading.accounts.get(form.account_id)
    return FeedbackForm(
        vendor=Vendor(sender_of(book, mine), book.company_line),
        account=account.name,
        issued_on=form.issued_on,
        kind=form.kind,
        mark=form.mark(secret),
        code=form.code,
        branding=branding_in(reading, account),
        language=form.language,
        title=words_in(form.language).titles[review.kind] if review else "",
        period=review.period if review else "",
        met_on=review.day if review else None,
        person=person.name if person else "",
        me=mine.name if mine else "",
        email=mine.email if mine else "",
    )


def review_of(reading: Reading, form: IssuedForm) -> Review:
    """Give the review of a form; for the leak guard, one without notes stands for none."""
    found = reading.reviews.find(form.review_id) if form.review_id else None
    return found or Review(account_id=form.account_id)


def language_for(person: Person | None, account: Account, book: Book) -> str:
    """Give the language somebody is asked in: their own, else that of the account's documents."""
    own = person.language[:2].lower() if person else ""
    return own if own in DOCUMENT_LANGUAGES else document_language(account, book)


def _day(review: Review) -> date:
    return review.day or date.min
