"""Reads from the book what stands around a letter: who sends it, whom it is for, and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewdesk.domain.branding import document_language
from reviewdesk.domain.letters.frame import LetterFrame, Recipient, Signer
from reviewdesk.domain.letters.words import written_in
from reviewdesk.domain.summarising import sender_of
from reviewdesk.domain.summary import Vendor
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.myself import me

if TYPE_CHECKING:
    from reviewdesk.domain.account import Account
    from reviewdesk.domain.people import Person
    from reviewdesk.storage.reading import Reading


def frame_in(reading: Reading, account: Account, person: Person | None) -> LetterFrame:
    """Give the frame of a letter to a person of an account, or to the account as a whole."""
    book, mine = reading.book, me(reading)
    signer = Signer(name=mine.name, role=mine.role, phone=mine.phone, email=mine.email) if mine else Signer()
    whom = Recipient(
        company=account.name, person=person.name if person else "", street=account.street,
        postal_code=account.postal_code, city=account.city, region=account.region, country=account.country,
    )  # fmt: skip
    return LetterFrame(
        vendor=Vendor(sender_of(book, mine), book.company_line), recipient=whom, signer=signer,
        written_on=reading.clock.today(), branding=branding_in(reading, account),
        language=written_in(document_language(account, book)),
    )  # fmt: skip
