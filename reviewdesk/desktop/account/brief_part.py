"""The brief on screen: the page as it may lie on a table, and beside it what not to raise."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.side_by_side import SideBySide, column_of
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.brief_page import BriefPage
from reviewdesk.services.briefs import BriefService


class BriefLine(QWidget):
    """One line of the brief, which goes on beside its bullet where it is long."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(Label("•"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, wraps=True), 1)


class BriefView(ScrollColumn):
    """Shows a brief.

    Signals:
        seen: it came into sight.
        print_asked: it is to be made as a PDF.
    """

    seen = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Brief"))
        self._page: BriefPage | None = None
        self._shown: list[QWidget] = []
        self.copy_button = plain_button(self.tr("Copy as text"), "copy")
        self.print_button = plain_button(self.tr("Open as PDF"), "file-text")
        self.print_button.setToolTip(self.tr("One page for our side, ready to print (Alt+B)"))
        self.paper = Card(" ")
        self.paper.heading.add(self.copy_button)
        self.paper.heading.add(self.print_button)
        self.paper.body.setSpacing(4)
        self.only_here = Card(self.tr("What not to raise"))
        self.only_here.set_tone(Tone.WARN)
        self._words = Label(wraps=True)
        self._note = Label(self.tr("Only on this screen: it is never copied or printed."), Part.MUTED, wraps=True)
        self.only_here.add(self._words)
        self.only_here.add(self._note)
        self.column.addWidget(SideBySide(column_of(self.paper), column_of(self.only_here), shares=(7, 4), gap=18))
        self.column.addStretch(1)
        self.copy_button.clicked.connect(self._copy)
        self.print_button.clicked.connect(self.print_asked)

    def show_page(self, page: BriefPage) -> None:
        """Show this brief."""
        if page == self._page:
            return
        self._page = page
        self.paper.heading.show_text(page.title)
        for old in self._shown:
            self.paper.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [Label(each, Part.MUTED, wraps=True) for each in page.head]
        for section in page.sections:
            title = Label(section.title, Part.STRONG, wraps=True)
            title.setContentsMargins(0, 10, 0, 2)
            self._shown += [title, *(BriefLine(each) for each in section.lines)]
        for shown in self._shown:
            self.paper.add(shown)
        self._words.setText("\n".join(f"•  {each}" for each in page.only_here))
        self.only_here.setVisible(bool(page.only_here))

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the page under their headings, as they are shown."""
        return tuple(each.accessibleName() for each in self._shown if isinstance(each, BriefLine))

    def showEvent(self, event: QShowEvent) -> None:
        """Say that it came into sight, so that it is written anew."""
        super().showEvent(event)
        self.seen.emit()

    def _copy(self) -> None:
        if self._page is not None:
            QGuiApplication.clipboard().setText(self._page.text)


class BriefPart(AccountPart):
    """The tab of the brief; it is there while the person asks for it."""

    key: ClassVar[str] = "brief"
    after: ClassVar[str] = "overview"

    def __init__(self, view: BriefView, briefs: BriefService, tasks: Tasks) -> None:
        super().__init__(view)
        self.page = view
        self._briefs, self._tasks = briefs, tasks
        self._account_id: UUID | None = None
        view.seen.connect(self._write)

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab where it was asked for."""
        return Tab(self.key, self.tr("Brief")) if asked else None

    def show_brief(self, brief: Brief) -> None:
        """Write the brief of this account anew while it is looked at."""
        self._account_id = brief.account.id
        if self.page.isVisible():
            self._write()

    def _write(self) -> None:
        if self._account_id is not None:
            read = partial(self._briefs.page, self._account_id)
            self._tasks.run(read, self.page.show_page, self, newest="brief")
