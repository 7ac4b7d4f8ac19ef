"""Taking notes in a meeting: nothing is lost, nothing is rewritten, and each line says beside it what it is."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from reviewdesk.desktop.review.header import ReviewHeader
from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.errors import BookError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import MARKS
from reviewdesk.services.meetings import MeetingService
from reviewdesk.storage.journal import Journal
from tests.books import the


def state(desk) -> str:
    header: ReviewHeader = desk.view.header
    return header.state.text()


def pills(desk, number: int) -> list[str]:
    block = desk.editor.document().findBlockByNumber(number)
    return [each.text for each in desk.editor.beside(block).pills]


def audience(desk, number: int) -> Audience:
    return desk.editor.beside(desk.editor.document().findBlockByNumber(number)).audience


def test_what_is_typed_is_kept_within_a_second_and_then_saved(open_desk, qtbot):
    desk = open_desk()
    desk.type("! Late invoices")

    qtbot.waitUntil(lambda: state(desk) == "kept", timeout=1_000)
    assert [each.text for each in Journal(desk.store.path).drafts()] == ["! Late invoices"]
    assert desk.stored().text == ""

    qtbot.waitUntil(lambda: state(desk) == "Saved", timeout=3_000)
    assert desk.stored().text == "! Late invoices"


def test_saved_is_said_only_once_it_is_in_the_book(open_desk, qtbot):
    desk = open_desk()
    seen: list[tuple[str, str]] = []
    desk.controller._keeping.became.connect(lambda now: seen.append((now.value, desk.stored().text)))

    desk.type("plan")
    desk.save()

    assert [text for now, text in seen if now == "saved"] == ["plan"]
    assert all(text == "" for now, text in seen if now != "saved")


def test_a_program_killed_after_a_second_of_typing_brings_it_back(open_desk, qtbot):
    desk = open_desk()
    desk.type("/we send the plan by fri")
    qtbot.waitUntil(lambda: state(desk) == "kept", timeout=1_000)
    desk.controller._keeping._stop()  # as if the process ended here

    after = MeetingService(desk.store, Journal(desk.store.path))
    assert [each.review_id for each in after.replay_drafts()] == [desk.review.id]

    assert desk.stored().text == "/we send the plan by fri"
    assert [each.what for each in after.workspace(desk.review.id).material.follow_ups if each.review_id] == [
        "Send the plan"
    ]
    assert Journal(desk.store.path).drafts() == ()


def test_long_typing_without_a_pause_is_saved_every_five_seconds(open_desk, qtbot):
    desk = open_desk()
    desk.type("no pause")

    assert desk.controller._keeping._longest_timer.isActive()
    assert desk.controller._keeping._longest_timer.interval() == 5_000
    desk.controller._keeping._longest_timer.timeout.emit()
    desk.settle()

    assert desk.stored().text == "no pause"


def test_chips_stand_beside_the_line_at_once_and_never_in_it(open_desk):
    desk = open_desk()
    desk.type("/we send the revised delivery plan by fri\n!! late again\nplain words")

    assert pills(desk, 0) == ["our promise · Fri 27 Nov"]
    assert pills(desk, 1) == ["severity 2"]
    assert pills(desk, 2) == []
    assert audience(desk, 0) is Audience.CUSTOMER
    assert audience(desk, 1) is Audience.OUR_SIDE
    assert audience(desk, 2) is Audience.ONLY_ME
    assert desk.editor.text == "/we send the revised delivery plan by fri\n!! late again\nplain words"


def test_a_date_that_cannot_be_read_gives_a_quiet_hint_and_stays_text(open_desk):
    desk = open_desk()
    desk.type("/they send the forecast by 32 december")

    assert pills(desk, 0) == ["their promise · date not read"]
    assert "not in the calendar" in desk.view.meet.hint.text()
    assert desk.editor.text == "/they send the forecast by 32 december"


def test_chips_follow_their_lines_while_lines_are_put_above_them(open_desk):
    desk = open_desk(notes='/we send the plan by fri\n" it is fine')
    cursor = desk.editor.textCursor()
    cursor.setPosition(0)
    desk.editor.setTextCursor(cursor)
    desk.type("first\nsecond\n")

    assert pills(desk, 2) == ["our promise · Fri 27 Nov"]
    assert pills(desk, 3) == ["quote · ask consent"]


def test_what_was_changed_elsewhere_says_so_beside_its_line(open_desk):
    desk = open_desk(notes="/we send the plan by fri")
    with desk.store.write("Rename") as work:
        promise = work.follow_ups.where(review_id=desk.review.id)[0]

        work.follow_ups.put(replace(promise, what="Send plan B"))
    desk.controller.show_page()
    desk.settle()

    assert pills(desk, 0) == ["our promise · Fri 27 Nov", "kept"]


def test_a_key_puts_the_mark_at_the_start_of_the_line_and_ctrl_z_takes_it_away(open_desk, qtbot):
    desk = open_desk()
    desk.type("- late again")
    qtbot.keyClick(desk.editor, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert desk.editor.text == "- ! late again"
    qtbot.keyClick(desk.editor, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert desk.editor.text == "- !! late again"
    qtbot.keyClick(desk.editor, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert desk.editor.text == "- /we late again"

    for _ in range(3):
        desk.editor.undo()
    assert desk.editor.text == "- late again"


def test_every_mark_has_a_button(open_desk):
    desk = open_desk()
    buttons = {each.objectName(): each for each in desk.view.meet.marks._buttons}
    desk.type("words")

    for marker in Marker:
        if marker is not Marker.NOTE:
            buttons[marker.value].click()

    assert desk.editor.text == "// words"


def test_one_key_changes_who_may_see_a_line(open_desk, qtbot):
    desk = open_desk()
    desk.type("they like the plan")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    desk.settle()

    assert desk.stored().lines[0].audience is Audience.CUSTOMER
    assert audience(desk, 0) is Audience.CUSTOMER
    assert desk.editor.text == "they like the plan"


def test_an_at_sign_offers_people_and_enter_takes_the_first(open_desk, qtbot):
    desk = open_desk()
    desk.type("ask @Pi")

    assert desk.view.meet.names.offers[0].text == "Piotr Zając"
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return)

    assert desk.editor.text == "ask @Piotr Zając "
    assert not desk.view.meet.names.isVisible()


def test_a_tag_is_offered_but_enter_ends_the_line_unless_one_was_chosen(open_desk, qtbot):
    desk = open_desk(notes="! wrong labels #labels")
    desk.editor.go_to_line(0)
    desk.type("\nagain #la")
    assert [each.text for each in desk.view.meet.names.offers] == ["#labels"]
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return)
    assert desk.editor.text.endswith("#la\n")

    desk.type("and #la")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Tab)
    assert desk.editor.text.endswith("and #labels ")


def test_only_the_words_of_what_is_pasted_are_taken(open_desk):
    desk = open_desk()
    source = QMimeData()
    source.setHtml('<b>bold</b> <img src="https://example.com/x.png">')
    source.setUrls([QUrl("https://example.com/")])
    source.setText("bold")
    desk.editor.insertFromMimeData(source)

    assert desk.editor.text == "bold"


def test_spaces_that_do_not_break_and_every_script_are_kept_as_typed(open_desk):
    words = "4\u00a0% under us\nشركة النور\n客户服务 😀\n  indented\ttab  "
    desk = open_desk()
    desk.editor.insertPlainText(words)
    desk.save()

    assert desk.stored().text == words


def test_a_change_from_elsewhere_is_shown_while_nothing_is_typed(open_desk):
    desk = open_desk(notes="one\ntwo")
    desk.meetings.save_notes(desk.review.id, "one\nand a half\ntwo")
    desk.controller.show_page()
    desk.settle()

    assert desk.editor.text == "one\nand a half\ntwo"


def test_a_change_from_elsewhere_never_overwrites_what_is_being_typed(open_desk):
    desk = open_desk(notes="one")
    desk.editor.go_to_line(0)
    desk.type(" more")
    desk.meetings.save_notes(desk.review.id, "one, said elsewhere")
    desk.controller.show_page()
    desk.settle()
    assert desk.editor.text == "one more"

    desk.save()

    assert desk.editor.text == "one more"
    assert desk.stored().text == "one, said elsewhere"
    assert desk.view.versions.isVisible()
    assert desk.view.versions.mine.toPlainText() == "one more"
    assert desk.view.versions.stored.toPlainText() == "one, said elsewhere"
    assert state(desk) == "Not saved"


def test_the_stored_notes_can_be_taken_and_what_was_typed_is_on_the_clipboard(open_desk):
    desk = open_desk(notes="one")
    desk.editor.go_to_line(0)
    desk.type(" more")
    desk.meetings.save_notes(desk.review.id, "one, said elsewhere")
    desk.save()

    desk.view.versions.reload.click()
    desk.settle()

    assert desk.editor.text == "one, said elsewhere"
    assert QGuiApplication.clipboard().text() == "one more"
    assert Journal(desk.store.path).drafts() == ()
    assert not desk.view.versions.isVisible()


def test_what_was_typed_can_be_kept_instead(open_desk):
    desk = open_desk(notes="one")
    desk.editor.go_to_line(0)
    desk.type(" more")
    desk.meetings.save_notes(desk.review.id, "one, said elsewhere")
    desk.save()

    desk.view.versions.keep.click()
    desk.settle()

    assert desk.stored().text == "one more"
    assert state(desk) == "Saved"


def test_leaving_and_closing_save_what_was_typed(open_desk):
    desk = open_desk()
    desk.type("last words")
    desk.view.header.back.click()
    desk.settle()
    assert desk.stored().text == "last words"

    desk.type(" and more")
    desk.view.hide()
    desk.settle()
    assert desk.stored().text == "last words and more"
    assert desk.controller.is_safe


def test_notes_without_and_with_marks_become_records(open_desk):
    desk = open_desk()
    desk.type("! Late invoices\nthey were kind\n/we send the plan by fri @Omar")
    desk.save()

    with desk.store.read() as reading:
        concern = reading.concerns.where(review_id=desk.review.id)[0]
        promise = reading.follow_ups.where(review_id=desk.review.id)[0]
    assert isinstance(concern, Concern)
    assert (concern.words, concern.stage) == ("Late invoices", Stage.REPORTED)
    assert isinstance(promise, FollowUp)
    assert promise.is_promise


def test_new_lines_belong_to_the_agenda_item_that_is_on(open_desk):
    desk = open_desk()
    desk.view.meet.side.agenda._go(3)
    desk.type("late again")
    desk.save()

    review = desk.stored()
    assert review.lines[0].agenda_item_id == review.agenda[3].id
    assert desk.view.meet.heading.text() == "Concerns and causes"


def test_reminders_stay_quiet_while_meet_is_open(open_desk):
    desk = open_desk()
    assert desk.controller.is_meeting
    desk.go(Step.PREPARE)
    assert not desk.controller.is_meeting


def test_steps_are_changed_by_keys(open_desk, qtbot):
    desk = open_desk()
    desk.view.activateWindow()
    qtbot.keyClick(desk.editor, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert desk.view.step is Step.WRAP_UP
    qtbot.keyClick(desk.view.wrap_up.sort, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.view.step is Step.PREPARE


def test_words_typed_just_before_wrap_up_survive_the_next_start(open_desk, qtbot):
    desk = open_desk()
    desk.type("/we send the plan")
    qtbot.waitUntil(lambda: len(Journal(desk.store.path).drafts()) == 1, timeout=1_500)
    desk.type(" by 3 dec")
    desk.go(Step.WRAP_UP)

    assert MeetingService(desk.store, Journal(desk.store.path)).replay_drafts() == ()
    assert desk.stored().text == "/we send the plan by 3 dec"


def test_opening_the_same_review_again_while_typing_loses_nothing(open_desk):
    desk = open_desk(notes="first")
    desk.editor.go_to_line(0)
    desk.type("\nsecond")
    desk.controller.show_review(desk.review.id, Step.MEET)
    desk.type("\nthird")
    desk.settle()
    desk.save()

    assert desk.editor.text == "first\nsecond\nthird"
    assert desk.stored().text == "first\nsecond\nthird"


def test_opening_another_review_while_typing_loses_nothing(open_desk):
    desk = open_desk(notes="first")
    other = desk.reviews.start_now(the(desk.store, "Hooli").id).value
    desk.editor.go_to_line(0)
    desk.type("\nsecond")
    desk.controller.show_review(other.id, Step.MEET)
    desk.type("\nthird")
    desk.settle()

    assert desk.editor.text == ""
    assert desk.stored().text == "first\nsecond\nthird"


def test_notes_that_cannot_be_saved_stay_on_the_screen_when_another_review_is_opened(open_desk, monkeypatch):
    desk = open_desk(notes="first")
    other = desk.reviews.start_now(the(desk.store, "Hooli").id).value
    desk.editor.go_to_line(0)
    desk.type("\nsecond")

    def full(*_asked, **_more):
        raise BookError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(desk.meetings, "save_notes", full)
        desk.controller.show_review(other.id, Step.MEET)
        desk.settle()
    assert desk.editor.text == "first\nsecond"
    assert not desk.controller.is_safe
    assert [each.text for each in Journal(desk.store.path).drafts()] == ["first\nsecond"]

    desk.save()
    assert desk.stored().text == "first\nsecond"
    assert desk.controller.is_safe


def test_of_long_notes_only_what_changed_is_shown_anew_and_the_other_steps_wait(open_desk):
    desk = open_desk(notes="\n".join(f"line {each}" for each in range(300)))
    desk.type(" first")
    desk.save()
    before = desk.controller._shown.lines
    printed = desk.view.wrap_up.printed
    desk.editor.go_to_line(100)
    desk.type("\n+ they like it")
    desk.save()

    now = desk.controller._shown.lines
    assert [each for each in now if all(each is not known for known in before)] == [now[101]]
    assert printed.rows == ()
    desk.go(Step.WRAP_UP)
    assert [each._line.line.id for each in printed.rows] == [now[101].line.id]


def test_notes_that_are_there_are_gone_on_with_at_their_end(open_desk):
    desk = open_desk(notes="one\ntwo")
    desk.type(" and more")

    assert desk.editor.text == "one\ntwo and more"


EVERY_WORD = [(mark.marker, word) for mark in MARKS for words in mark.words.values() for word in words]


def test_every_german_and_french_word_makes_its_mark_and_its_button_names_it(open_desk):
    desk = open_desk()
    desk.editor.insertPlainText("\n".join(f"{word} at the plant" for _, word in EVERY_WORD))
    desk.save()
    tips = {each.objectName(): each.toolTip() for each in desk.view.meet.marks.findChildren(QToolButton)}

    read = [each.read.marker for each in desk.controller._shown.lines]
    assert read == [marker for marker, _ in EVERY_WORD]
    assert [word for marker, word in EVERY_WORD if word not in tips[marker.value]] == []


def test_a_meeting_that_lies_behind_is_entered_without_the_clock(open_desk, book):
    desk = open_desk()
    running = desk.view.meet.side.clock._started is not None
    with book.write("Review") as work:
        review = work.reviews.get(desk.review.id)
        work.reviews.put(replace(review, planned_on=book.clock.today() - timedelta(days=3)))
    desk.controller.show_page()
    desk.settle()

    assert running
    assert desk.view.meet.side.clock._started is None
    assert not desk.view.meet.side.clock._bar.isVisible()
