"""Other formats: a summary saved and copied, each looked through before it leaves."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from reviewdesk.domain.document_kinds import DocumentKind, kind_of
from reviewdesk.domain.errors import LeakError, RefusedError
from reviewdesk.services.attachments import AttachmentService
from reviewdesk.services.document_templates import DocumentTemplateService
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.export import ExportService
from reviewdesk.services.formats import FormatService
from reviewdesk.services.new_books import NewBookService
from reviewdesk.storage.book_file import open_book
from reviewdesk.wiring import look_at_books
from tests.books import a_store, small_book
from tests.services.test_documents import FONTS, finished


@pytest.fixture
def book(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def formats(book):
    return FormatService(book, FONTS)


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_summary_is_saved_in_each_format_under_its_own_name(book, formats, tmp_path, kind):
    summary = finished(book, "+ fine\n/we send it by fri").summary
    path = formats.save_as(summary.id, kind, tmp_path)

    assert path.name == f"Łódź-Logistics-2026-Q4-review-summary-v1.{kind.value}"
    assert formats.save_as(summary.id, kind, tmp_path).name.endswith(f"-v1 (2).{kind.value}")


def test_the_pdf_is_the_one_that_the_page_shows(book, formats, tmp_path):
    summary = finished(book, "+ fine").summary
    path = formats.save_as(summary.id, DocumentKind.PDF, tmp_path)

    assert path.read_bytes() == DocumentService(book, FONTS).check(summary.id).pdf


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_leak_is_refused_in_each_format_and_what_was_there_stays(book, formats, tmp_path, kind):
    summary = finished(book, "+ better than Globex Corporation").summary
    target = tmp_path / f"out.{kind.value}"
    target.write_bytes(b"before")
    with pytest.raises(LeakError, match="Globex Corporation"):
        formats.save_as(summary.id, kind, target)

    assert target.read_bytes() == b"before"
    DocumentService(book, FONTS).mean_it(summary.id, "Globex Corporation")
    assert formats.save_as(summary.id, kind, target) == target


def test_text_for_the_clipboard_is_looked_through_too(book, formats):
    fine, leaking = finished(book, "+ fine").summary, finished(book, "+ better than Globex Corporation").summary

    assert formats.text(fine.id, DocumentKind.TEXT).startswith("Łódź Logistics\n==============\n")
    assert formats.text(fine.id, DocumentKind.MARKDOWN).startswith("# Łódź Logistics\n")
    with pytest.raises(LeakError):
        formats.text(leaking.id, DocumentKind.TEXT)


def test_an_internal_line_is_found_in_a_word_file(book, formats, tmp_path):
    held = finished(book, "// careful with Pricing they are tired of us\n+ fine")
    from reviewdesk.services.meetings import MeetingService
    from reviewdesk.storage.journal import Journal

    meetings = MeetingService(book, Journal(book.path))
    meetings.change(held.review.id, "ask", "Well, careful with Pricing they are tired of us")
    summary = meetings.finish(held.review.id).value.summary
    with pytest.raises(LeakError, match="an internal line"):
        formats.save_as(summary.id, DocumentKind.WORD, tmp_path)


def test_a_folder_that_is_not_there_is_said(book, formats, tmp_path):
    summary = finished(book, "+ fine").summary
    with pytest.raises(RefusedError, match="There is no folder"):
        formats.save_as(summary.id, DocumentKind.WORD, tmp_path / "gone" / "x.docx")


def test_an_ending_that_is_not_known_is_said_with_those_that_are():
    assert kind_of(".DOCX") is DocumentKind.WORD
    with pytest.raises(RefusedError, match="pdf, docx, pptx, md, txt"):
        kind_of("odt")


def test_a_word_file_opens_again(book, formats, tmp_path):
    path: Path = formats.save_as(finished(book, "+ fine").summary.id, DocumentKind.WORD, tmp_path)

    assert Document(BytesIO(path.read_bytes())).paragraphs[0].text == "Łódź Logistics"


def a_template(folder, text, name="Client report.docx"):
    made = Document()
    made.add_paragraph(text)
    made.save(str(folder / name))
    return folder / name


def test_a_template_is_kept_in_the_book_filled_and_taken_back(book, formats, tmp_path):
    templates = DocumentTemplateService(book)
    kept = templates.add(a_template(tmp_path, "Report for {{account}}")).value
    summary = finished(book, "+ fine").summary
    path = formats.save_as(summary.id, DocumentKind.PDF, tmp_path, template=kept.id)

    assert path.suffix == ".docx"
    assert Document(str(path)).paragraphs[0].text == "Report for Łódź Logistics"
    again = templates.add(a_template(tmp_path, "Again {{account}}")).value
    assert [(each.id, each.name) for each in templates.all()] == [(kept.id, "Client report.docx")]
    assert again.id == kept.id
    AttachmentService(book).erase_removed()
    assert formats.save_as(summary.id, DocumentKind.PDF, tmp_path, template=kept.id).is_file()
    templates.remove(kept.id)
    assert templates.all() == ()
    book.undo()
    assert len(templates.all()) == 1


def test_a_leak_in_a_filled_template_is_refused(book, formats, tmp_path):
    summary = finished(book, "+ better than Globex Corporation").summary
    template = a_template(tmp_path, "{{heard}}")
    with pytest.raises(LeakError, match="Globex Corporation"):
        formats.save_as(summary.id, DocumentKind.WORD, tmp_path / "x.docx", template=template)


def test_a_template_that_cannot_be_used_is_not_kept(book, tmp_path):
    templates = DocumentTemplateService(book)
    with pytest.raises(RefusedError, match="is not known"):
        templates.add(a_template(tmp_path, "{{acount}}"))
    with pytest.raises(RefusedError, match="no file"):
        templates.add(tmp_path / "gone.docx")
    assert templates.all() == ()


def test_templates_go_along_into_an_export_and_into_a_book_like_this_one(book, tmp_path):
    DocumentTemplateService(book).add(a_template(tmp_path, "Report for {{account}}"))
    exported = ExportService(book).write(tmp_path)
    books = look_at_books(book.clock, book)
    made = NewBookService(book, books).make(tmp_path / "Like.reviewdesk", like_this=True)
    other = open_book(made, book.clock)

    assert (exported.folder / "templates" / "Client report.docx").is_file()
    assert [each.name for each in DocumentTemplateService(other).all()] == ["Client report.docx"]
    other.close()
