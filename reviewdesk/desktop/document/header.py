"""The head of the page of a document: whose it is, how it stands, and where it can go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout

from reviewdesk.desktop.document.model import ShownDocument, Version, Way
from reviewdesk.desktop.document.other_menu import OtherMenu
from reviewdesk.desktop.ink import PAGE_MARGIN
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import Button, IconButton, plain_button, primary_button
from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.desktop.widgets.labels import ElidedLabel, Part
from reviewdesk.desktop.widgets.pill import Pill, PillText
from reviewdesk.domain.intervals import short_day


class DocumentHeader(QFrame):
    """Whose document it is, its versions, and where it can go.

    Signals:
        version_asked: the stored version to show.
    """

    version_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "top-bar")
        self.back = IconButton(self.tr("Back"), "arrow-left", shortcut="Alt+Left", ink="text")
        self.title = ElidedLabel("", Part.HEADING, least=12)
        self.badge = Pill("", Tone.WARN)
        self.about = ElidedLabel("", Part.SMALL)
        self.again = plain_button(self.tr("Make again"), "refresh-cw")
        self.again.setToolTip(self.tr("The book has changed since this was made (F5)"))
        self.versions = ChoiceBox()
        self.versions.setAccessibleName(self.tr("Version"))
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.print = IconButton(self.tr("Print"), "printer", shortcut="Ctrl+P")
        self.open = IconButton(self.tr("Open in the PDF program"), "external-link", shortcut="Ctrl+E")
        self.save = IconButton(self.tr("Save as…"), "download", shortcut="Ctrl+S")
        self.other = OtherMenu()
        self.sent = plain_button(self.tr("Mark as sent"), "check")
        self.mail = primary_button(self.tr("Mail draft"), "mail")
        self.mail.setToolTip(self.tr("Mail draft with the PDF (Ctrl+Return)"))
        self.finish = primary_button(self.tr("Finish"))
        self.finish.setToolTip(self.tr("Finish the review (Ctrl+Return)"))
        self._lay_out()
        self.versions.activated.connect(self._choose_version)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.title)
        first.addWidget(self.badge)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(first)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, PAGE_MARGIN, 12)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addLayout(words, 1)
        for each in (self.again, self.versions, self.print, self.open, self.save, self.other):
            row.addWidget(each)
        for each in (self.sent, self.mail, self.finish):
            row.addWidget(each)

    @property
    def ways(self) -> dict[Way, Button | IconButton]:
        """Give the button of each way a document can go."""
        return {
            Way.PRINT: self.print, Way.OPEN: self.open, Way.SAVE: self.save, Way.SENT: self.sent, Way.MAIL: self.mail,
            Way.FINISH: self.finish,
        }  # fmt: skip

    def show_document(self, shown: ShownDocument) -> None:
        """Show whose document it is, and offer what can be done with it and nothing else."""
        self.title.setText(shown.title)
        self.about.setText(self._about(shown))
        for way, button in self.ways.items():
            button.setVisible(way in shown.ways)
        self.sent.setEnabled(shown.version is None or shown.version.sent_on is None)
        self.finish.setText(self.tr("New version") if shown.is_finished else self.tr("Finish"))
        self.badge.show_pill(PillText(self._badge(shown), Tone.WARN))
        self.again.setVisible(shown.is_behind)
        self.versions.setVisible(bool(shown.versions))
        self.versions.clear()
        for each in reversed(shown.versions):
            self.versions.addItem(self._version(each, shown), each.summary_id)
        if shown.version is not None:
            self.versions.setCurrentIndex(shown.versions[::-1].index(shown.version))

    def _badge(self, shown: ShownDocument) -> str:
        if shown.is_draft:
            return self.tr("Draft")
        return self.tr("For our side") if shown.for_us else ""

    def _choose_version(self) -> None:
        self.version_asked.emit(self.versions.currentData())

    def _version(self, version: Version, shown: ShownDocument) -> str:
        made = short_day(version.finished_on, shown.versions[-1].finished_on)
        return self.tr("Version {n}, {day}, {sent}").format(n=version.number, day=made, sent=self._sent(version, shown))

    def _sent(self, version: Version, shown: ShownDocument) -> str:
        if version.sent_on is None:
            return self.tr("not sent")
        return self.tr("sent {day}").format(day=short_day(version.sent_on, shown.versions[-1].finished_on))

    def _about(self, shown: ShownDocument) -> str:
        """Give the name of the file, whether this version was sent, and whether it may be."""
        version, known = shown.version, shown.known
        if shown.is_draft:
            return self.tr("drawn from the notes as they stand; Finish keeps it as a version")
        if version is None:
            behind = self.tr("the book has changed since this was made")
            return f"{shown.file_name} · {behind}" if shown.is_behind else shown.file_name
        if version.sent_on is not None:
            return f"{shown.file_name} · {self._sent(version, shown)}"
        theirs = self.tr("not sent, they have version {n}").format(n=known.number) if known else self.tr("not sent")
        checked = self.tr("checked: nothing internal in it") if not shown.leaks else self.tr("not ready to leave")
        return f"{shown.file_name} · {theirs} · {checked}"
