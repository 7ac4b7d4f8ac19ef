"""What a person does with how documents look: logos, and a page of a made-up review to see it on.

What draws is imported when it is first needed, for it costs more than the window itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.branding import Logo, branding_of, document_language
from reviewdesk.domain.branding_example import THEIR_LOGO, example_of
from reviewdesk.domain.contrast import Corrected, corrected
from reviewdesk.domain.summarising import sender_of
from reviewdesk.domain.summary import Vendor
from reviewdesk.services.book_settings import written
from reviewdesk.services.branding_reading import pictures_in
from reviewdesk.services.file_content import content_of
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.contents import keep

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from uuid import UUID

    from reviewdesk.domain.account import Account
    from reviewdesk.domain.book import Book
    from reviewdesk.storage.store import Store
    from reviewdesk.storage.unit_of_work import UnitOfWork

LARGEST: Final = 20 * 1024 * 1024  # bytes that are read of a file


@dataclass(frozen=True, slots=True)
class BrandingNow:
    """How documents look: the settings as text, both colours as they are printed, and each logo drawn as a PDF."""

    values: Mapping[str, str]
    main: Corrected
    accent: Corrected
    logos: Mapping[Logo, bytes]


@dataclass(frozen=True, slots=True)
class AccountLogo:
    """The logo of an account drawn as a PDF, where it has one, and the language its documents are in."""

    pdf: bytes | None
    language: str


class BrandingService:
    """Sets how documents look."""

    def __init__(self, store: Store, fonts: Path) -> None:
        self._store, self._fonts = store, fonts

    def now(self) -> BrandingNow:
        """Give how documents look."""
        with self._store.read() as reading:
            book, pictures = reading.book, pictures_in(reading)
        pages = {Logo.OURS: _page_of(pictures.ours), Logo.PREPARER: _page_of(pictures.preparer)}
        logos = {logo: page for logo, page in pages.items() if page is not None}
        return BrandingNow(written(book), corrected(book.color_main), corrected(book.color_accent), logos)

    def example(self) -> bytes:
        """Set a made-up review as its customer would get it; nothing of an account of the book stands in it."""
        from reviewdesk.reports.summary import render_summary

        with self._store.read() as reading:
            book, mine, today = reading.book, me(reading), reading.clock.today()
            pictures = replace(pictures_in(reading), theirs=THEIR_LOGO)
        vendor = Vendor(sender_of(book, mine) or "Your company", book.company_line)
        branding, language = branding_of(book, pictures), document_language(None, book)
        return render_summary(example_of(vendor, branding, language, today, mine.name if mine else ""), self._fonts)

    def choose(self, logo: Logo, content: bytes | Path) -> Outcome[Book]:
        """Take a picture, or the file it lies in, for one of our logos.

        Raises:
            RefusedError: it is no PNG, JPEG or SVG, is broken, hostile, too large or cannot be seen.
            UnreadableError: there is no such file, or it cannot be read.
        """
        kept = _accepted(content)
        with self._store.write(f"Choose {logo}") as work:
            book = work.books.put(_with_logo(work.book, logo, keep(work.connection, kept)))
        return Outcome(book, work.changes)

    def remove(self, logo: Logo) -> Outcome[Book]:
        """Take one of our logos away; undo brings it back."""
        with self._store.write(f"Remove {logo}") as work:
            book = work.books.put(_with_logo(work.book, logo, ""))
        return Outcome(book, work.changes)

    def of_account(self, account_id: UUID) -> AccountLogo:
        """Give the logo of an account and the language of its documents."""
        with self._store.read() as reading:
            account = reading.accounts.get(account_id)
            pictures, language = pictures_in(reading, account), document_language(account, reading.book)
        return AccountLogo(_page_of(pictures.theirs), language)

    def choose_for(self, account_id: UUID, content: bytes | Path) -> Outcome[Account]:
        """Take a picture, or the file it lies in, for the logo of an account.

        Raises:
            RefusedError: it is no PNG, JPEG or SVG, is broken, hostile, too large or cannot be seen.
            UnreadableError: there is no such file, or it cannot be read.
        """
        kept = _accepted(content)
        with self._store.write(f"Choose {Logo.THEIRS}") as work:
            account = _put_on(work, account_id, keep(work.connection, kept))
        return Outcome(account, work.changes)

    def remove_from(self, account_id: UUID) -> Outcome[Account]:
        """Take the logo of an account away; undo brings it back."""
        with self._store.write(f"Remove {Logo.THEIRS}") as work:
            account = _put_on(work, account_id, "")
        return Outcome(account, work.changes)


def _page_of(picture: bytes | None) -> bytes | None:
    if picture is None:
        return None
    from reviewdesk.reports.picture_page import page_of

    return page_of(picture)


def _accepted(content: bytes | Path) -> bytes:
    from reviewdesk.reports.pictures import accepted

    return accepted(content if isinstance(content, bytes) else content_of(content, LARGEST))


def _with_logo(book: Book, logo: Logo, digest: str) -> Book:
    return replace(book, logo=digest) if logo is Logo.OURS else replace(book, prepared_logo=digest)


def _put_on(work: UnitOfWork, account_id: UUID, digest: str) -> Account:
    return work.accounts.put(replace(work.accounts.get(account_id), logo=digest))
