"""A customer's document made from its value in one format, and looked through as its reader reads it.

Nothing here knows the book: a process of its own can do it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.leaks import leaks_in

if TYPE_CHECKING:
    from pathlib import Path

    from reviewdesk.domain.branding import Branding
    from reviewdesk.domain.leaks import Forbidden
    from reviewdesk.domain.summary import CustomerSummary
    from reviewdesk.exchange.written import Written
    from reviewdesk.reports.leak_guard import Leak


@dataclass(frozen=True, slots=True)
class TemplateContent:
    """A client's own template: its name and what stands in it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """The content of a document's file, and what must not leave with it."""

    content: bytes
    leaks: tuple[Leak, ...]


@dataclass(frozen=True, slots=True)
class Guard:
    """What a document is searched for, and the words that the person has said are meant."""

    forbidden: Forbidden
    meant: frozenset[str] = frozenset()


def make(value: CustomerSummary, kind: DocumentKind, guard: Guard, fonts: Path) -> Made:
    """Make a summary in one format and search the file's own text.

    Raises:
        RefusedError: it could not be made.
    """
    try:
        return _pdf(value, guard, fonts) if kind is DocumentKind.PDF else checked(_written(value, kind), kind, guard)
    except (OSError, ValueError) as error:
        raise RefusedError("The summary could not be written. Try again; what you typed is safe.") from error


def fill(value: CustomerSummary, template: TemplateContent, guard: Guard) -> Made:
    """Fill a client's own template with a summary and search the file's own text.

    Raises:
        RefusedError: it cannot be filled.
    """
    from reviewdesk.domain.placeholders import filling_of
    from reviewdesk.domain.summary_outline import outline_of
    from reviewdesk.exchange.office.template_filling import filled

    written = filled(template.content, template.name, filling_of(value), outline_of(value))
    return checked(written, DocumentKind.WORD, guard)


def checked(written: Written, kind: DocumentKind, guard: Guard) -> Made:
    """Search a written file as its reader reads it: headers, notes, properties and alternative texts too."""
    from reviewdesk.reports.leak_guard import Leak

    text = text_of(written.content, kind)
    found = leaks_in(text, guard.forbidden, template=written.own, meant=guard.meant)
    return Made(written.content, tuple(Leak(each.kind, each.words, page=1) for each in found))


def text_of(content: bytes, kind: DocumentKind) -> str:
    """Give the text of a file as its reader reads it."""
    if kind is DocumentKind.PDF:
        from reviewdesk.reports.leak_guard import text_of as text_of_pdf

        return text_of_pdf(content)
    if kind is DocumentKind.MARKDOWN:
        from reviewdesk.exchange.markdown_writing import read_markdown

        return read_markdown(content)
    if kind is DocumentKind.TEXT:
        return content.decode()
    from reviewdesk.exchange.office.package_text import text_of_package

    return text_of_package(content)


def _pdf(value: CustomerSummary, guard: Guard, fonts: Path) -> Made:
    from reviewdesk.reports.leak_guard import find_leaks
    from reviewdesk.reports.summary import render

    rendered = render(value, fonts)
    return Made(rendered.pdf, find_leaks(rendered.pdf, guard.forbidden, template=rendered.template, meant=guard.meant))


def _written(value: CustomerSummary, kind: DocumentKind) -> Written:
    from reviewdesk.domain.summary_outline import outline_of

    outline = outline_of(value if kind.is_text else _with_pixels(value))
    if kind is DocumentKind.MARKDOWN:
        from reviewdesk.exchange.markdown_writing import markdown_of

        return markdown_of(outline)
    if kind is DocumentKind.TEXT:
        from reviewdesk.exchange.text_writing import plain_text_of

        return plain_text_of(outline)
    outline = replace(outline, branding=_in_pixels(outline.branding))
    if kind is DocumentKind.WORD:
        from reviewdesk.exchange.office.word_writing import word_of

        return word_of(outline)
    from reviewdesk.exchange.office.slides_writing import slides_of

    return slides_of(outline)


def _in_pixels(branding: Branding) -> Branding:
    """Give the logos as those programs can show them that draw no SVG."""
    from reviewdesk.reports.picture_page import pixels_of

    return replace(
        branding, logo=pixels_of(branding.logo), their_logo=pixels_of(branding.their_logo),
        prepared_logo=pixels_of(branding.prepared_logo),
    )  # fmt: skip


def _with_pixels(value: CustomerSummary) -> CustomerSummary:
    """Give a summary whose logos are pictures that Word and PowerPoint can show."""
    from reviewdesk.reports.picture_page import pixels_of

    logos = pixels_of(value.branding.logo), pixels_of(value.branding.their_logo)
    return replace(value, branding=replace(value.branding, logo=logos[0], their_logo=logos[1]))
