"""Documents for a meeting on paper, made from the book as it stands and written whole into a file.

What sets a PDF is imported when it is first needed, for it costs more than the window itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.brief_page import PrintedBrief
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.held_back import HeldBack
from reviewdesk.domain.meeting_sheet import sheet_of
from reviewdesk.domain.pre_read import PreRead, pre_read_of
from reviewdesk.domain.remark_sheet import PinnedRemark, RemarkSheet
from reviewdesk.domain.summarising import sender_of
from reviewdesk.domain.summary import Vendor
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.briefs import page_in
from reviewdesk.services.documents import forbidden_for, free_path, slug
from reviewdesk.services.fit_to_lie import what_hurts
from reviewdesk.services.gathering import material_of
from reviewdesk.services.guarding import hold_back, leaks_of_pdf, meant_in
from reviewdesk.services.myself import me
from reviewdesk.services.only_mine import only_mine
from reviewdesk.services.our_summaries import our_summary_of
from reviewdesk.storage.atomic import write_whole

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from reviewdesk.domain.review import Review
    from reviewdesk.domain.summary_material import Material
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store

FOR_OUR_SIDE: Final = "for our side"
PRE_READ: Final = "pre-read"


@dataclass(frozen=True, slots=True)
class PrintOut:
    """A document as it goes on paper, and the name of its file."""

    pdf: bytes
    file_name: str

    @property
    def is_for_us(self) -> bool:
        """Say whether it is for our side, as such a document says in the name of its file."""
        return slug(FOR_OUR_SIDE) in self.file_name


@dataclass(frozen=True, slots=True)
class PreReadOut(PrintOut):
    """A pre-read, and what it says."""

    value: PreRead


class PrintOutService:
    """Makes the documents that are taken along to a meeting."""

    def __init__(self, store: Store, fonts: Path, other_books: tuple[str, ...] = ()) -> None:
        self._store, self._fonts = store, fonts
        self._other_books = other_books

    @property
    def folder(self) -> Path:
        """Where what is written without being asked for a place lies: beside the drafts of this book."""
        return self._store.path.parent / f"{self._store.path.stem} drafts"

    def brief(self, account_id: UUID) -> PrintOut:
        """Set the brief of an account as it stands today.

        Raises:
            MissingError: the account is not in the book.
        """
        from reviewdesk.reports.brief import render_brief

        value = self.brief_value(account_id)
        return PrintOut(render_brief(value, self._fonts), _named(value.account, f"brief {value.written_on}"))

    def brief_of(self, review_id: UUID) -> PrintOut:
        """Set the brief of the account that a review is of."""
        with self._store.read() as reading:
            account_id = reading.reviews.get(review_id).account_id
        return self.brief(account_id)

    def next_review(self, account_id: UUID) -> UUID:
        """Give the next review of an account that is ahead.

        Raises:
            RefusedError: none is planned.
        """
        with self._store.read() as reading:
            ahead = [each for each in reading.reviews.outlines(account_id) if each.is_open]
            name = reading.accounts.get(account_id).name
        if not ahead:
            raise RefusedError(f"No review of {name} is planned. Plan one first.")
        return min(ahead, key=lambda each: (each.planned_on or date.max, each.id)).id

    def brief_value(self, account_id: UUID) -> PrintedBrief:
        """Give what the brief of an account says on paper."""
        with self._store.read() as reading:
            page, book = page_in(reading, account_id), reading.book
            vendor = Vendor(sender_of(book, me(reading)), book.company_line)
            today, branding = reading.clock.today(), branding_in(reading)
        return PrintedBrief(vendor, page.title, today, page.head, page.sections, branding)

    def pre_read(self, review_id: UUID) -> PreReadOut:
        """Set what they read before a review, and look through it for what they must not read.

        Raises:
            RefusedError: the review has no day yet or was held already.
            LeakError: it holds something internal.
        """
        from reviewdesk.reports.leak_guard import find_leaks
        from reviewdesk.reports.pre_read import render_pre_read

        with self._store.read() as reading:
            review = reading.reviews.get(review_id)
            if not review.is_open or review.planned_on is None:
                raise RefusedError("A pre-read is for a review that is ahead and has a day. Give it one first.")
            actuals = reading.actuals.where(account_id=review.account_id)
            value = pre_read_of(material_of(reading, review), actuals, reading.clock.today())
            forbidden = forbidden_for(reading, review, value.as_summary, self._other_books)
            meant = meant_in(reading, review_id, PRE_READ)
        made = render_pre_read(value, self._fonts)
        name = f"{slug(f'{_short(value.account)} {value.on} pre-read')}.pdf"
        found = find_leaks(made.pdf, forbidden, template=made.template, meant=meant)
        if found:
            hold_back(
                HeldBack(
                    account_id=review.account_id, about=review_id, document=PRE_READ, leaks=leaks_of_pdf(found),
                    pdf=made.pdf, file_name=name, may_take_out=True,
                )
            )  # fmt: skip
        return PreReadOut(made.pdf, name, value)

    def meeting_sheet(self, review_id: UUID) -> PrintOut:
        """Set the sheet of a review that is written on by hand.

        Raises:
            MissingError: the review is not in the book.
        """
        from reviewdesk.reports.meeting_sheet import render_meeting_sheet

        with self._store.read() as reading:
            review = reading.reviews.get(review_id)
            hurts = what_hurts(reading, review.account_id)
            value = sheet_of(_without_only_mine(reading, review), reading.clock.today(), hurts)
        pdf = render_meeting_sheet(value, self._fonts)
        return PrintOut(pdf, _named(value.account, f"{value.on or value.written_on} meeting sheet"))

    def our_summary(self, review_id: UUID) -> PrintOut:
        """Set the summary of a review for our side as the records stand today.

        Raises:
            MissingError: the review is not in the book.
            RefusedError: it was not held yet.
        """
        from reviewdesk.reports.our_summary import render_our_summary

        with self._store.read() as reading:
            value = our_summary_of(reading, reading.reviews.get(review_id))
        what = f"{value.customer.period or value.customer.held_on} review summary"
        return PrintOut(render_our_summary(value, self._fonts), _named(value.customer.account, what))

    def last_review(self, account_id: UUID) -> UUID:
        """Give the review of an account that was held last.

        Raises:
            RefusedError: none was held.
        """
        with self._store.read() as reading:
            held = [each for each in reading.reviews.outlines(account_id) if each.is_held]
            name = reading.accounts.get(account_id).name
        if not held:
            raise RefusedError(f"No review of {name} was held yet. Hold one first.")
        return max(held, key=lambda each: (each.held_on or date.min, each.id)).id

    def with_remarks(
        self, pdf: bytes, file_name: str, review_id: UUID, number: int, remarks: tuple[PinnedRemark, ...]
    ) -> PrintOut:
        """Mark the pages of a summary with the remarks on it, for a second reader of our side."""
        from reviewdesk.reports.remarked import render_remarked

        with self._store.read() as reading:
            book, account_id = reading.book, reading.reviews.get(review_id).account_id
            sheet = RemarkSheet(
                vendor=Vendor(sender_of(book, me(reading)), book.company_line),
                account=reading.accounts.get(account_id).name,
                written_on=reading.clock.today(), version=number, remarks=remarks, branding=branding_in(reading),
            )  # fmt: skip
        stem = file_name.removesuffix(".pdf").encode()[:90].decode(errors="ignore")
        name = f"{stem}-draft-with-remarks-{slug(FOR_OUR_SIDE)}.pdf"
        return PrintOut(render_remarked(pdf, sheet, self._fonts), name)

    def write(self, made: PrintOut, path: Path | None = None) -> Path:
        """Write a document whole to a file, or into a folder under its own name; give the file.

        Without a path it goes into the book's folder; nothing in a folder is overwritten.

        Raises:
            RefusedError: there is no such folder, no room or no right to write there.
        """
        if path is None:
            path = self.own_folder()
        elif not path.parent.is_dir():
            raise RefusedError(f"There is no folder {path.parent}. Choose one that is there, or make it first.")
        target = free_path(path, made.file_name) if path.is_dir() else path
        write_whole(target, made.pdf)
        return target

    def own_folder(self) -> Path:
        """Give the folder of what is written without being asked for a place, and make it where it is not there.

        Raises:
            RefusedError: it cannot be made.
        """
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            said = f"The document cannot be written: no folder {self.folder} can be made. {error.strerror}."
            raise RefusedError(said) from error
        return self.folder


def _without_only_mine(reading: Reading, review: Review) -> Material:
    material, mine = material_of(reading, review), only_mine(reading, review.account_id)
    return replace(material, follow_ups=mine.without(material.follow_ups), concerns=mine.without(material.concerns))


def _named(account: str, what: str) -> str:
    """Name a file for our side: the account cut short, what it is, and that it is ours."""
    return f"{slug(f'{_short(account)} {what} {FOR_OUR_SIDE}')}.pdf"


def _short(account: str) -> str:
    return slug(account).encode()[:60].decode(errors="ignore")
