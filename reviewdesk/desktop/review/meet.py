"""Meet: a calm editor, with the agenda and what to ask beside it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import PAGE_MARGIN, line_height
from reviewdesk.desktop.review.agenda_times import AgendaList, MeetingClock
from reviewdesk.desktop.review.aside import KEY, OURS_KEY, Aside
from reviewdesk.desktop.review.completion import CompletionList, Offer
from reviewdesk.desktop.review.editor import NoteEditor
from reviewdesk.desktop.review.mark_bar import Legend, MarkBar
from reviewdesk.desktop.review.marking import mention_of, names_like
from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.words import breakable
from reviewdesk.desktop.widgets.buttons import IconButton
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.domain.review import AgendaItem
from reviewdesk.domain.text import fold

_MOST_POINTS = 20


class SidePanel(QWidget):
    """The agenda with its clock, what to ask at this item, and the legend.

    Signals:
        item_asked: the number of the agenda item the person goes to.
    """

    item_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Agenda and questions"))
        self.clock = MeetingClock()
        self.agenda = AgendaList()
        self._points = ScrollColumn(self.tr("To ask here"), gap=4)
        self._points.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._labels: list[Label] = []
        self._items: tuple[AgendaItem, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 20, 18, 20)
        column.setSpacing(10)
        column.addWidget(self.clock)
        column.addWidget(self.agenda)
        column.addSpacing(6)
        column.addWidget(self._points, 1)
        column.addWidget(Legend())
        self._points.column.addStretch(1)
        self.agenda.chosen.connect(self._go)
        self.setFixedWidth(max(232, line_height(self.font()) * 12))

    def show_review(self, shown: Shown) -> None:
        """Show the agenda of this review; the person stays at the item they were at."""
        review = shown.review
        at = min(self.agenda.current, max(len(review.agenda) - 1, 0))
        changed = self._items != review.agenda
        self._items = review.agenda
        self.agenda.show_items(review.agenda, at)
        self.clock.show_length(review.length, runs=not review.is_held and review.day == shown.today)
        if changed:
            self._show_points(at)

    @property
    def item(self) -> AgendaItem | None:
        """The agenda item that is on."""
        return self._items[self.agenda.current] if self.agenda.current < len(self._items) else None

    def _go(self, at: int) -> None:
        self._show_points(at)
        self.item_asked.emit(at)

    def _show_points(self, at: int) -> None:
        points = self._items[at].points if at < len(self._items) else ()
        for label in self._labels:
            self._points.column.removeWidget(label)
            label.hide()
            label.deleteLater()
        heading = [Label(self.tr("To ask here"), Part.SMALL)] if points else []
        self._labels = [*heading, *(Label(breakable(each), wraps=True) for each in points[:_MOST_POINTS])]
        if len(points) > _MOST_POINTS:
            more = self.tr("and {n} more").format(n=f"{len(points) - _MOST_POINTS:,}")
            self._labels.append(Label(more, Part.MUTED))
        for number, label in enumerate(self._labels):
            self._points.column.insertWidget(number, label)


class MeetView(QWidget):
    """The editor of the meeting with all that stands around it.

    Signals:
        audience_asked: the number of a line whose audience the person wants changed.
    """

    audience_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Meet"))
        self.side = SidePanel()
        self.aside = Aside()
        self.aside_button = IconButton(self.tr("Beside the meeting"), "panel-right-open", shortcut=KEY)
        self.editor = NoteEditor()
        self.heading = Label(part=Part.CAPS)
        self.hint = Label(part=Part.WARN, wraps=True)
        self.marks = MarkBar()
        self.names = CompletionList(self)
        self._people: tuple[tuple[UUID, str], ...] = ()
        self._remarks: dict[UUID, str] = {}
        self._tags: tuple[str, ...] = ()
        self._begun = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        notes = QVBoxLayout()
        notes.setContentsMargins(44, 26, PAGE_MARGIN - 8, 10)
        notes.setSpacing(14)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.aside_button)
        notes.addLayout(head)
        notes.addWidget(self.editor, 1)
        notes.addWidget(self.hint)
        notes.addWidget(self.marks)
        self.hint.hide()
        line = QFrame()
        line.setProperty("part", "hairline")
        line.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(line)
        row.addLayout(notes, 1)
        row.addWidget(self.aside)
        self.editor.setPlaceholderText(
            self.tr("Just type. No mark is needed in the meeting: Wrap up asks what each line is.")
        )

    def _connect(self) -> None:
        self.side.item_asked.connect(self._show_item)
        self.aside_button.clicked.connect(self.aside.toggle)
        for key, slot in ((KEY, self.aside.toggle), (OURS_KEY, self.aside.toggle_ours)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.editor.audience_asked.connect(self.audience_asked)
        self.editor.picture_pasted.connect(self._say_pictures)
        self.editor.word_begun.connect(self._offer)
        self.editor.word_begun.connect(self._show_hint)
        self.editor.installEventFilter(self)
        self.marks.mark_asked.connect(self.editor.mark_line)
        self.names.chosen.connect(self._complete)

    def show_review(self, shown: Shown) -> None:
        """Show the agenda and who can be named; the notes are shown by the one who keeps them."""
        self.side.show_review(shown)
        self.aside.show_review(shown)
        self._show_item(self.side.agenda.current)
        meeting, material = shown.material.meeting, shown.material
        self.editor.read_against(meeting)
        self._people = (*meeting.people, *meeting.colleagues)
        self._remarks = {each.id: each.role for each in material.people.values()}
        self._remarks |= {each.id: each.role or each.team for each in material.colleagues.values()}
        tags = {tag for each in shown.lines for tag in each.read.parsed.tags} | set(material.account.tags)
        self._tags = tuple(sorted(tags, key=fold))

    @property
    def item_id(self) -> UUID | None:
        """The agenda item that is on, which new lines belong to."""
        item = self.side.item
        return item.id if item else None

    def _show_item(self, _at: int) -> None:
        item = self.side.item
        self.heading.setText(item.title if item else self.tr("Notes"))

    def _offer(self, sign: str, begun: str) -> None:
        self._begun = sign + begun
        offers = self._names(begun) if sign == "@" else self._tags_like(begun) if sign else []
        self.names.offer(offers, self._cursor(), first=sign == "@")
        self.editor.completes = self.names.isVisible()

    def _show_hint(self) -> None:
        """Say below the notes what could not be read in the line of the cursor."""
        hint = self.editor.hint
        if hint != self.hint.text():
            self.hint.setText(hint)
            self.hint.setVisible(bool(hint))

    def _say_pictures(self) -> None:
        """Say where pictures go; the next key takes it away."""
        self.hint.setText(self.tr("Notes hold words alone. Pictures and files go to the account's page, under Files."))
        self.hint.show()

    def _names(self, begun: str) -> list[Offer]:
        names = dict(self._people)
        like = names_like(begun, self._people)
        if any(fold(names[each]) == fold(begun) for each in like):
            return []
        return [Offer(f"{mention_of(w, names[w], self._people)} ", names[w], self._remarks.get(w, "")) for w in like]

    def _tags_like(self, begun: str) -> list[Offer]:
        wanted = fold(begun)
        found: Sequence[str] = [each for each in self._tags if fold(each).startswith(wanted) and each != begun]
        return [Offer(f"#{each} ", f"#{each}") for each in found] if begun else []

    def _cursor(self) -> QRect:
        box = self.editor.cursorRect()
        corner = self.editor.viewport().mapTo(self, box.topLeft())
        return QRect(corner, box.size())

    def _complete(self, words: str) -> None:
        self.editor.complete(self._begun, words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Shut what is beside the meeting when it is left."""
        super().hideEvent(event)
        self.aside.shut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the list of names have its keys while it is open."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and not event.modifiers():
            return self.names.take_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)
