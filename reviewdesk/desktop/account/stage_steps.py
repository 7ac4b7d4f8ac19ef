"""The stages of a concern as steps one goes along, by mouse or with the arrow keys."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reviewdesk.desktop.icons import paint_icon
from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, icon_size, line_height, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.domain.concern import Stage

STEPS: Final[Mapping[Stage, str]] = {
    Stage.REPORTED: "Reported",
    Stage.ACKNOWLEDGED: "Acknowledged",
    Stage.PLANNED: "Plan in place",
    Stage.FIXED: "Fixed",
    Stage.CONFIRMED: "Confirmed by them",
}


class StageStep(QAbstractButton):
    """One stage as a step: behind us with a tick, where we are, or ahead."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self.is_behind = False
        self.setText(STEPS[stage])
        self.setAccessibleName(STEPS[stage])
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Stay as it is: it is the book that says where the concern stands."""

    def show_place(self, *, here: bool, behind: bool) -> None:
        """Say whether the concern stands here or has passed this step."""
        self.is_behind = behind
        self.setChecked(here)
        words = self.tr("where it stands") if here else self.tr("done") if behind else ""
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        font = scaled(self.font(), 0.95, weight=600)
        line = line_height(font)
        tick = icon_size() if self.is_behind else 0
        words = QFontMetricsF(font).horizontalAdvance(self.text())
        return QSize(round(words + tick + line * 1.4), round(line * 1.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter, theme = QPainter(self), tokens()
        here, lit = self.isChecked(), self.hasFocus()
        box = QRectF(self.rect())
        line = theme.accent if here or lit else theme.control_border if self.underMouse() else theme.border
        rounded(painter, box, CONTROL_RADIUS, fill=theme.accent_soft if here else theme.surface, line=line)
        if lit:
            rounded(painter, box.adjusted(1, 1, -1, -1), CONTROL_RADIUS - 1, line=theme.accent)
        if self.is_behind:
            side = icon_size() * 0.9
            mark = QRectF(line_height(self.font()) * 0.5, (box.height() - side) / 2, side, side)
            paint_icon(painter, "check", mark, theme.ink(Tone.GOOD))
            box.setLeft(mark.right() - line_height(self.font()) * 0.2)
        painter.setFont(scaled(self.font(), 0.95, weight=600 if here else 500))
        painter.setPen(colour(theme.ink(Tone.ACCENT) if here else theme.text if self.is_behind else theme.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())


class StageSteps(QWidget):
    """The stages in their order; left and right move between them, Space or Enter brings the concern there.

    Signals:
        chosen: the stage the person brings it to.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("How far it has come"))
        flow = FlowLayout(self, gap=6)
        self.steps = {stage: StageStep(stage) for stage in STEPS}
        for step in self.steps.values():
            flow.addWidget(step)
            step.clicked.connect(self._choose)
        self.show_stage(Stage.REPORTED)

    def show_stage(self, stage: Stage) -> None:
        """Show where the concern stands; one that was closed otherwise stands on no step."""
        order = list(STEPS)
        at = order.index(stage) if stage in STEPS else -1
        reached = order[max(at, 0)]
        for place, (each, step) in enumerate(self.steps.items()):
            step.show_place(here=place == at, behind=place < at)
            step.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is reached else Qt.FocusPolicy.ClickFocus)

    def _choose(self) -> None:
        step = self.sender()
        if isinstance(step, StageStep) and not step.isChecked():
            self.chosen.emit(step.stage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        steps = list(self.steps.values())
        held = next((at for at, each in enumerate(steps) if each.hasFocus()), None)
        moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Home: -len(steps), Qt.Key.Key_End: len(steps)}
        key = Qt.Key(event.key())
        if held is not None and key in moves:
            steps[min(max(held + moves[key], 0), len(steps) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        elif held is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            steps[held].click()
        else:
            super().keyPressEvent(event)
