"""The text of a document that is shown: to search it, to copy from it, and to find on the page what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.reports.page_text import PageLetters


def texts_of(pdf: bytes) -> tuple[str, ...]:
    """Give the text of each page of a PDF."""
    from reviewdesk.reports import page_text

    return page_text.texts_of(pdf)


def letters_of(pdf: bytes, number: int) -> PageLetters:
    """Give the text of one page, counted from 1, and where its letters stand."""
    from reviewdesk.reports import page_text

    return page_text.letters_of(pdf, number)
