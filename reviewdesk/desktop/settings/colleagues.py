"""Colleagues in Settings: a line to add one, and a list in which each opens to its fields."""

from datetime import time
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.account.fields import Detail, Shape, text_of
from reviewdesk.desktop.account.unfolding_list import UnfoldingList
from reviewdesk.desktop.settings.new_line import NewLine
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Hairline, Label, Part
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.domain.people import Colleague
from reviewdesk.services.book_settings import hour_as_text, week_as_text
from reviewdesk.services.colleagues import Team

COLLEAGUE_DETAILS = (
    Detail("name", "Name"),
    Detail("email", "E-mail", "omar@example.com"),
    Detail("phone", "Phone", "+49 711 555 0142"),
    Detail("role", "Role", "Operations"),
    Detail("team", "Team", "Operations", shape=Shape.LISTED),
    Detail("week", "Days they work", "as the book", shape=Shape.NAME),
    Detail("hours_a_week", "Hours a week", "38.5"),
    Detail("holidays", "Holidays of country", "as the book", shape=Shape.NAME),
    Detail("day_starts", "Their day starts at", "as the book", shape=Shape.NAME),
    Detail("day_ends", "Their day ends at", "as the book", shape=Shape.NAME),
)
_KEPT_HERE = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})
_OPEN = RowAction("open", "Open", "chevron-down")
_SHUT = RowAction("open", "Close", "chevron-up")


class ColleagueForm(QWidget):
    """The fields of one colleague.

    Signals:
        typed: the id of the colleague, the name of a field and its text.
        remove_asked: the id of the colleague to take out.
        shut: the person is done with it.
    """

    typed = Signal(object, str, str)
    remove_asked = Signal(object)
    shut = Signal()

    def __init__(self, colleague_id: UUID) -> None:
        super().__init__()
        self.colleague_id = colleague_id
        self.grid = FieldGrid(COLLEAGUE_DETAILS)
        self.remove = ghost_button(self.tr("Remove this colleague"), "trash-2")
        self.refusal = Label(part=Part.BAD, wraps=True)
        self.refusal.hide()
        column = QVBoxLayout()
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.grid)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.refusal)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 1, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(Hairline())
        self.grid.typed.connect(self._typed)
        self.remove.clicked.connect(self._remove)

    def show_colleague(self, colleague: Colleague, team: Team) -> None:
        """Show them as they stand; what is being typed stays."""
        self.setAccessibleName(colleague.name)
        self.grid.show_values(partial(_value, colleague))
        self.grid.offer("team", team.teams)

    def refuse(self, sentence: str) -> None:
        """Say why they cannot be taken out."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _typed(self, name: str, text: str) -> None:
        self.typed.emit(self.colleague_id, name, text)

    def _remove(self) -> None:
        self.remove_asked.emit(self.colleague_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut at Escape, and keep the keys that move in a field from moving in the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.grid.flush()
            self.shut.emit()
        elif Qt.Key(event.key()) not in _KEPT_HERE:
            super().keyPressEvent(event)


class ColleaguesCard(Card):
    """Colleagues by name.

    Signals:
        add_asked: name, e-mail and team of a new one, as they were typed.
        typed: the id of a colleague, the name of a field and its text.
        remove_asked: the id of a colleague to take out.
    """

    add_asked = Signal(str, str, str)
    typed = Signal(object, str, str)
    remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Colleagues"), self.tr("who owns, answers and is waited for"), edge_to_edge=True)
        self.form: ColleagueForm | None = None
        self._team = Team((), ())
        self.new = NewLine(
            (self.tr("Name"), self.tr("E-mail, if you like"), self.tr("Team, if you like")), shares=(4, 4, 2)
        )
        self.new.setContentsMargins(18, 8, 18, 14)
        self.rows = UnfoldingList(self.tr("Colleagues"))
        self.add(self.new)
        self.add(self.rows)
        self.new.add_asked.connect(self._add)
        self.rows.opened.connect(self._turn)
        self.rows.action_asked.connect(self._act)

    @property
    def opened(self) -> UUID | None:
        """The id of the colleague who is open."""
        return self.form.colleague_id if self.form is not None else None

    def show_team(self, team: Team) -> None:
        """Show these colleagues and leave the one open that is."""
        self._team = team
        if self.opened is not None and self.opened not in {each.id for each in team.colleagues}:
            self._unfold(None)
        self._show()

    def flush(self) -> None:
        """Tell at once what was typed."""
        if self.form is not None:
            self.form.grid.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed about the open colleague is in the book."""
        return self.form is None or self.form.grid.is_safe

    def _add(self, typed: tuple[str, ...]) -> None:
        self.add_asked.emit(*typed)

    def _act(self, colleague_id: UUID, _action: str) -> None:
        self._turn(colleague_id)

    def _turn(self, colleague_id: UUID) -> None:
        self.flush()
        self._unfold(None if colleague_id == self.opened else colleague_id)
        self._show()

    def _shut(self) -> None:
        shut = self.opened
        self._unfold(None)
        self._show()
        self.rows.go_to(shut)

    def _unfold(self, colleague_id: UUID | None) -> None:
        self.form = None if colleague_id is None else ColleagueForm(colleague_id)
        self.rows.unfold(colleague_id, self.form)
        if self.form is not None:
            self.form.typed.connect(self.typed)
            self.form.remove_asked.connect(self.remove_asked)
            self.form.shut.connect(self._shut)

    def _show(self) -> None:
        for each in self._team.colleagues:
            if self.form is not None and each.id == self.opened:
                self.form.show_colleague(each, self._team)
        rows = tuple(_row(each, opened=self.opened) for each in self._team.colleagues)
        self.rows.show_sections([Section("", rows)])
        self.rows.setVisible(bool(rows))
        self.rows.let_tab_go_on()


def _row(colleague: Colleague, opened: UUID | None) -> Row:
    works = week_as_text(colleague.week) if colleague.week else ""
    holidays = f"holidays of {colleague.holidays}" if colleague.holidays else ""
    hours = f"{colleague.hours_a_week.normalize():f} h a week" if colleague.hours_a_week else ""
    day = _day_words(colleague)
    known = (colleague.team, colleague.role, colleague.email, colleague.phone, works, day, hours, holidays)
    way = _SHUT if colleague.id == opened else _OPEN
    meta = " · ".join(each for each in known if each)
    return Row(colleague.id, colleague.name, meta, tile=colleague.name, actions=(way,))


def _value(colleague: Colleague, name: str) -> str:
    if name == "week":
        return week_as_text(colleague.week)
    value = getattr(colleague, name)
    return hour_as_text(value) if isinstance(value, time) else text_of(colleague, name)


def _day_words(colleague: Colleague) -> str:
    starts, ends = colleague.day_starts, colleague.day_ends
    words = (f"from {hour_as_text(starts)}" if starts else "", f"to {hour_as_text(ends)}" if ends else "")
    return " ".join(filter(None, words))
