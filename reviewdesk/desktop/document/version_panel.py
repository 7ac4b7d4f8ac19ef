"""All versions of a summary: when each was finished, who has it, and what is different from the one before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.document.model import ShownDocument, Version
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import Button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.domain.intervals import short_day

_MOST = 12


class VersionCard(Card):
    """One version.

    Signals:
        open_asked: the person wants to see its pages.
    """

    open_asked = Signal(object)

    def __init__(self, version: Version, shown: ShownDocument) -> None:
        super().__init__()
        self.version = version
        newest = shown.versions[-1].finished_on
        title = self.tr("Version {n}, {day}").format(n=version.number, day=short_day(version.finished_on, newest))
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.addWidget(Label(title, Part.STRONG))
        head.addStretch(1)
        if version.sent_on is not None:
            head.addWidget(Pill(self.tr("sent {day}").format(day=short_day(version.sent_on, newest)), Tone.GOOD))
        self.add(head)
        if version.sent_to:
            self.add(Label(self.tr("To {names}").format(names=", ".join(version.sent_to)), Part.SMALL, wraps=True))
        for each in version.differences[:_MOST]:
            self.add(Label(each, Part.MUTED, wraps=True))
        if len(version.differences) > _MOST:
            more = self.tr("and {n} more").format(n=len(version.differences) - _MOST)
            self.add(Label(more, Part.MUTED))
        self.open = Button(self.tr("Open"), small=True)
        self.open.setAccessibleName(self.tr("Open version {n}").format(n=version.number))
        self.open.setEnabled(version.summary_id != shown.summary_id)
        self.add(self.open)
        self.open.clicked.connect(self._open)

    def _open(self) -> None:
        self.open_asked.emit(self.version.summary_id)


class VersionPanel(QWidget):
    """The versions, newest first.

    Signals:
        open_asked: the stored version to show.
    """

    open_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Versions"))
        self.who = Label(part=Part.SMALL, wraps=True)
        self._column = ScrollColumn(self.tr("Versions"), gap=10)
        self._column.column.addStretch(1)
        self.cards: list[VersionCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.who)
        column.addWidget(self._column, 1)

    def show_document(self, shown: ShownDocument) -> None:
        """Show the versions of this document, and who has which."""
        for card in self.cards:
            self._column.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [VersionCard(each, shown) for each in reversed(shown.versions)]
        for at, card in enumerate(self.cards):
            card.open_asked.connect(self.open_asked)
            self._column.column.insertWidget(at, card)
        self.who.setText(self._who(shown))

    def _who(self, shown: ShownDocument) -> str:
        """Say who has which version, as far as it is known."""
        newest = {name: each.number for each in shown.versions for name in each.sent_to}
        if not newest:
            known = shown.known
            if known is None:
                return self.tr("No version was sent yet.")
            return self.tr("They have version {n}; to whom it went was not noted.").format(n=known.number)
        has = self.tr("{name} has version {n}")
        return "; ".join(has.format(name=name, n=number) for name, number in newest.items()) + "."
