"""A page of records of one account, each opening to its fields where it stands; and the part that keeps it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Final, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.account.fields import Detail
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.account.unfolding_list import UnfoldingList
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Hairline
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import RowAction
from reviewdesk.domain.errors import ReviewDeskError

R = TypeVar("R")
OPEN: Final = RowAction("open", "Open", "chevron-down")
SHUT: Final = RowAction("open", "Close", "chevron-up")
_KEPT_HERE: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class RecordForm(QWidget):
    """The fields of one record.

    Signals:
        typed: the name of a field and its text.
        shut: the person is done with it.
    """

    typed = Signal(str, str)
    shut = Signal()

    def __init__(self, record_id: UUID, details: Sequence[Detail]) -> None:
        super().__init__()
        self.record_id = record_id
        self.grid = FieldGrid(details, most=2)
        inner = QVBoxLayout()
        inner.setContentsMargins(18, 12, 18, 16)
        inner.addWidget(self.grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 1, 0)
        whole.setSpacing(0)
        whole.addLayout(inner)
        whole.addWidget(Hairline())
        self.grid.typed.connect(self.typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut at Escape, and keep the keys that move in a field from moving in the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.grid.flush()
            self.shut.emit()
        elif Qt.Key(event.key()) not in _KEPT_HERE:
            super().keyPressEvent(event)


class UnfoldingPage(ScrollColumn, Generic[R]):
    """Rows of records; what a record is called, what is typed of it and how they are listed is said by who inherits.

    Signals:
        typed: a record, the name of a field and its text.
        acted: the id of a record and the name of what is to be done with it.
    """

    typed = Signal(object, str, str)
    acted = Signal(object, str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.known: Mapping[UUID, R] = {}
        self.form: RecordForm | None = None
        self.rows = UnfoldingList(name)
        card = Card(edge_to_edge=True)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.add(self.rows)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.rows.opened.connect(self._turn)
        self.rows.action_asked.connect(self._act)

    def details_of(self, record: R) -> Sequence[Detail]:
        """Give the fields of a record."""
        raise NotImplementedError

    def title_of(self, record: R) -> str:
        """Give what a record is called."""
        raise NotImplementedError

    def value_of(self, record: R, name: str) -> str:
        """Write the value of a field as it is typed."""
        raise NotImplementedError

    def sections(self) -> Sequence[Section]:
        """Give the rows under their headings."""
        raise NotImplementedError

    @property
    def opened(self) -> UUID | None:
        """The id of what is open."""
        return self.form.record_id if self.form is not None else None

    def way(self, record_id: UUID) -> RowAction:
        """Give the action that opens a row, or shuts it."""
        return SHUT if record_id == self.opened else OPEN

    def show_records(self, known: Mapping[UUID, R]) -> None:
        """Show these records, and leave open what is."""
        self.known = known
        if self.opened is not None and self.opened not in known:
            self._unfold(None)
        self._show()

    def open_record(self, record_id: UUID) -> bool:
        """Open one of them and go to it; say whether it is there."""
        if record_id not in self.known:
            return False
        self._open(record_id)
        self.rows.go_to(record_id)
        return True

    def _act(self, record_id: UUID, action: str) -> None:
        if action == OPEN.id:
            self._turn(record_id)
        else:
            self.acted.emit(record_id, action)

    def _turn(self, record_id: UUID) -> None:
        self._open(None if record_id == self.opened else record_id)

    def _shut(self) -> None:
        shut = self.opened
        self._open(None)
        self.rows.go_to(shut)

    def _open(self, record_id: UUID | None) -> None:
        if self.form is not None:
            self.form.grid.flush()
        self._unfold(record_id)
        self._show()
        QTimer.singleShot(0, self, self._reveal)

    def _unfold(self, record_id: UUID | None) -> None:
        self.form = None if record_id is None else RecordForm(record_id, self.details_of(self.known[record_id]))
        self.rows.unfold(record_id, self.form)
        if self.form is not None:
            self.form.typed.connect(self._tell)
            self.form.shut.connect(self._shut)

    def _show(self) -> None:
        if self.form is not None:
            record = self.known[self.form.record_id]
            self.form.setAccessibleName(self.title_of(record))
            self.form.grid.show_values(partial(self.value_of, record))
        self.rows.show_sections(self.sections())
        self.rows.let_tab_go_on()

    def _tell(self, name: str, text: str) -> None:
        if self.opened is not None:
            self.typed.emit(self.known[self.opened], name, text)

    def _reveal(self) -> None:
        if self.form is not None:
            self.ensureWidgetVisible(self.form, 0, 8)
            self.ensureWidgetVisible(self.rows.row(self.form.record_id), 0, 8)


class UnfoldingPart(AccountPart, Generic[R]):
    """Keeps such a page and the book the same."""

    before: ClassVar[str] = "details"

    def __init__(self, page: UnfoldingPage[R], tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self._tasks = tasks
        self._account_id: UUID | None = None
        page.typed.connect(self._change)

    def change(self, record: R, name: str, text: str) -> Callable[[], object]:
        """Give what puts what was typed into a field."""
        raise NotImplementedError

    def show_of(self, account_id: UUID, records: Iterable[tuple[UUID, R]]) -> None:
        """Show the records of an account."""
        if account_id != self._account_id:
            self.flush()
            self._account_id = account_id
        self.page.show_records(dict(records))
        self.seek()

    def reach(self, record_id: UUID) -> bool:
        """Open one of them."""
        return self.page.open_record(record_id)

    def flush(self) -> None:
        """Save at once what was typed."""
        if self.page.form is not None:
            self.page.form.grid.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return self.page.form is None or self.page.form.grid.is_safe

    def _change(self, record: Any, name: str, text: str) -> None:  # noqa: ANN401 - as the page has it
        saved, refused = partial(self._saved, record.id, name), partial(self._refused, record.id, name)
        self._tasks.run(self.change(record, name, text), saved, self, lane=Lane.WRITE, failed=refused)

    def _saved(self, record_id: UUID, name: str, _done: object) -> None:
        if self.page.form is not None and record_id == self.page.opened:
            self.page.form.grid.show_saved(name)

    def _refused(self, record_id: UUID, name: str, error: ReviewDeskError) -> None:
        if self.page.form is not None and record_id == self.page.opened:
            self.page.form.grid.refuse(name, str(error))
        else:
            self._tasks.told.emit(error)
