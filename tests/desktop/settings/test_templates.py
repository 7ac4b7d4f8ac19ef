"""Templates in Settings, through the real card on a real book."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.settings.templates import TemplatesCard
from reviewdesk.desktop.settings.templates_part import TemplatesPart
from reviewdesk.services.preparing import PreparingService
from tests.books import a_store
from tests.desktop.account.test_account_page import settle


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def preparing(store):
    return PreparingService(store)


@pytest.fixture
def card(qtbot, theme, tasks, preparing):
    made = TemplatesCard()
    qtbot.addWidget(made)
    made.resize(900, 700)
    part = TemplatesPart(made, preparing, tasks)
    made.show()
    part.show_now()
    settle(tasks)
    return made


def test_a_template_is_opened_changed_and_saved(qtbot, card, tasks, preparing):
    card.rows.go_to(card.rows.keys[0])
    qtbot.keyClick(card.rows.row(card.rows.keys[0]), Qt.Key.Key_Return)
    sheet = card.sheet
    sheet.length.editor.setText("75")
    sheet.steps.editor.setPlainText("3 before: Read the brief (A, B)\n1 after: Send the summary")
    sheet.agenda.rows[0].title.setText("Promises of last time")

    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)

    changed = preparing.templates()[0]
    assert (changed.length, changed.number) == (75, 2)
    assert [(each.days, each.tiers) for each in changed.ladder] == [(-3, ("A", "B")), (1, ())]
    assert changed.agenda[0].title == "Promises of last time"
    assert "75 min" in card.rows.row(changed.id).row.meta


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [("length", "an hour", "minutes"), ("tiers", "D", "tiers"), ("name", "Recovery", "already"), ("name", "", "name")],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(qtbot, card, tasks, preparing, field, typed, said):
    card.rows.opened.emit(card.rows.keys[0])
    sheet = card.sheet
    getattr(sheet, field).editor.setText(typed)
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert sheet.isVisible()
    assert said in sheet.go.accessibleDescription()
    assert preparing.templates()[0].number == 1
    sheet.reject()


def test_a_template_is_added_and_removed(qtbot, card, tasks, preparing):
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    card.sheet.name.editor.setText("With the board")
    qtbot.mouseClick(card.sheet.go, Qt.MouseButton.LeftButton)
    settle(tasks)
    added = preparing.templates()[-1]
    assert added.name == "With the board"

    card.rows.action_asked.emit(added.id, "remove")
    settle(tasks)
    assert added.id not in card.rows.keys
