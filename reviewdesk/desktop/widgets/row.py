"""One row of a list: its words are painted, what can be done with it are real buttons."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from reviewdesk.desktop.ink import kept
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind, IconButton
from reviewdesk.desktop.widgets.row_paint import Ends, paint_row
from reviewdesk.desktop.widgets.row_plan import RowPlan, button_places, plan_row
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction

RowButton = Button | IconButton | QCheckBox

_WITH_WORDS = (ActionShape.BUTTON, ActionShape.PRIMARY)
_REMEMBERED = 6
_SIZES: dict[tuple[ActionShape, str, bool, QFont], QSize] = {}


class RowWidget(QWidget):
    """Shows one row.

    Signals:
        opened: the person opened it.
        action_asked: its key and the name of the action the person wants.
        became_current: the focus came here.
    """

    opened = Signal(object)
    action_asked = Signal(object, str)
    became_current = Signal()

    def __init__(self, row: Row, *, timed: bool = False, furnished: bool = True) -> None:
        super().__init__()
        self.row = row
        self.is_current = False
        self._ends = Ends()
        self._timed = timed
        self._plans: dict[int, RowPlan] = {}
        self._placed: RowPlan | None = None
        self._measured: list[tuple[bool, QSize]] = []
        self._buttons: dict[str, RowButton] = {}
        if furnished:
            self.furnish()
        self.setAccessibleName(row.title)
        self.setAccessibleDescription(row.said)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_current(on=False)

    @property
    def holds_focus(self) -> bool:
        """Say whether the focus is on the row or on one of its buttons."""
        return self.hasFocus() or any(each.hasFocus() for each in self._buttons.values())

    def button(self, action: str) -> RowButton:
        """Give the button of an action."""
        self.furnish()
        return self._buttons[action]

    def furnish(self) -> None:
        """Make its buttons, if it has none yet; a row far out of sight does without them until it is looked at."""
        if self._buttons or not self.row.actions:
            return
        before: QWidget = self
        for action in self.row.actions:
            button = self._buttons[action.id] = self._button(action)
            self.setTabOrder(before, button)
            before = button
        if self.isVisible():
            self._placed = None
            self._place_buttons()
            for each in self._buttons.values():
                each.show()

    def set_current(self, *, on: bool) -> None:
        """Make this the row that Tab reaches, with its buttons."""
        self.is_current = on
        if on:
            self.furnish()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.NoFocus)

    def mark_ends(self, *, first: bool, last: bool) -> None:
        """Say whether it is the first or the last thing on its card."""
        self._ends = Ends(first=first, last=last)
        self.update()

    def _button(self, action: RowAction) -> RowButton:
        button: RowButton
        if action.shape is ActionShape.TICK:
            button = QCheckBox()
            button.setChecked(action.ticked)
        elif action.shape is ActionShape.ICON:
            button = IconButton(action.text, action.icon, shortcut=action.shortcut)
        else:
            primary = action.shape is ActionShape.PRIMARY
            button = Button(action.text, action.icon, ButtonKind.PRIMARY if primary else ButtonKind.PLAIN)
        button.setParent(self)
        button.setAccessibleName(f"{action.text}: {self.row.title}")
        if not isinstance(button, IconButton):
            native = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{action.text} ({native})" if native else action.text)
        button.setObjectName(action.id)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus if self.is_current else Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._pressed)
        return button

    def _pressed(self) -> None:
        self.action_asked.emit(self.row.key, self.sender().objectName())

    def _plan(self, width: int) -> RowPlan:
        if width not in self._plans:
            if len(self._plans) >= _REMEMBERED:
                self._plans.clear()
            self._plans[width] = self._planned(width)
        return self._plans[width]

    def _planned(self, width: int) -> RowPlan:
        return plan_row(self.row, self.font(), width, self._sizes(), timed=self._timed, spare=self._spare)

    @property
    def _spare(self) -> int:
        """The width of the tick that a row without one leaves room for."""
        if not self.row.level:
            return 0
        look = (ActionShape.TICK, "", False, kept(self.font()))
        if look not in _SIZES:
            tick = QCheckBox(self)
            _SIZES[look] = tick.sizeHint()
            tick.deleteLater()
        return _SIZES[look].width()

    def _sizes(self) -> list[tuple[bool, QSize]]:
        if not self._measured:
            font = self.font()
            self._measured = [(each.shape is ActionShape.TICK, self._size(each, font)) for each in self.row.actions]
        return self._measured

    def _size(self, action: RowAction, font: QFont) -> QSize:
        """Give the size of an action's button; those that look alike are measured once."""
        words = action.text if action.shape in _WITH_WORDS else ""
        look = (action.shape, words, bool(action.icon), kept(font))
        if look not in _SIZES:
            _SIZES[look] = self.button(action.id).sizeHint()
        return _SIZES[look]

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(480, self._plan(max(self.width(), 240)).height)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        return QSize(240, self._plan(max(self.width(), 240)).height)

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        return self._plan(width).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        plan = self._plan(self.width())
        if plan is self._placed or not self._buttons:
            return
        self._placed = plan
        for action, box in zip(self.row.actions, button_places(plan, self._sizes()), strict=True):
            self._buttons[action.id].setGeometry(QRect(box.topLeft(), box.size()))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the font or the style changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_buttons"):
            self._plans.clear()
            self._measured = []
            self._placed = None
            self.updateGeometry()
            if self.isVisible():
                self._place_buttons()

    def showEvent(self, event: QShowEvent) -> None:
        """Place what could not be placed while it was out of sight."""
        super().showEvent(event)
        self._place_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        plan = self._plan(self.width())
        if self.row.actions and not self._buttons:
            QTimer.singleShot(0, self, self.furnish)
        paint_row(
            painter, self.row, plan, self.font(), hovered=self.underMouse(), held=self.hasFocus(), ends=self._ends
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the current one."""
        super().focusInEvent(event)
        self.became_current.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        self.opened.emit(self.row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.opened.emit(self.row.key)
            return
        pressed = QKeySequence(event.keyCombination())
        asked = next((a for a in self.row.actions if a.shortcut and QKeySequence(a.shortcut) == pressed), None)
        if asked is None:
            super().keyPressEvent(event)
        else:
            self.action_asked.emit(self.row.key, asked.id)
