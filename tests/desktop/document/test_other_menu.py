"""More ways out of a document: a click opens them at once."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.document.other_menu import OtherMenu
from reviewdesk.domain.document_kinds import DocumentKind


def test_a_click_on_the_dots_opens_the_ways_out(qtbot, theme):
    made = OtherMenu()
    qtbot.addWidget(made)
    made.show()
    opened = []
    made.opening.connect(lambda: opened.append(True))
    QTimer.singleShot(300, made, _shut)

    QTest.mouseClick(made, Qt.MouseButton.LeftButton)

    assert opened == [True]


def _shut():
    shown = QApplication.activePopupWidget()
    if shown is not None:
        shown.close()


def test_word_and_powerpoint_are_named_among_the_ways_out(qtbot, theme):
    made = OtherMenu()
    qtbot.addWidget(made)
    asked = []
    made.save_asked.connect(asked.append)

    for each in made.menu().actions():
        if each.text().startswith("Save as"):
            each.trigger()

    assert asked == [DocumentKind.WORD, DocumentKind.POWERPOINT]
