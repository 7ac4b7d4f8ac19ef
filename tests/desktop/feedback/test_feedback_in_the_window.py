"""Feedback forms through the real window: sent by a key, dropped back, and typed in from paper."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from reviewdesk.desktop.feedback.back_sheet import BackSheet
from reviewdesk.desktop.feedback.forms_card import FormsCard
from reviewdesk.desktop.feedback.paper_sheet import PaperFormSheet
from reviewdesk.desktop.feedback.send_sheet import SendSheet
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.feedback import FormKind, Quoting
from reviewdesk.domain.review import Feeling
from tests.books import TUESDAY
from tests.desktop.accessible import unnamed_controls
from tests.form_filling import filled


def sheet_of(hands, kind):
    hands.settle()
    hands.wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def dropped(hands, folder, form, name="back.pdf", **values):
    """Drop a form that was filled in with these values."""
    path = folder / name
    path.write_bytes(filled(hands.services.forms.print_out(form.id).pdf, **values))
    hands.drop([path])


def scores(hands, account_id):
    return {each.answer.asked: each.answer.value for each in hands.services.answers.of_account(account_id).rows}


def said(hands):
    return hands.program.shell.message_bar.text


def press(*keys):
    for each in keys:
        where = QApplication.focusWidget()
        if isinstance(each, str):
            QTest.keyClicks(where, each)
        else:
            QTest.keyClick(where, each)


def test_a_form_is_asked_for_by_its_key_and_drafted_as_a_mail(hands, no_programs):
    hooli = hands.account("Hooli")
    hands.program.desk.open_account(hooli)
    hands.settle()
    hands.program.desk.do("feedback_form")
    sheet = sheet_of(hands, SendSheet)
    assert not unnamed_controls(sheet)
    sheet.anybody.setChecked(False)
    next(iter(sheet.people.values())).setChecked(True)

    sheet.asked.emit()
    hands.settle()

    (row,) = hands.services.forms.of_account(hooli).rows
    assert no_programs[0].suffix == ".eml"
    assert (row.form.kind, row.form.is_answered) == (FormKind.SHORT, False)
    assert "mail draft open" in said(hands).lower()


def test_nobody_ticked_is_said_and_the_sheet_stays(hands):
    hands.program.desk.exchange.forms.send_to(hands.account("Hooli"))
    sheet = sheet_of(hands, SendSheet)
    for box in sheet.findChildren(QCheckBox):
        box.setChecked(False)

    sheet.asked.emit()

    assert sheet.isVisible()
    assert "Tick at least one person" in sheet._refusal.text()
    sheet.reject()


def test_one_alone_without_a_mail_is_shown_on_the_page_of_a_document(hands):
    hooli = hands.account("Hooli")
    hands.program.desk.exchange.forms.send_to(hooli)
    sheet = sheet_of(hands, SendSheet)

    sheet.only_pdf.click()
    hands.settle()

    assert hands.program.shell.page == "document"


def test_a_form_dropped_on_any_page_shows_what_it_says_before_it_is_kept(hands, sent, tmp_path):
    kestrel, person, form = sent
    hands.go("Today")
    dropped(hands, tmp_path, form, recommend="9", felt_productive="Yes", better="More slots", colleague="They listen.",
            quote="named")  # fmt: skip
    sheet = sheet_of(hands, BackSheet)

    assert sheet.windowTitle() == f"What {person.name} answered"
    assert sheet.person.value() == person.person_id
    assert scores(hands, kestrel) == {}
    sheet.asked.emit()
    hands.settle()

    assert scores(hands, kestrel) == {Asked.RECOMMEND: 9}
    assert "The answers stand with Kestrel Air now." in said(hands)
    hands.program.desk.do("undo")
    hands.program.desk._undo()
    hands.settle()
    assert scores(hands, kestrel) == {}


def test_a_low_score_asks_to_make_good_and_the_step_stands_among_the_follow_ups(hands, sent, tmp_path):
    kestrel, _, form = sent
    dropped(hands, tmp_path, form, recommend="4")
    sheet = sheet_of(hands, BackSheet)

    assert sheet.recovery.isVisible()
    assert sheet.recovery.text().startswith("4 of 10: make good first")
    sheet.asked.emit()
    hands.settle()

    steps = hands.services.accounts.brief(kestrel).open_follow_ups
    assert [each.due for each in steps if each.what == "Put right what they told us"] == [TUESDAY + timedelta(1)]


def test_the_same_file_again_says_so_and_a_corrected_one_asks_to_replace(hands, sent, tmp_path):
    kestrel, _, form = sent
    dropped(hands, tmp_path, form, recommend="9")
    sheet_of(hands, BackSheet).asked.emit()
    hands.settle()

    dropped(hands, tmp_path, form, recommend="9")
    assert "Nothing was changed" in said(hands)
    dropped(hands, tmp_path, form, name="better.pdf", recommend="8")
    sheet = sheet_of(hands, BackSheet)
    assert sheet.replaces.isVisible()
    sheet.asked.emit()
    hands.settle()
    assert sheet.isVisible()
    sheet.replaces.setChecked(True)
    sheet.asked.emit()
    hands.settle()

    assert scores(hands, kestrel) == {Asked.RECOMMEND: 8}


def test_a_pdf_that_is_no_form_is_kept_on_the_account_and_a_strange_form_is_refused(hands, sent, tmp_path):
    kestrel, _, form = sent
    hands.program.desk.open_account(kestrel)
    hands.settle()
    (tmp_path / "offer.pdf").write_bytes(b"%PDF-1.4 nothing of ours")
    other = tmp_path / "paper.pdf"
    other.write_bytes(hands.services.print_outs.brief(kestrel).pdf)

    hands.drop([other])
    hands.wait_until(lambda: hands.services.accounts.brief(kestrel).files == 1)
    dropped(hands, tmp_path, form)

    assert "Nothing is filled in" in said(hands)
    assert hands.services.accounts.brief(kestrel).files == 1


def test_what_stands_on_paper_is_typed_in_with_one_key_a_question(hands, sent):
    kestrel, person, form = sent
    hands.program.desk.open_account(kestrel)
    hands.settle()
    hands.program.desk.do("type_form")
    paper = sheet_of(hands, PaperFormSheet)
    paper.code.editor.setText(form.code.lower().replace("-", ""))
    paper.asked.emit()
    sheet = sheet_of(hands, BackSheet)
    assert not unnamed_controls(sheet)
    assert sheet.person.value() == person.person_id

    press(
        "1", "0", "4", Qt.Key.Key_Return, "6", "3", Qt.Key.Key_Return, "2", "Kind people", Qt.Key.Key_Return, "Be quick"
    )
    assert sheet.answers.filled.scores == {Asked.RECOMMEND: 10, Asked.CONTENT: 4, Asked.EASE: 6}
    press(Qt.Key.Key_Return)
    hands.settle()

    (back,) = hands.services.forms.of_account(kestrel).rows[0].form.returns
    assert scores(hands, kestrel) == {Asked.RECOMMEND: 10, Asked.CONTENT: 4, Asked.EASE: 6}
    assert (back.feelings, back.quoting) == ((Feeling.PRODUCTIVE,), Quoting.UNNAMED)
    assert (back.colleague, back.better) == ("Kind people", "Be quick")


def test_a_one_that_is_no_ten_leads_on_with_the_key_behind_it_and_enter_leaves_out(hands, sent):
    _, _, form = sent
    hands.program.desk.exchange.forms.act(form.id, "type")
    sheet = sheet_of(hands, BackSheet)

    press("1", "5", Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Up, "7")

    assert sheet.answers.filled.scores == {Asked.RECOMMEND: 1, Asked.CONTENT: 5, Asked.EASE: 7}
    sheet.reject()


def test_the_scores_tab_lists_what_is_out_and_asks_gently_after_two_weeks(hands, sent, no_programs):
    kestrel, person, form = sent
    hands.program.desk.open_account(kestrel)
    hands.settle()
    hands.open_tab("Scores")
    (card,) = hands.window.findChildren(FormsCard)
    assert card.rows.row(form.id).row.title == person.name
    assert "out since" in card.rows.row(form.id).row.meta
    assert "again" not in [each.id for each in card.rows.row(form.id).row.actions]

    store = hands.services.forms._store
    with store.write("Time passes") as work:
        work.feedback_forms.put(replace(work.feedback_forms.get(form.id), issued_on=TUESDAY - timedelta(14)))
    hands.program.desk.watch.tell_all()
    hands.settle()

    assert "again" in [each.id for each in card.rows.row(form.id).row.actions]
    card.action_asked.emit(form.id, "again")
    hands.settle()
    assert no_programs[-1].suffix == ".eml"
    assert hands.services.forms.of_account(kestrel).rows[0].form.asked_again_on == TUESDAY
