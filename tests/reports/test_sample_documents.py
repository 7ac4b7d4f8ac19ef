"""Every document of the sample book, looked through by three programs that have nothing to do with ours."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.feedback import FormKind
from reviewdesk.services.services import Services
from reviewdesk.wiring import build_services
from tests.home_folder import home_in
from tests.reports.looked_at import faint, file_of, fonts, overlapping

TOOLS = {"qpdf": "--version", "pdffonts": "-v", "pdftotext": "-v"}
MOST = 6
_missing = [each for each in TOOLS if shutil.which(each) is None]
with_tools = pytest.mark.skipif(bool(_missing), reason=f"not on this machine: {', '.join(_missing)}")


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> dict[str, bytes]:
    """Give the documents of the sample book by name, made in a home where no other book was ever opened."""
    with pytest.MonkeyPatch.context() as patch:
        for name, place in home_in(tmp_path_factory.mktemp("home")).items():
            patch.setenv(name, place)
        services = build_services(tmp_path_factory.mktemp("sample") / "sample.reviewdesk", Clock(), may_create=True)
        services.sample.fill()
        try:
            return dict(every_document(services))
        finally:
            services.spelling.let_go()
            services.book.close()


def every_document(services: Services) -> Iterator[tuple[str, bytes]]:
    """Make every document that the records of the sample book are enough for."""
    lists, made = services.reviews.lists(), services.print_outs
    held = [each for each in lists.held if each.review_id][:MOST]
    for each in held:
        yield f"{each.account}, for our side", made.our_summary(each.review_id).pdf
        yield f"{each.account}, summary", services.documents.check(newest(services, each.review_id)).pdf
    for each in [each for each in lists.ahead if each.review_id][:MOST]:
        yield f"{each.account}, brief", made.brief_of(each.review_id).pdf
        yield f"{each.account}, pre-read", made.pre_read(each.review_id).pdf
        yield f"{each.account}, meeting sheet", made.meeting_sheet(each.review_id).pdf
    form = services.forms.make(held[0].account_id, (None,), FormKind.LONG).value[0]
    yield "feedback form", services.forms.print_out(form.id).pdf
    for each in held:
        with suppress(ReviewDeskError):  # nothing is agreed with this one
            yield f"{each.account}, reminder", services.reminder_papers.of_account(each.account_id).pdf
    yield "colleagues", services.reminder_papers.of_all_colleagues().pdf
    yield "Monday page", services.boss_papers.monday().pdf
    yield "portfolio", services.boss_papers.portfolio().pdf


def newest(services: Services, review_id):
    try:
        return services.documents.newest(review_id).id
    except ReviewDeskError:
        services.meetings.finish(review_id)
        return services.documents.newest(review_id).id


def run(tool: str, *arguments: object) -> str:
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, check=False, timeout=60)
    said = (done.stdout + done.stderr).decode(errors="replace")
    assert done.returncode == 0, said
    return said


def test_fonts_inks_and_lines_of_every_document_are_as_they_should_be(documents):
    import pypdfium2

    for name, pdf in documents.items():
        for font in fonts(file_of(pdf)):
            is_of_a_field = "form" in name and font["/BaseFont"] in {"/Helvetica", "/ZapfDingbats"}
            assert is_of_a_field or re.match(r"/[A-Z]{6}\+", font["/BaseFont"]), (name, font["/BaseFont"])
        for page in pypdfium2.PdfDocument(pdf):
            assert overlapping(page) == [], name
            assert faint(page) == set(), name


@with_tools
def test_three_other_programs_find_nothing_wrong_with_any(documents, tmp_path: Path):
    assert len(documents) >= 20
    for name, pdf in documents.items():
        path = tmp_path / "one.pdf"
        path.write_bytes(pdf)
        checked = run("qpdf", "--check", path)
        assert "No syntax or stream encoding errors found" in checked, (name, checked)
        for row in run("pdffonts", path).splitlines()[2:]:
            is_of_a_field = "form" in name and re.match(r"(?:Helvetica|ZapfDingbats) ", row)
            assert is_of_a_field or re.search(r"yes yes (?:yes|no) +\d+ +\d+$", row), (name, row)
        words = run("pdftotext", "-layout", path, "-")
        assert len(words.split()) > 20, name
        assert "\ufffd" not in words, name
