"""Chips to filter with: each is on or off, and may show how many it would leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: its key, its word, and how many rows it leaves where that is known."""

    key: str
    text: str
    count: int | None = None

    @property
    def label(self) -> str:
        """The word with its count."""
        return self.text if self.count is None else f"{self.text} {self.count:,}"


class ChipButton(QAbstractButton):
    """One chip as a button that stays pressed."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self.key = chip.key
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Show another count or word."""
        self.setText(chip.label)
        self.setAccessibleName(chip.label)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        font = scaled(self.font(), 0.95, weight=600)
        line = line_height(font)
        words = QFontMetricsF(font).horizontalAdvance(self.text())
        return QSize(round(words + line * 1.5), round(line * 1.75))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        theme = tokens()
        tone = Tone.ACCENT if self.isChecked() else Tone.NEUTRAL
        box = QRectF(self.rect())
        line = theme.accent if self.hasFocus() else theme.border if self.underMouse() else ""
        rounded(painter, box, box.height() / 2, fill=theme.soft(tone), line=line)
        painter.setFont(scaled(self.font(), 0.95, weight=600 if self.isChecked() else 500))
        painter.setPen(colour(theme.ink(tone)))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())


class ChipRow(QWidget):
    """A row of chips; left and right move between them, Space turns one on or off.

    With `one_line` those that there is no room for are behind the last one, in a menu; those that are on come first.

    Signals:
        changed: the chips that are on, as a frozenset of keys.
    """

    changed = Signal(object)

    def __init__(
        self, name: str, chips: Sequence[Chip] = (), *, only_one: bool = False, one_line: bool = False
    ) -> None:
        super().__init__()
        self._only_one = only_one
        self._one_line = one_line
        self._buttons: dict[str, ChipButton] = {}
        self._flow = FlowLayout(self)
        self.more = ChipButton(Chip("", self.tr("More")))
        self.more.setCheckable(False)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.setAccessibleName(name)
        self.show_chips(chips)

    @property
    def on(self) -> frozenset[str]:
        """The keys of the chips that are on."""
        return frozenset(key for key, button in self._buttons.items() if button.isChecked())

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips; those that were on and are still there stay on."""
        if [each.key for each in chips] != list(self._buttons):
            self._build(chips, self.on)
        for chip in chips:
            self._buttons[chip.key].show_chip(chip)
        self._fit()

    def set_on(self, keys: Iterable[str]) -> None:
        """Turn exactly these chips on, without a signal."""
        wanted = frozenset(keys)
        for key, button in self._buttons.items():
            button.setChecked(key in wanted)
        self._fit()

    def _build(self, chips: Sequence[Chip], on: frozenset[str]) -> None:
        for old in (*self._buttons.values(), self.more):
            self._flow.removeWidget(old)
        for old in self._buttons.values():
            old.deleteLater()
        self._buttons = {chip.key: ChipButton(chip) for chip in chips}
        for button in self._buttons.values():
            button.setChecked(button.key in on)
            button.clicked.connect(self._turned)
            self._flow.addWidget(button)
        if self._one_line:
            self._flow.addWidget(self.more)

    def _fit(self) -> None:
        """Show as many chips as one line has room for, those that are on at any rate."""
        if not self._one_line or not self.width():
            return
        gap = self._flow.spacing()
        widths = {key: each.sizeHint().width() + gap for key, each in self._buttons.items()}
        room = self.width() + gap
        if sum(widths.values()) > room:
            room -= self.more.sizeHint().width() + gap
        taken = sum(widths[key] for key in self.on)
        for key, button in self._buttons.items():
            fits = button.isChecked() or taken + widths[key] <= room
            taken += widths[key] if fits and not button.isChecked() else 0
            button.setVisible(fits)
        self.more.setVisible(any(each.isHidden() for each in self._buttons.values()))

    def _show_more(self) -> None:
        """Offer the chips that there is no room for."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._buttons.values():
            if button.isHidden():
                menu.addAction(button.text(), button.click)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _turned(self) -> None:
        sender = self.sender()
        if self._only_one and isinstance(sender, ChipButton) and sender.isChecked():
            self.set_on([sender.key])
        self._fit()
        self.changed.emit(self.on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew, once the layouts are done: a widget that comes or goes has them begin again."""
        super().resizeEvent(event)
        if self._one_line and event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be: in one line there is always room behind the last chip."""
        hint = super().minimumSizeHint()
        return QSize(self.more.sizeHint().width() * 2, hint.height()) if self._one_line else hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        buttons = [each for each in (*self._buttons.values(), self.more) if not each.isHidden()]
        held = next((at for at, each in enumerate(buttons) if each.hasFocus()), None)
        if not step or held is None:
            super().keyPressEvent(event)
            return
        buttons[(held + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
