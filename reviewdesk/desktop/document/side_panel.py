"""What stands beside the pages: what must not leave, the lines that can be reworded, remarks and versions."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.document.leak_panel import LeakPanel
from reviewdesk.desktop.document.line_panel import LinePanel
from reviewdesk.desktop.document.mail_panel import MailPanel
from reviewdesk.desktop.document.model import ShownDocument, Way
from reviewdesk.desktop.document.remark_panel import RemarkPanel
from reviewdesk.desktop.document.version_panel import VersionPanel
from reviewdesk.desktop.widgets.tabs import Tab, TabRow

_WIDE = 1400
_EDGES = 36


class SidePanel(QWidget):
    """A few panels of which one is open; where a document has nothing for any of them it is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAccessibleName(self.tr("Beside the pages"))
        self.leaks, self.lines, self.remarks = LeakPanel(), LinePanel(), RemarkPanel()
        self.versions, self.mail = VersionPanel(), MailPanel()
        self._panels: dict[str, QWidget] = {
            "leaks": self.leaks, "lines": self.lines, "remarks": self.remarks, "versions": self.versions,
            "mail": self.mail,
        }  # fmt: skip
        self._shown: ShownDocument | None = None
        self._open_remarks = 0
        self.tabs = TabRow(self.tr("Beside the pages"))
        self._stack = QStackedWidget()
        for each in self._panels.values():
            self._stack.addWidget(each)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._room = _WIDE
        self.tabs.chosen.connect(self._open)

    def show_document(self, shown: ShownDocument) -> None:
        """Show what this document has for them; what must not leave comes first."""
        self.leaks.show_leaks(shown.leaks, may_mean=Way.MEAN in shown.ways, may_take_out=Way.TAKE_OUT in shown.ways)
        self.lines.show_lines(shown.lines)
        self.versions.show_document(shown)
        self._shown = shown
        tabs = self._tabs(shown)
        had_leaks = self.is_open("leaks")
        self._show_tabs(tabs)
        self.setVisible(bool(tabs))
        if tabs:
            keys = [each.key for each in tabs]
            wanted = "leaks" if shown.leaks else self.tabs.key if self.tabs.key in keys and not had_leaks else keys[0]
            self.open(wanted)

    def _tabs(self, shown: ShownDocument) -> list[Tab]:
        tabs = [Tab("leaks", self.tr("To decide"), len(shown.leaks))] if shown.leaks else []
        if Way.REWORD in shown.ways:
            tabs.append(Tab("lines", self.tr("Wording")))
        if Way.REMARK in shown.ways:
            tabs.append(Tab("remarks", self.tr("Remarks"), self._open_remarks))
        if shown.versions:
            tabs.append(Tab("versions", self.tr("Versions")))
        if shown.versions and Way.MAIL in shown.ways:
            tabs.append(Tab("mail", self.tr("Mail")))
        return tabs

    def count_remarks(self, count: int) -> None:
        """Say on the tab how many remarks are open."""
        self._open_remarks = count
        if self._shown is not None:
            self._show_tabs(self._tabs(self._shown))

    def _show_tabs(self, tabs: list[Tab]) -> None:
        """Show these tabs; where fewer are left they are made anew, so that a screen reader forgets the others."""
        if len(tabs) < self.tabs.count():
            gone, held = self.tabs, self.tabs.key
            self.tabs = TabRow(gone.accessibleName())
            self.tabs.show_tabs(tabs)
            self.tabs.open(held)
            self.tabs.chosen.connect(self._open)
            self._column.replaceWidget(gone, self.tabs)
            gone.hide()
            gone.deleteLater()
        else:
            self.tabs.show_tabs(tabs)
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Take a fair share of the room beside the pages."""
        self._room = room
        least = self.tabs.sizeHint().width() + _EDGES
        self.setFixedWidth(max(min(self.fontMetrics().averageCharWidth() * 46, room * 32 // 100), least))

    def open(self, key: str) -> None:
        """Open one of them."""
        self.tabs.open(key)
        self._open(key)

    def is_open(self, key: str) -> bool:
        """Say whether one of them is open."""
        return self.isVisible() and self._stack.currentWidget() is self._panels[key]

    def _open(self, key: str) -> None:
        if key in self._panels:
            self._stack.setCurrentWidget(self._panels[key])
