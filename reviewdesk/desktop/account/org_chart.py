"""The org chart as a drawn tree that grows from left to right; the arrow keys walk along it."""

from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.org_node import OrgNode
from reviewdesk.desktop.account.org_words import words_of
from reviewdesk.desktop.ink import colour, line_height, tokens
from reviewdesk.domain.org_chart import OrgChart, Placed, org_chart

_GAP, _NARROW_GAP = 40, 18
_LEVELS_WITH_ROOM = 4
_BETWEEN = 12
_MOST_BESIDE = 24


class OrgTree(QWidget):
    """People in their tree; those who report to nobody and have nobody stand in rows under it.

    Signals:
        chosen: the id of the person who was pressed.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Who reports to whom"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chart = OrgChart()
        self._nodes: dict[UUID, OrgNode] = {}

    @property
    def nodes(self) -> tuple[OrgNode, ...]:
        """The people, the tree from its top first."""
        return tuple(self._nodes.values())

    def node(self, person_id: UUID) -> OrgNode:
        """Give the button of a person."""
        return self._nodes[person_id]

    def show_brief(self, brief: Brief) -> None:
        """Draw the people of this account."""
        self._chart = org_chart((*brief.people, *brief.people_gone))
        beside = self._chart.beside[:_MOST_BESIDE]
        people = [*(each.person for each in self._chart.placed), *beside]
        before, self._nodes = self._nodes, {}
        for person in people:
            words = words_of(person, brief)
            node = before.pop(person.id, None)
            if node is None:
                node = OrgNode(words, self)
                node.clicked.connect(self._pressed)
            else:
                node.show_words(words)
            self._nodes[person.id] = node
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        self._place()
        self.updateGeometry()
        self.update()
        for node in self._nodes.values():
            node.show()

    @property
    def has_tree(self) -> bool:
        """Say whether anybody reports to anybody."""
        return bool(self._chart.placed)

    def mark(self, person_id: UUID | None) -> None:
        """Mark whoever is chosen; Tab leads to them."""
        marked = person_id if person_id in self._nodes else next(iter(self._nodes), None)
        for each, node in self._nodes.items():
            node.setChecked(each == person_id)
            node.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == marked else Qt.FocusPolicy.ClickFocus)

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        size = self._size(width)
        beside = min(len(self._chart.beside), _MOST_BESIDE)
        rows = -(-beside // max(1, (width + _BETWEEN) // (size.width() + _BETWEEN)))
        tree = self._chart.rows * (size.height() + _BETWEEN)
        return tree + (rows * (size.height() + _BETWEEN) + self._head if rows else 0)

    @property
    def _head(self) -> int:
        """How high the line is that stands over those who report to nobody."""
        return line_height(self.font()) + _BETWEEN * 2

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        return QSize(self.fontMetrics().averageCharWidth() * 30, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everybody anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines from each boss to their reports."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(tokens().control_border), 1.2))
        for each in self._chart.placed:
            if each.boss_id is not None:
                painter.drawPath(self._line(self._nodes[each.boss_id], self._nodes[each.person.id]))
        if self._chart.placed and self._chart.beside:
            left = len(self._chart.beside) - _MOST_BESIDE
            words = self.tr("Not in the tree yet")
            more = self.tr(", and {n} more in the list above").format(n=left) if left > 0 else ""
            y = self._chart.rows * (self._size(self.width()).height() + _BETWEEN) + _BETWEEN
            painter.setPen(colour(tokens().muted))
            painter.drawText(QRectF(0, y, self.width(), line_height(self.font())), f"{words}{more}")

    def _line(self, boss: OrgNode, report: OrgNode) -> QPainterPath:
        start = QPointF(boss.geometry().right() + 1, boss.geometry().center().y() + 0.5)
        end = QPointF(report.geometry().left(), report.geometry().center().y() + 0.5)
        bend = (start.x() + end.x()) / 2
        path = QPainterPath(start)
        path.cubicTo(QPointF(bend, start.y()), QPointF(bend, end.y()), end)
        return path

    def _size(self, width: int) -> QSize:
        """Give the size of one person, narrower where the levels would not fit beside each other."""
        hint = OrgNode.sizeHint(next(iter(self._nodes.values()))) if self._nodes else QSize(200, 60)
        levels = max(self._chart.levels, 1)
        least = self.fontMetrics().averageCharWidth() * 12
        return QSize(min(hint.width(), max((width - self._gap * (levels - 1)) // levels, least)), hint.height())

    @property
    def _gap(self) -> int:
        return _GAP if self._chart.levels <= _LEVELS_WITH_ROOM else _NARROW_GAP

    def _place(self) -> None:
        size = self._size(self.width())
        for each in self._chart.placed:
            x, y = each.level * (size.width() + self._gap), round(each.row * (size.height() + _BETWEEN))
            self._nodes[each.person.id].setGeometry(x, y, size.width(), size.height())
        top = self._chart.rows * (size.height() + _BETWEEN) + self._head
        columns = max(1, (self.width() + _BETWEEN) // (size.width() + _BETWEEN))
        for at, person in enumerate(self._chart.beside[:_MOST_BESIDE]):
            x = at % columns * (size.width() + _BETWEEN)
            y = top + at // columns * (size.height() + _BETWEEN)
            self._nodes[person.id].setGeometry(x, y, size.width(), size.height())

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, OrgNode):
            self.mark(sender.words.person_id)
            self.chosen.emit(sender.words.person_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the tree with the arrow keys: left to the boss, right to the reports, up and down beside."""
        held = next((each for each in self._nodes.values() if each.hasFocus()), None)
        wanted = self._towards(Qt.Key(event.key()), held.words.person_id) if held is not None else None
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self._nodes[wanted].setFocus(Qt.FocusReason.OtherFocusReason)

    def _towards(self, key: Qt.Key, start: UUID) -> UUID | None:
        placed = next((each for each in self._chart.placed if each.person.id == start), None)
        if placed is not None and key == Qt.Key.Key_Left:
            return placed.boss_id
        if placed is not None and key == Qt.Key.Key_Right:
            return next((each.person.id for each in self._chart.reports_of(start)), None)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        ids = self._in_level(placed) if placed is not None else list(self._nodes)
        at = ids.index(start) + step
        if step and not 0 <= at < len(ids) and placed is not None:
            ids = list(self._nodes)
            at = ids.index(start) + step
        return ids[at] if step and 0 <= at < len(ids) else None

    def _in_level(self, placed: Placed) -> list[UUID]:
        return [each.person.id for each in self._chart.placed if each.level == placed.level]
