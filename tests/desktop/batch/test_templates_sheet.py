"""A client's own templates in the window, and the other ways out of the page of a summary."""

import pytest
from docx import Document
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reviewdesk.desktop.document import dialogs
from reviewdesk.desktop.templates_sheet import TemplatesSheet
from tests.desktop.batch.test_summaries_at_once import hold
from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, tmp_path, theme):
    (tmp_path / "book").mkdir()
    made = on_small_book(qapp, tmp_path / "book")
    yield made
    for each in made.window.findChildren(TemplatesSheet):
        each.reject()
    made.leave()


def template(folder, text):
    made = Document()
    made.add_paragraph(text)
    made.save(str(folder / "Client report.docx"))
    return folder / "Client report.docx"


def open_sheet(hands) -> TemplatesSheet:
    hands.program.desk.exchange.templates.show()
    hands.wait_until(lambda: bool(hands.window.findChildren(TemplatesSheet)))
    hands.settle()
    return hands.window.findChildren(TemplatesSheet)[-1]


def test_a_template_is_added_and_removed_and_every_placeholder_can_be_copied(hands, tmp_path, monkeypatch):
    sheet = open_sheet(hands)
    assert "we_will" in sheet.rows.keys
    sheet.rows.action_asked.emit("we_will", "copy")
    assert QGuiApplication.clipboard().text() == "{{we_will}}"

    path = template(tmp_path, "{{acount}}")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    sheet.go.click()
    hands.settle()
    assert "meant may be {{account}}" in sheet._refusal.text()

    template(tmp_path, "Report for {{account}}")
    sheet.go.click()
    hands.settle()
    kept = hands.services.document_templates.all()
    assert [each.name for each in kept] == ["Client report.docx"]
    assert sheet.rows.keys[0] == kept[0].id
    sheet.rows.action_asked.emit(kept[0].id, "remove")
    hands.settle()
    assert hands.services.document_templates.all() == ()


def test_a_summary_goes_into_a_template_and_to_the_clipboard_from_its_page(hands, tmp_path, monkeypatch):
    summary = hold(hands, "Łódź Logistics", "/we send it by fri")
    hands.services.document_templates.add(template(tmp_path, "Report for {{account}}"))
    hands.program.desk.open_document(summary.id)
    hands.settle()
    menu = hands.program.desk.pages.document.view.header.other
    actions = {each.text(): each for each in menu.menu().actions()}
    copies = ["Copy as Plain text", "Copy as Markdown"]
    assert list(actions) == ["Save as Word…", "Save as PowerPoint…", "", *copies, "Save in Client report.docx…"]

    actions["Copy as Markdown"].trigger()
    hands.settle()
    assert QGuiApplication.clipboard().text().startswith("# Łódź Logistics\n")
    asked = []
    target = tmp_path / "filled.docx"
    monkeypatch.setattr(dialogs.SaveDialog, "ask", classmethod(lambda _cls, *given: asked.append(given) or target))
    actions["Save in Client report.docx…"].trigger()
    hands.settle()
    assert Document(str(target)).paragraphs[0].text == "Report for Łódź Logistics"
    assert asked[0][1].name.endswith("-review-summary-v1.docx")


def test_save_as_takes_the_kind_that_is_chosen(hands, tmp_path, monkeypatch):
    summary = hold(hands, "Łódź Logistics", "/we send it by fri")
    hands.program.desk.open_document(summary.id)
    hands.settle()
    view = hands.program.desk.pages.document.view
    chosen = (str(tmp_path / "summary.pdf"), "PowerPoint (*.pptx)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: chosen)
    view.save_asked.emit()
    hands.settle()

    assert [each.name for each in tmp_path.glob("summary*")] == ["summary.pptx"]
