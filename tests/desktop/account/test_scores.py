"""The Scores tab of an account in its window."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.account.scores import ScoresPage
from reviewdesk.desktop.account.scores_part import ScoresPart
from reviewdesk.domain.answer import Asked
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.answers import AnswerService
from tests.books import small_book, the
from tests.desktop.account.test_account_page import settle, titles


@pytest.fixture
def scores_of(store, tasks, opened):
    """Give a function that opens the scores of an account."""

    def open_it(name="Hooli"):
        controller = opened(name)
        page = ScoresPage()
        controller.view.add_part(ScoresPart(page, AnswerService(store), tasks))
        controller.show_page()
        settle(tasks)
        controller.view.open_tab("scores")
        page.start_adding()
        return controller, page

    return open_it


def kept(store, name="Hooli"):
    return [each.answer for each in AnswerService(store).of_account(the(store, name).id).rows]


def test_the_tab_is_there_when_it_is_asked_for_and_then_with_its_count(qtbot, store, tasks, scores_of):
    small_book(store)
    controller, page = scores_of()
    assert controller.view.tabs.key == "scores"

    qtbot.keyClicks(page.form.scale, "9")
    qtbot.keyClick(page.form.scale, Qt.Key.Key_Return)
    settle(tasks)
    settle(tasks)

    tabs = controller.view.tabs
    assert "Scores 1" in [tabs.tabText(at) for at in range(tabs.count())]
    assert [each.value for each in kept(store)] == [9]
    assert titles(page.rows)[0].endswith("would recommend us")


def test_where_nobody_is_known_an_answer_is_nobodys_in_particular(qtbot, store, tasks, scores_of):
    AccountService(store).add("Quite new")
    controller, page = scores_of("Quite new")
    tabs = controller.view.tabs
    assert [tabs.tabText(at) for at in range(tabs.count())] == ["Overview", "People", "Scores", "Details"]

    qtbot.keyClicks(page.form.scale, "8")
    qtbot.keyClick(page.form.scale, Qt.Key.Key_Return)
    settle(tasks)

    assert [(each.value, each.person_id) for each in kept(store, "Quite new")] == [(8, None)]


def test_one_and_nought_are_ten_only_where_there_is_a_ten(qtbot, store, scores_of):
    small_book(store)
    _, page = scores_of()

    qtbot.keyClicks(page.form.scale, "10")
    assert page.form.scale.value == 10
    qtbot.keyClicks(page.form.scale, "7")
    assert page.form.scale.value == 7
    page.form.asked.start_with(Asked.CONTENT)
    page.form.asked.edited.emit(Asked.CONTENT)
    assert page.form.scale.value is None
    qtbot.keyClicks(page.form.scale, "8")
    assert page.form.scale.value is None
    qtbot.keyClicks(page.form.scale, "5")
    assert page.form.scale.value == 5


def test_without_a_value_it_is_refused_and_the_words_stay(qtbot, store, tasks, scores_of):
    small_book(store)
    _, page = scores_of()
    qtbot.keyClicks(page.form.evidence.editor, "slow answers")

    qtbot.keyClick(page.form.evidence.editor, Qt.Key.Key_Return)
    settle(tasks)

    assert "from 0 to 10" in page.form.refusal.text()
    assert page.form.evidence.value() == "slow answers"
    assert kept(store) == []


def test_an_answer_is_corrected_in_the_form_and_removed_from_the_list(qtbot, store, tasks, scores_of):
    small_book(store)
    _, page = scores_of()
    qtbot.keyClicks(page.form.scale, "9")
    qtbot.mouseClick(page.form.add_button, Qt.MouseButton.LeftButton)
    settle(tasks)
    settle(tasks)
    key = page.rows.keys[0]

    page.rows.row(key).button("correct").click()
    qtbot.keyClicks(page.form.scale, "6")
    qtbot.mouseClick(page.form.add_button, Qt.MouseButton.LeftButton)
    settle(tasks)
    settle(tasks)
    assert [(each.id, each.value) for each in kept(store)] == [(key, 6)]
    assert page.form.add_button.text() == "Add"

    page.rows.row(key).button("remove").click()
    settle(tasks)
    assert kept(store) == []


def test_escape_leaves_an_answer_as_it_was(qtbot, store, tasks, scores_of):
    small_book(store)
    _, page = scores_of()
    qtbot.keyClicks(page.form.scale, "9")
    qtbot.keyClick(page.form.scale, Qt.Key.Key_Return)
    settle(tasks)
    settle(tasks)

    page.rows.opened.emit(page.rows.keys[0])
    qtbot.keyClicks(page.form.scale, "2")
    qtbot.keyClick(page.form.scale, Qt.Key.Key_Escape)

    assert page.form.leave_button.isHidden()
    assert [each.value for each in kept(store)] == [9]
