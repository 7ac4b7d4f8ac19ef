"""The import page: choose files, wait while they are read, and see the plan or what stands in the way."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from reviewdesk.desktop.importing.column_list import Way
from reviewdesk.desktop.importing.file_dialogs import FilesToImport, PlaceForRows
from reviewdesk.desktop.importing.model import PlanPicture
from reviewdesk.desktop.importing.plan_panel import PlanPanel
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.bars import MessageBar
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page


class ImportView(Page):
    """Shows one import from its files to its plan.

    Signals:
        files_chosen: the files the person wants to import.
        pasted: the text on the clipboard, which the person wants to import.
        decided: the id of a question and of the answer taken.
        column_asked: the file and header of a column to take otherwise, and where a menu may stand.
        apply_asked: the person wants the plan applied as it is shown.
        cancel_asked: the person wants out, or reading stopped.
        save_asked: where to save the rows left out.
    """

    files_chosen = Signal(object)
    pasted = Signal(str)
    decided = Signal(str, str)
    column_asked = Signal(str, str, QPoint)
    apply_asked = Signal()
    cancel_asked = Signal()
    save_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Import", searches=False)
        self.panel = PlanPanel()
        self.message = MessageBar()
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.apply_button = primary_button(self.tr("Apply"), "check")
        self.choose_button = primary_button(self.tr("Choose files…"), "folder-open")
        self.paste_button = plain_button(self.tr("Paste cells"), "clipboard-paste")
        self.paste_button.setToolTip(self.tr("Cells copied in a spreadsheet, with their headers (Ctrl+V)"))
        self.again_button = primary_button(self.tr("Choose other files…"), "folder-open")
        self._back = plain_button(self.tr("Back"))
        self.stop_button = plain_button(self.tr("Stop reading"))
        self._start = EmptyState(
            "download", self.tr("Which files?"), self.tr(
                "Drop exports of your CRM, your address book or any table here, as XLSX, CSV or vCard; or the sales "
                "figures of finance, which one click reads again later. You see what would happen before anything is "
                "changed."
            ), [self.choose_button, self.paste_button],
        )  # fmt: skip
        self._reading = EmptyState("file-text", self.tr("Reading…"), "", [self.stop_button])
        self._failed = EmptyState(
            "circle-alert", self.tr("This cannot be imported as it is"), "", [self.again_button, self._back]
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_start()

    def _lay_out(self) -> None:
        self.header.add_action(self.cancel_button)
        self.header.add_action(self.apply_button)
        for each in (self._start, self._reading, self.panel, self._failed):
            self._stack.addWidget(each)
        self.add(self.message)
        self.add(self._stack, 1)

    def _connect(self) -> None:
        self.paste_button.clicked.connect(self.paste)
        for button in (self.choose_button, self.again_button):
            button.clicked.connect(self._choose)
        for button in (self.cancel_button, self._back, self.stop_button):
            button.clicked.connect(self.cancel_asked)
        self.apply_button.clicked.connect(self.apply_asked)
        self.panel.decided.connect(self.decided)
        self.panel.column_asked.connect(self.column_asked)
        self.panel.save_asked.connect(self._choose_place)

    def show_start(self) -> None:
        """Ask for files."""
        self._show(self._start, self.tr("Import"), "")

    def show_reading(self, names: Sequence[str]) -> None:
        """Say that files are being read."""
        self._reading.sentence.setText(", ".join(names[:6]) + ("…" if len(names) > 6 else ""))
        self._show(self._reading, self.tr("Import"), "")
        self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self, sentence: str) -> None:
        """Say why the files cannot be read and what to do."""
        self._failed.sentence.setText(sentence)
        self._failed.setAccessibleDescription(sentence)
        self._show(self._failed, self.tr("Import"), "")
        self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_plan(self, picture: PlanPicture, *, is_new: bool) -> None:
        """Show a plan; one that `is_new` from its beginning, else the person stays where they were."""
        if is_new:
            self.panel.start_anew()
        self.panel.show_plan(picture)
        self._show(self.panel, self.tr("Import plan"), picture.status)
        self.apply_button.setText(picture.apply_words)
        self.set_busy(on=False)
        self.apply_button.setEnabled(picture.can_apply)
        if is_new:
            first = self.apply_button if picture.can_apply else self.cancel_button
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, on: bool) -> None:
        """Take no answer while the last one is worked out or the plan is written."""
        self.apply_button.setEnabled(not on)

    def tell(self, sentence: str, tone: Tone) -> None:
        """Say something above the plan."""
        self.message.tell(sentence, tone)

    def ask_how_to_take(self, ways: Sequence[Way], at: QPoint) -> QMenu:
        """Open the menu of a column; `decided` is told with what the person takes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, way in enumerate(ways):
            action = QAction(way.words, menu)
            action.setCheckable(True)
            action.setChecked(way.holds)
            action.setData(way.choice)
            menu.addAction(action)
            if place == 0:
                menu.addSeparator()
        menu.popup(at)
        return menu

    def _show(self, what: QWidget, title: str, status: str) -> None:
        is_plan = what is self.panel
        self._stack.setCurrentWidget(what)
        self.header.show_title(title, status)
        self.apply_button.setVisible(is_plan)
        self.cancel_button.setVisible(is_plan)
        self.message.hide()

    def _choose(self) -> None:
        chosen = FilesToImport.ask(self)
        if chosen:
            self.files_chosen.emit(chosen)

    def paste(self) -> None:
        """Take the cells that were copied; Ctrl+V comes here too, unless somebody types."""
        self.pasted.emit(QGuiApplication.clipboard().text())

    def _choose_place(self) -> None:
        place = PlaceForRows.ask(self)
        if place is not None:
            self.save_asked.emit(place)
