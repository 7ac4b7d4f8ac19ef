"""Reads from the book how a document looks: its settings, and the pictures that lie beside them."""

from reviewdesk.domain.account import Account
from reviewdesk.domain.branding import Branding, Pictures, branding_of
from reviewdesk.storage.contents import find
from reviewdesk.storage.reading import Reading


def branding_in(reading: Reading, account: Account | None = None) -> Branding:
    """Give how a document looks; one for a customer names the account and bears its logo beside ours."""
    return branding_of(reading.book, pictures_in(reading, account))


def pictures_in(reading: Reading, account: Account | None = None) -> Pictures:
    """Give the logos a document bears; what was erased for good is left out."""
    book = reading.book
    return Pictures(
        ours=_picture(reading, book.logo),
        theirs=_picture(reading, account.logo) if account else None,
        preparer=_picture(reading, book.prepared_logo),
    )


def _picture(reading: Reading, digest: str) -> bytes | None:
    return find(reading.connection, digest) if digest else None
