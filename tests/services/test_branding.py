"""Logos and the look of documents: chosen, kept, taken back, printed, and taken along to another book."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.branding import Logo
from reviewdesk.domain.branding_example import ACCOUNT
from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import RefusedError, UnreadableError
from reviewdesk.domain.leaks import Forbidden
from reviewdesk.domain.summary import from_json
from reviewdesk.domain.summary_mail import summary_mail
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.attachments import AttachmentService
from reviewdesk.services.book import BookService
from reviewdesk.services.branding import BrandingService
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.export import ExportService
from reviewdesk.services.history import HistoryService
from reviewdesk.services.making import Guard, make
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.new_books import NewBookService
from reviewdesk.services.print_outs import PrintOutService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.contents import find
from reviewdesk.storage.journal import Journal
from reviewdesk.wiring import look_at_books, resources_folder
from tests.books import a_store, small_book, the
from tests.pictures import HOSTILE, SVG, jpeg, png

FONTS = resources_folder() / "fonts"


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def lodz(store):
    return the(small_book(store), "Łódź Logistics").id


@pytest.fixture
def branding(store):
    return BrandingService(store, FONTS)


def look_of(store, account_id=None):
    with store.read() as reading:
        return branding_in(reading, reading.accounts.get(account_id) if account_id else None)


def settings(store, tmp_path, **said):
    book = BookService(store, Backups(tmp_path / "book.reviewdesk", store.clock))
    for name, text in said.items():
        book.change_setting(name, text)


def test_a_logo_is_kept_in_the_book_and_one_undo_takes_it_back(store, branding, tmp_path):
    file = tmp_path / "logo.svg"
    file.write_bytes(SVG)
    before = look_of(store)

    branding.choose(Logo.OURS, file)
    file.unlink()
    chosen = look_of(store)
    store.undo()

    assert b"C4122F" in chosen.logo
    assert look_of(store) == before
    store.redo()
    assert look_of(store) == chosen


def test_each_logo_has_its_place_and_is_removed_alone(store, branding, lodz):
    branding.choose(Logo.OURS, png())
    branding.choose(Logo.PREPARER, jpeg())
    branding.choose_for(lodz, SVG)
    branding.remove(Logo.OURS)
    look = look_of(store, lodz)

    assert look.logo is None
    assert look.prepared_logo.startswith(b"\xff\xd8")
    assert look.their_logo.startswith(b"<svg")
    branding.remove_from(lodz)
    assert look_of(store, lodz).their_logo is None


@pytest.mark.parametrize("wrong", ["a script", "an entity that reads a file", "uses that unfold"])
def test_what_is_refused_leaves_the_book_as_it_was(store, branding, lodz, wrong):
    branding.choose(Logo.OURS, png())
    before, step = look_of(store, lodz), store.undoable()

    with pytest.raises(RefusedError):
        branding.choose(Logo.OURS, HOSTILE[wrong][0])
    with pytest.raises(RefusedError):
        branding.choose_for(lodz, HOSTILE[wrong][0])

    assert look_of(store, lodz) == before
    assert store.undoable() == step


def test_a_file_that_is_not_there_is_told(branding, tmp_path):
    with pytest.raises(UnreadableError, match="no file “gone.png”"):
        branding.choose(Logo.OURS, tmp_path / "gone.png")


def test_a_logo_is_no_removed_file_while_it_is_one_and_undo_brings_an_old_one_back(store, branding, lodz):
    files = AttachmentService(store)
    branding.choose(Logo.OURS, png())
    branding.choose(Logo.PREPARER, SVG)
    branding.choose_for(lodz, jpeg())

    assert files.removed().count == 0
    assert files.erase_removed() == 0
    branding.remove(Logo.OURS)
    assert files.removed().count == 1
    store.undo()
    assert look_of(store).logo is not None


def test_a_logo_that_was_erased_for_good_stops_no_document(store, branding, lodz):
    branding.choose(Logo.OURS, png())
    branding.remove(Logo.OURS)
    AttachmentService(store).erase_removed()
    store.undo()  # gives its first part back: the logo is named again, and its content is gone

    assert look_of(store).logo is None
    assert PrintOutService(store, FONTS).brief(lodz).pdf.startswith(b"%PDF")
    assert branding.now().logos == {}


def test_the_history_of_an_account_says_that_its_logo_was_changed(store, branding, lodz):
    branding.choose_for(lodz, png())
    newest = HistoryService(store).of_account(lodz)[0]

    assert (newest.field, newest.old) == ("logo", "")
    assert newest.new.startswith("picture ")


def test_a_new_book_like_this_one_has_our_logos_and_none_of_a_customer(store, branding, lodz, tmp_path):
    branding.choose(Logo.OURS, SVG)
    branding.choose(Logo.PREPARER, jpeg())
    branding.choose_for(lodz, png())
    settings(store, tmp_path, prepared_by="Marlow", signature="Dana\nNorthgate", paper="Letter")
    theirs = look_of(store, lodz).their_logo
    made = NewBookService(store, look_at_books(store.clock, store)).make(tmp_path / "next.reviewdesk", like_this=True)
    other = open_book(made, store.clock)
    look = look_of(other)

    assert look == look_of(store)
    assert (look.prepared_by, look.signature, look.paper) == ("Marlow", "Dana\nNorthgate", PaperSize.LETTER)
    with other.read() as reading, store.read() as here:
        digest = next(each.logo for each in here.accounts.all() if each.logo)
        assert find(here.connection, digest) == theirs
        assert find(reading.connection, digest) is None
    other.close()


def test_an_export_holds_the_logos(store, branding, lodz, tmp_path):
    branding.choose(Logo.OURS, SVG)
    branding.choose_for(lodz, png())
    (tmp_path / "out").mkdir()
    made = ExportService(store).write(tmp_path / "out")

    assert sorted(each.suffix for each in made.paths if each.parent.name == "logos") == [".png", ".svg"]


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_all_papers_are_set_on_the_paper_of_the_book(store, lodz, tmp_path, paper, size):
    settings(store, tmp_path, paper=paper)
    made = PrintOutService(store, FONTS)

    for pdf in (
        made.brief(lodz).pdf,
        made.meeting_sheet(made.next_review(lodz)).pdf,
        made.pre_read(made.next_review(lodz)).pdf,
    ):
        box = PdfReader(BytesIO(pdf)).pages[0].mediabox
        assert (round(box.width), round(box.height)) == size


def test_papers_for_our_side_do_not_bear_the_customers_logo(store, branding, lodz):
    branding.choose_for(lodz, png())
    made = PrintOutService(store, FONTS)
    review = made.next_review(lodz)

    pictures = [
        len(PdfReader(BytesIO(pdf)).pages[0].images)
        for pdf in (made.brief(lodz).pdf, made.meeting_sheet(review).pdf, made.pre_read(review).pdf)
    ]
    assert pictures == [0, 0, 1]


def test_the_example_shows_the_settings_and_nothing_of_an_account(store, branding, lodz, tmp_path):
    settings(store, tmp_path, company="Kestrel", prepared_by="Marlow", footer="Hamburg HRB 1", language="de")
    words = " ".join(text_of(branding.example()).split())

    assert ACCOUNT in words
    assert "Erstellt von Marlow für Kestrel" in words
    assert "Hamburg HRB 1" in words
    with store.read() as reading:
        assert not [each.name for each in reading.accounts.all() if each.name in words]


def test_the_colours_are_told_before_and_after(store, branding, lodz, tmp_path):
    settings(store, tmp_path, color_main="#FFD400")
    now = branding.now()

    assert now.values["color_main"] == "#FFD400"
    assert "Your yellow is darkened to" in now.main.words
    assert not now.accent.is_changed


@pytest.mark.parametrize(("text", "wrong"), [("A5", "A4 or Letter"), ("", "A4 or Letter")])
def test_paper_is_one_of_two(store, lodz, tmp_path, text, wrong):
    with pytest.raises(RefusedError, match=wrong):
        settings(store, tmp_path, paper=text)


def test_a_signature_has_as_many_lines_as_were_typed(store, lodz, tmp_path):
    settings(store, tmp_path, signature="  Dana Reyes \n\n Key  accounts\n")

    assert look_of(store).signature == "Dana Reyes\n\nKey accounts"


def finished(store, account_id):
    review = ReviewService(store).start_now(account_id).value
    meetings = MeetingService(store, Journal(store.path))
    meetings.save_notes(review.id, "+ fine")
    return meetings.finish(review.id).value.summary


def test_a_finished_summary_keeps_its_logos_and_its_bytes_whatever_becomes_of_the_book(store, branding, lodz, tmp_path):
    branding.choose(Logo.OURS, SVG)
    branding.choose_for(lodz, png())
    settings(store, tmp_path, prepared_by="Marlow", signature="Dana", paper="Letter")
    summary, documents = finished(store, lodz), DocumentService(store, FONTS)
    stored, before = from_json(summary.value).branding, documents.check(summary.id).pdf

    branding.remove(Logo.OURS)
    branding.choose_for(lodz, jpeg())
    AttachmentService(store).erase_removed()
    settings(store, tmp_path, prepared_by="", signature="", paper="A4", color_main="#112233")

    assert stored.logo.startswith(b"<svg")
    assert stored.their_logo.startswith(b"\x89PNG")
    assert documents.check(summary.id).pdf == before


def test_who_prepares_it_is_no_leak_though_a_book_of_ours_is_called_so(store, lodz, tmp_path):
    settings(store, tmp_path, prepared_by="Marlow & Partners")
    summary = finished(store, lodz)

    assert DocumentService(store, FONTS, ("Marlow",)).check(summary.id).leaks == ()
    settings(store, tmp_path, prepared_by="")
    assert "Marlow" not in text_of(DocumentService(store, FONTS, ("Marlow",)).check(finished(store, lodz).id).pdf)


@pytest.mark.parametrize(
    ("language", "day"), [("de", "24. November 2026"), ("fr", "24 novembre 2026"), ("pl", "24 November")]
)
def test_a_summary_is_in_the_language_of_its_account(store, lodz, tmp_path, language, day):
    with store.write("Language") as work:
        work.accounts.put(replace(work.accounts.get(lodz), language=language))

    assert day in text_of(DocumentService(store, FONTS).check(finished(store, lodz).id).pdf).replace("\u00a0", " ")


def test_mails_end_with_the_signature_that_was_set(store, lodz, tmp_path):
    settings(store, tmp_path, signature="Dana Reyes\nKey accounts\n+49 711 555 0142")

    assert summary_mail(from_json(finished(store, lodz).value)).text.endswith(
        "Kind regards\nDana Reyes\nKey accounts\n+49 711 555 0142\n"
    )


@pytest.mark.parametrize("kind", [DocumentKind.WORD, DocumentKind.POWERPOINT])
def test_an_svg_logo_stands_in_word_and_powerpoint_too(store, branding, lodz, kind):
    branding.choose(Logo.OURS, SVG)
    value = from_json(finished(store, lodz).value)
    with ZipFile(BytesIO(make(value, kind, Guard(Forbidden()), FONTS).content)) as package:
        pictures = [each for each in package.namelist() if "/media/" in each]

    assert len(pictures) == 1


def test_to_say_that_there_is_no_logo_costs_no_library_that_sets_documents(tmp_path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom tests.books import a_store, small_book, the\n"
        "from reviewdesk.services.branding import BrandingService\n"
        f"store = a_store(Path({str(tmp_path)!r}))\naccount = the(small_book(store), 'Łódź Logistics')\n"
        "made = BrandingService(store, Path())\nmade.now(), made.of_account(account.id)\nstore.close()\n"
        "print('reportlab' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert said.strip() == "False"
