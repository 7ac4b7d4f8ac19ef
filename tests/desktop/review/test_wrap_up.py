"""Wrapping up: one key a line, what is missing, and everything saved as it is typed."""

from datetime import date
from decimal import Decimal
from threading import Event, Thread
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from reviewdesk.desktop.review.checks import SETTINGS, Check, CheckRow
from reviewdesk.desktop.review.outcome_panel import OutcomePanel
from reviewdesk.desktop.review.print_list import QuoteRow
from reviewdesk.desktop.review.sort_words import KINDS, spans_of
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.widgets.buttons import Button
from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.domain.errors import BookError
from reviewdesk.domain.finishing import NO_OWNER
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import mark_of
from reviewdesk.domain.review import Feeling
from reviewdesk.domain.said import Consent, Quote
from reviewdesk.domain.summary import GoalStatus

NOTES = """planning team doubled since June, peak before Christmas
two late deliveries in March and again last week, plant called Anna at 6
they name a techn. contact 2 wks
why was the August invoice split?"""


def press(qtbot, desk, *keys) -> None:
    for key in keys:
        qtbot.keyClick(desk.view.wrap_up.sort, key)
    desk.settle()


def test_sort_shows_each_unmarked_line_with_what_it_may_be(open_desk):
    desk = open_desk(notes="+ going well\n" + NOTES, step=Step.WRAP_UP)
    sort = desk.view.wrap_up.sort

    assert [each.line.text for each in sort._lines] == NOTES.split("\n")
    kinds = [each.proposal.kind for each in sort._lines]
    assert kinds == [Marker.NOTE, Marker.CONCERN, Marker.THEIR_PROMISE, Marker.QUESTION]


def test_the_words_that_spoke_for_a_proposal_are_underlined(open_desk):
    desk = open_desk(notes=NOTES, step=Step.WRAP_UP)
    line = desk.view.wrap_up.sort._lines[2]

    assert [line.line.text[begin:end] for begin, end in spans_of(line)] == ["they", "2 wks"]


def test_four_lines_take_four_keys_and_make_their_records(open_desk, qtbot):
    desk = open_desk(notes=NOTES, step=Step.WRAP_UP)
    press(qtbot, desk, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)

    lines = desk.stored().lines
    assert [each.sorted_as for each in lines] == [Marker.NOTE, Marker.CONCERN, Marker.THEIR_PROMISE, Marker.QUESTION]
    assert [each.text for each in lines] == NOTES.split("\n")
    with desk.store.read() as reading:
        promise = reading.follow_ups.where(review_id=desk.review.id)[0]
        assert promise.due == date(2026, 12, 8)
        assert len(reading.concerns.where(review_id=desk.review.id)) == 1
    assert desk.view.wrap_up.sort.is_done


def test_skipped_lines_stay_plain_notes_and_back_lets_one_think_again(open_desk, qtbot):
    desk = open_desk(notes=NOTES, step=Step.WRAP_UP)
    press(qtbot, desk, Qt.Key.Key_S, Qt.Key.Key_S)
    assert [each.skipped for each in desk.stored().lines] == [True, True, False, False]

    press(qtbot, desk, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    stored = desk.stored()
    assert [each.skipped for each in stored.lines] == [True, False, False, False]
    assert stored.lines[1].sorted_as is Marker.CONCERN

    press(qtbot, desk, Qt.Key.Key_Up, Qt.Key.Key_S)
    with desk.store.read() as reading:
        assert reading.concerns.where(review_id=desk.review.id) == ()


def test_change_names_the_kind_and_severity_by_one_key_each(open_desk, qtbot):
    desk = open_desk(notes=NOTES, step=Step.WRAP_UP)
    press(qtbot, desk, Qt.Key.Key_C)
    qtbot.keyClick(desk.view.wrap_up.sort.panel, Qt.Key.Key_4)
    qtbot.keyClick(desk.view.wrap_up.sort.panel, Qt.Key.Key_3)
    desk.settle()

    assert desk.stored().lines[0].sorted_as is Marker.CONCERN
    with desk.store.read() as reading:
        assert reading.concerns.where(review_id=desk.review.id)[0].severity == 3


def test_change_takes_a_date_in_words_and_whose_it_is(open_desk, qtbot):
    desk = open_desk(notes=NOTES, step=Step.WRAP_UP)
    press(qtbot, desk, Qt.Key.Key_C)
    panel = desk.view.wrap_up.sort.panel
    qtbot.keyClick(panel, Qt.Key.Key_2)
    qtbot.keyClicks(panel.words, "fri")
    assert panel.day_said.text() == "Fri 27 Nov"
    panel.owner.setCurrentIndex(panel.owner.findText("Omar Haddad"))
    qtbot.keyClick(panel.words, Qt.Key.Key_Return)
    desk.settle()

    with desk.store.read() as reading:
        promise = reading.follow_ups.where(review_id=desk.review.id)[0]
        omar = reading.colleagues.where(name="Omar Haddad")[0]
    assert (promise.due, promise.colleague_id, promise.is_promise) == (date(2026, 11, 27), omar.id, True)


def test_escape_closes_the_list_of_kinds_and_changes_nothing(open_desk, qtbot):
    desk = open_desk(notes=NOTES, step=Step.WRAP_UP)
    press(qtbot, desk, Qt.Key.Key_C)
    qtbot.keyClick(desk.view.wrap_up.sort.panel, Qt.Key.Key_Escape)
    desk.settle()

    assert desk.view.wrap_up.sort.panel is None
    assert desk.stored().lines[0].sorted_as is None


def test_the_kinds_have_the_figures_of_their_marks():
    for key, marker in KINDS:
        mark = mark_of(marker)
        if key.isdigit():
            assert mark is not None
            assert mark.shortcut == f"Ctrl+{key}"


def test_five_hundred_lines_are_stepped_through_a_few_at_a_time(open_desk, qtbot):
    desk = open_desk(notes="\n".join(f"line {each} of what they said" for each in range(500)), step=Step.WRAP_UP)
    sort = desk.view.wrap_up.sort
    assert len(sort._rows) < 30

    for _ in range(6):
        press(qtbot, desk, *[Qt.Key.Key_S] * 10)

    assert sum(each.skipped for each in desk.stored().lines) == 60
    assert sort.current is not None
    assert sort.current.line.text == "line 60 of what they said"
    assert len(sort._rows) < 30


def test_what_is_typed_in_meet_is_there_to_be_sorted(open_desk):
    desk = open_desk()
    desk.type("why was the August invoice split?")
    desk.go(Step.WRAP_UP)

    current = desk.view.wrap_up.sort.current
    assert current is not None
    assert current.proposal.kind is Marker.QUESTION


def test_a_promise_without_a_date_is_given_one_where_it_is_missing(open_desk, qtbot):
    desk = open_desk(notes="/we look at the invoices", step=Step.WRAP_UP)
    checks = desk.view.wrap_up.outcome.checks
    promise = next(iter(checks.promises.values()))
    qtbot.keyClicks(promise.day, "3 dec")
    qtbot.keyClick(promise.day, Qt.Key.Key_Return)
    desk.settle()

    with desk.store.read() as reading:
        assert reading.follow_ups.where(review_id=desk.review.id)[0].due == date(2026, 12, 3)
    assert checks.promises == {}
    assert desk.stored().text == "/we look at the invoices"


def test_after_a_date_the_cursor_is_in_the_next_one_and_no_other_field_is_typed_into(open_desk, qtbot):
    desk = open_desk(notes="+ the plant runs well\n/we look at the invoices\n/we send the plan", step=Step.WRAP_UP)
    checks = desk.view.wrap_up.outcome.checks
    desk.view.activateWindow()
    first, second = checks.promises.values()
    first.day.setFocus()
    qtbot.keyClicks(first.day, "24 dec")
    qtbot.keyClick(first.day, Qt.Key.Key_Return)
    assert desk.view.focusWidget() is second.day
    desk.settle()
    assert desk.view.focusWidget() is second.day

    qtbot.keyClicks(desk.view.focusWidget(), "28 dec")
    qtbot.keyClick(desk.view.focusWidget(), Qt.Key.Key_Return)
    desk.settle()
    qtbot.keyClicks(desk.view.focusWidget(), "20 nov 2026")
    desk.view.flush()
    desk.settle()

    with desk.store.read() as reading:
        found = [each.due for each in reading.follow_ups.where(review_id=desk.review.id)]
    assert sorted(found) == [date(2026, 12, 24), date(2026, 12, 28)]
    assert not any(each.print_wording for each in desk.stored().lines)
    assert desk.view.focusWidget() is checks


def test_a_promise_is_not_dated_before_the_meeting_it_was_made_in(open_desk, qtbot):
    desk = open_desk(notes="/we look at the invoices", step=Step.WRAP_UP)
    checks = desk.view.wrap_up.outcome.checks
    promise = next(iter(checks.promises.values()))
    promise.day.setFocus()
    qtbot.keyClicks(promise.day, "20 nov 2026")
    qtbot.keyClick(promise.day, Qt.Key.Key_Return)
    desk.settle()

    assert list(checks.promises.values()) == [promise]
    assert desk.view.focusWidget() is promise.day
    assert any(each.text() == "before the meeting" for each in promise.findChildren(QLabel))


def test_tab_goes_through_the_outcome_from_top_to_bottom(open_desk):
    desk = open_desk(notes='+ the plant runs well\n" It just works', step=Step.WRAP_UP)
    outcome = desk.view.wrap_up.outcome
    stops = [outcome.ask.editor, outcome.commitment.editor]
    while stops[-1] is not outcome.goals.what and len(stops) < 40:
        each = stops[-1].nextInFocusChain()
        stops.append(each)
    assert [type(each) for each in stops if isinstance(each, (QCheckBox, ChoiceBox))] == [
        QCheckBox, ChoiceBox, ChoiceBox,
    ]  # fmt: skip


def test_what_only_the_settings_can_say_leads_to_them(qtbot):
    row = CheckRow(Check(SETTINGS, NO_OWNER))
    panel = OutcomePanel()
    qtbot.addWidget(panel)
    qtbot.addWidget(row)
    row.asked.connect(panel.go_to)

    with qtbot.waitSignal(panel.settings_asked):
        row.findChild(Button).click()


def test_every_field_is_saved_as_it_is_typed(open_desk, qtbot):
    desk = open_desk(step=Step.WRAP_UP)
    outcome = desk.view.wrap_up.outcome
    for field, words in ((outcome.ask, "Release the January plan"), (outcome.commitment, "A named planner")):
        qtbot.keyClicks(field.editor, words)
    outcome.sentences.editor.setPlainText("A good quarter.\nDeliveries were late.\n\nWe mend them.")
    qtbot.keyClicks(outcome.next_day.editor, "23 feb")
    qtbot.keyClicks(outcome.next_time.editor, "10:00")
    qtbot.keyClicks(outcome.told.editor, "They listen")
    desk.view.flush()
    desk.settle()

    review = desk.stored()
    assert (review.ask, review.commitment) == ("Release the January plan", "A named planner")
    assert review.sentences == ("A good quarter.", "Deliveries were late.", "We mend them.")
    assert review.next_on == date(2027, 2, 23)
    assert review.next_starts_at is not None
    assert f"{review.next_starts_at.astimezone():%H:%M}" == "10:00"
    assert review.told_a_colleague == "They listen"


def test_how_it_felt_takes_one_key_each(open_desk, qtbot):
    desk = open_desk(step=Step.WRAP_UP)
    press(qtbot, desk, Qt.Key.Key_E, Qt.Key.Key_P)
    assert desk.stored().feelings == (Feeling.ENJOYABLE, Feeling.PRODUCTIVE)
    press(qtbot, desk, Qt.Key.Key_E)
    assert desk.stored().feelings == (Feeling.PRODUCTIVE,)


def test_a_goal_keeps_its_words_until_it_is_in_the_book_and_is_added_once(open_desk, qtbot):
    desk = open_desk(step=Step.WRAP_UP)
    goals = desk.view.wrap_up.outcome.goals
    for field, words in ((goals.what, "Deliveries on time"), (goals.target, "98")):
        qtbot.keyClicks(field, words)

    qtbot.keyClick(goals.target, Qt.Key.Key_Return)
    assert goals.what.text() == "Deliveries on time"
    qtbot.keyClick(goals.target, Qt.Key.Key_Return)
    desk.settle()

    assert goals.what.text() == ""
    with desk.store.read() as reading:
        assert [each.what for each in reading.goals.where(account_id=desk.review.account_id)] == ["Deliveries on time"]


def test_a_goal_is_agreed_and_measured_with_source_and_date(open_desk, qtbot):
    desk = open_desk(step=Step.WRAP_UP)
    goals = desk.view.wrap_up.outcome.goals
    for field, words in ((goals.what, "Deliveries on time"), (goals.target, "98"), (goals.unit, "%")):
        qtbot.keyClicks(field, words)
    qtbot.keyClick(goals.unit, Qt.Key.Key_Return)
    desk.settle()
    with desk.store.read() as reading:
        goal = reading.goals.where(account_id=desk.review.account_id)[0]
    row = goals.row(goal.id)
    for field, words in ((row.figure, "96,5"), (row.source, "their portal"), (row.day, "20 november")):
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        desk.settle()

    with desk.store.read() as reading:
        actual = reading.actuals.where(review_id=desk.review.id)[0]
    assert (goal.what, goal.target, goal.unit) == ("Deliveries on time", Decimal(98), "%")
    assert (actual.value, actual.status, actual.source) == (Decimal("96.5"), GoalStatus.BEHIND, "their portal")


def test_consent_is_noted_with_who_said_it(open_desk, qtbot):
    desk = open_desk(notes='" We nearly opened the tender', step=Step.WRAP_UP)
    row = next(iter(desk.view.wrap_up.outcome._quotes.values()))
    row.person.setCurrentIndex(1)
    row.consent.setCurrentIndex(list(Consent).index(Consent.NAMED))
    row.consent.activated.emit(row.consent.currentIndex())
    desk.settle()

    with desk.store.read() as reading:
        quote = reading.quotes.where(review_id=desk.review.id)[0]
    assert quote.consent is Consent.NAMED
    assert quote.person_id in desk.controller._shown.material.people


def test_who_said_a_quote_and_its_consent_are_whole_words_in_a_narrow_window(qtbot, theme):
    row = QuoteRow(Quote(account_id=uuid4(), words="We nearly left", said_on=date(2026, 11, 24)), [])
    qtbot.addWidget(row)
    row.resize(240, 120)
    row.show()

    for box in (row.person, row.consent):
        assert box.width() > box.fontMetrics().horizontalAdvance("nobody named") + 45
    assert row.person.geometry().bottom() < row.consent.geometry().top()


def test_a_printed_line_is_reworded_or_set_aside_and_the_note_stays(open_desk, qtbot):
    desk = open_desk(notes="/d trial of slot jan\n! boss furious: late AGAIN", step=Step.WRAP_UP)
    decision, concern = desk.view.wrap_up.printed.rows
    for row, words in ((decision, "Trial of the 05:30 slot in January"), (concern, "Late deliveries")):
        row.words.setFocus()
        row.words.setText(words)
        qtbot.keyClick(row.words, Qt.Key.Key_Return)
        desk.settle()
    summary = desk.meetings.draft(desk.review.id)
    assert summary.decisions == ("Trial of the 05:30 slot in January",)
    assert "Late deliveries" in [each.summary for each in summary.concerns]
    assert desk.stored().text == "/d trial of slot jan\n! boss furious: late AGAIN"

    concern.prints.click()
    desk.settle()
    assert "Late deliveries" not in [each.summary for each in desk.meetings.draft(desk.review.id).concerns]


def test_up_to_three_things_heard_are_chosen(open_desk):
    desk = open_desk(notes="+ one\n+ two\n+ three\n+ four", step=Step.WRAP_UP)
    boxes = list(desk.view.wrap_up.outcome.heard._boxes.values())
    for box in (boxes[3], boxes[0], boxes[1]):
        box.click()
        desk.settle()

    assert not boxes[2].isEnabled()
    assert [each.text for each in desk.meetings.draft(desk.review.id).heard] == ["Four", "One", "Two"]


def test_a_pause_after_a_space_leaves_the_cursor_where_it_is(open_desk, qtbot):
    desk = open_desk(step=Step.WRAP_UP)
    ask = desk.view.wrap_up.outcome.ask
    ask.editor.setFocus()
    qtbot.keyClicks(ask.editor, "Release the ")
    ask.flush()
    desk.settle()
    qtbot.keyClicks(ask.editor, "plan")
    assert ask.value() == "Release the plan"
    ask.flush()
    desk.settle()
    assert desk.stored().ask == "Release the plan"


def test_a_pause_after_enter_leaves_the_cursor_on_the_new_line(open_desk, qtbot):
    desk = open_desk(step=Step.WRAP_UP)
    sentences = desk.view.wrap_up.outcome.sentences
    sentences.editor.setFocus()
    qtbot.keyClicks(sentences.editor, "A good quarter.")
    qtbot.keyClick(sentences.editor, Qt.Key.Key_Return)
    sentences.flush()
    desk.settle()
    qtbot.keyClicks(sentences.editor, "We mend it.")
    assert sentences.value() == "A good quarter.\nWe mend it."


def test_a_day_that_is_not_read_stays_to_be_mended(open_desk, qtbot):
    desk = open_desk(step=Step.WRAP_UP)
    outcome = desk.view.wrap_up.outcome
    outcome.next_day.editor.setFocus()
    qtbot.keyClicks(outcome.next_day.editor, "in thre months")
    outcome.ask.editor.setFocus()
    qtbot.keyClicks(outcome.ask.editor, "x")
    desk.view.flush()
    desk.settle()
    assert outcome.next_day.value() == "in thre months"
    assert not desk.controller.is_safe


def test_a_time_typed_before_its_day_is_saved_with_the_day(open_desk, qtbot):
    desk = open_desk(step=Step.WRAP_UP)
    outcome = desk.view.wrap_up.outcome
    outcome.next_time.editor.setFocus()
    qtbot.keyClicks(outcome.next_time.editor, "14:30")
    outcome.next_day.editor.setFocus()
    desk.settle()
    assert outcome.next_time.value() == "14:30"
    qtbot.keyClicks(outcome.next_day.editor, "in 3 months")
    outcome.ask.editor.setFocus()
    desk.settle()
    assert desk.stored().next_on is not None
    assert f"{desk.stored().next_starts_at.astimezone():%H:%M}" == "14:30"
    assert desk.controller.is_safe


def test_a_field_that_waits_to_be_saved_is_left_by_a_refresh_and_then_safe(open_desk, qtbot):
    desk = open_desk(step=Step.WRAP_UP)
    ask, other = desk.view.wrap_up.outcome.ask, desk.view.wrap_up.outcome.commitment
    held, go = Event(), Event()

    def importing():
        with desk.store.write("Import"):
            held.set()
            go.wait(20)

    lane = Thread(target=importing)
    lane.start()
    held.wait(5)
    ask.editor.setFocus()
    qtbot.keyClicks(ask.editor, "Release it")
    other.editor.setFocus()
    desk.controller._reload()
    qtbot.wait(200)
    seen, safe = ask.value(), desk.controller.is_safe
    go.set()
    lane.join()
    desk.settle()

    assert (seen, safe) == ("Release it", False)
    assert desk.controller.is_safe
    assert desk.stored().ask == "Release it"


def test_a_field_that_could_not_be_saved_says_so_and_keeps_its_words(open_desk, qtbot, monkeypatch):
    desk = open_desk(step=Step.WRAP_UP)
    ask = desk.view.wrap_up.outcome.ask

    def full(*_asked):
        raise BookError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(desk.meetings, "change", full)
        ask.editor.setFocus()
        qtbot.keyClicks(ask.editor, "Release it")
        ask.flush()
        desk.settle()
    assert ask.value() == "Release it"
    assert ask.editor.accessibleDescription() == "The disk is full."
    assert not desk.controller.is_safe

    qtbot.keyClicks(ask.editor, "!")
    ask.flush()
    desk.settle()
    assert desk.stored().ask == "Release it!"
    assert desk.controller.is_safe


def test_wording_for_print_is_told_within_a_second_of_typing(open_desk, qtbot):
    desk = open_desk(notes="+ all fine", step=Step.WRAP_UP)
    row = desk.view.wrap_up.printed.rows[0]
    row.words.setFocus()
    with qtbot.waitSignal(row.reworded, timeout=1_500) as told:
        qtbot.keyClicks(row.words, "x")
    assert told.args[1] == "xAll fine"
