"""The switch for reminding while the program is closed, and what it does."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from reviewdesk.desktop.reminders.when_closed import WhenClosed
from reviewdesk.desktop.settings.part import SettingsPart
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.services.closed_reminding import ClosedReminding


class ClosedPanel(QWidget):
    """The switch with a sentence under it.

    Signals:
        turned: whether the person wants to be reminded.
    """

    turned = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.switch = QCheckBox(self.tr("Remind me when ReviewDesk is closed"))
        self.words = Label(part=Part.MUTED, wraps=True)
        self.refusal = Label(part=Part.BAD, wraps=True)
        self.refusal.hide()
        self._said = QVBoxLayout()
        self._lay_out()
        self.switch.toggled.connect(self.turned)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.switch)
        column.addLayout(self._said)
        self._said.addWidget(self.words)
        self._said.addWidget(self.refusal)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the sentence begin under the words of the switch, in whatever size they are."""
        super().showEvent(event)
        drawn = QStyleOptionButton()
        self.switch.initStyleOption(drawn)
        words = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, drawn, self.switch)
        self._said.setContentsMargins(words.x(), 0, 0, 0)

    def show_reminding(self, now: ClosedReminding) -> None:
        """Show whether it is on, what it does and where it is."""
        self.switch.blockSignals(True)
        self.switch.setChecked(now.is_on)
        self.switch.blockSignals(False)
        self.words.setText(
            self.tr("At login, one notice says how much is due in the books opened here. It names nobody, and ends.")
            + " "
            + (self.tr("It is started by {where}.") if now.is_on else self.tr("It would be started by {where}."))
            .format(where=now.where)
        )  # fmt: skip
        self.switch.setAccessibleDescription(self.words.text())

    def show_refused(self, sentence: str) -> None:
        """Say why it cannot be changed; nothing once it was."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))


class ClosedPart(SettingsPart):
    """Answers the switch in Settings."""

    of_machine: ClassVar[bool] = True

    def __init__(self, panel: ClosedPanel, when_closed: WhenClosed) -> None:
        super().__init__(panel)
        self._panel = panel
        self._when_closed = when_closed
        panel.turned.connect(self._turn)
        when_closed.stands.connect(panel.show_reminding)
        when_closed.refused.connect(panel.show_refused)

    def show_now(self) -> None:
        """Show how it stands, also where it was changed by the system's own means."""
        self._when_closed.show_now()

    def _turn(self, on: bool) -> None:
        self._panel.show_refused("")
        self._when_closed.turn(on)
