"""The plan of an import: its figures, what is to be decided, the columns, and everything that will happen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.importing.entries import Entry
from reviewdesk.desktop.importing.entry_list import EntryList
from reviewdesk.desktop.importing.model import ALL, Figure, PlanPicture
from reviewdesk.desktop.importing.questions import Questions
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.chips import ChipRow
from reviewdesk.desktop.widgets.labels import Hairline, Label, Part
from reviewdesk.desktop.widgets.number_tile import NumberTile
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill, PillText
from reviewdesk.desktop.widgets.search_box import FilterBox


class PlanPanel(QWidget):
    """Shows one plan.

    Signals:
        decided: the id of a question and of the answer the person took.
        column_asked: the file and header of a column the person wants to take otherwise, and where a menu may stand.
        save_asked: the person wants the rows left out as a file.
    """

    decided = Signal(str, str)
    column_asked = Signal(str, str, QPoint)
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[NumberTile] = []
        self.questions = Questions()
        self.columns = EntryList(self.tr("Columns"), fits=True)
        self.happenings = EntryList(self.tr("What will happen"))
        self.chips = ChipRow(self.tr("Show"), only_one=True)
        self.filter = FilterBox(self.tr("Find in the plan"))
        self.save_button = ghost_button(self.tr("Save the rows left out…"), "save")
        self.notes = Label(part=Part.MUTED, wraps=True)
        self._count = Pill()
        self._to_decide = Card(self.tr("To decide"), edge_to_edge=True)
        self._worth_knowing = Card(self.tr("Worth knowing"))
        self._columns = Card(self.tr("Columns"), edge_to_edge=True)
        self._what = Card(self.tr("What will happen"), edge_to_edge=True)
        self._foot_line = Hairline()
        self._nothing = Label(self.tr("Nothing here."), Part.MUTED)
        self._all: tuple[Entry, ...] = ()
        self._tiles = QHBoxLayout()
        self._left = ScrollColumn(self.tr("To decide and columns"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._to_decide.heading.add(self._count)
        self._to_decide.add(self.questions)
        self._worth_knowing.add(self.notes)
        self._columns.add(self.columns)
        for card in (self._to_decide, self._worth_knowing, self._columns):
            self._left.column.addWidget(card)
        self._left.column.addStretch(1)
        self._lay_out_right()
        halves = QHBoxLayout()
        halves.setSpacing(16)
        for half in (self._left, self._what):
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        halves.addWidget(self._left, 1)
        halves.addWidget(self._what, 1)
        self._tiles.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._tiles)
        column.addLayout(halves, 1)

    def _lay_out_right(self) -> None:
        tools = QVBoxLayout()
        tools.setContentsMargins(18, 12, 18, 12)
        tools.setSpacing(10)
        tools.addWidget(self.chips)
        tools.addWidget(self.filter)
        self._nothing.setContentsMargins(18, 8, 18, 8)
        self._what.add(tools)
        self._what.add(self._nothing)
        self._what.add(self.happenings, 1)
        self._what.add(self._foot_line)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 6, 10, 2)
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        self._what.add(foot)

    def _connect(self) -> None:
        self.questions.decided.connect(self.decided)
        self.columns.opened.connect(self._column_opened)
        self.chips.changed.connect(self._narrow)
        self.filter.textChanged.connect(self._narrow)
        self.save_button.clicked.connect(self.save_asked)

    def show_plan(self, picture: PlanPicture) -> None:
        """Show this plan; the person stays where they were."""
        self._show_figures(picture.figures)
        self._to_decide.setVisible(bool(picture.questions))
        self._count.show_pill(_open_questions(picture.undecided))
        self.questions.show_questions(picture.questions)
        self._worth_knowing.setVisible(bool(picture.notes))
        self.notes.setText("\n".join(picture.notes))
        self.columns.show_entries(picture.columns)
        self._all = picture.happenings
        self.chips.show_chips(picture.chips)
        for each in (self.save_button, self._foot_line):
            each.setVisible(bool(picture.made.left_out))
        if not self.chips.on:
            self.chips.set_on([ALL])
        self._narrow()

    def start_anew(self) -> None:
        """Show everything of the next plan from its beginning."""
        self.filter.clear()
        self.chips.set_on([ALL])
        self._left.verticalScrollBar().setValue(0)
        self.happenings.verticalScrollBar().setValue(0)

    def _show_figures(self, figures: Sequence[Figure]) -> None:
        while len(self.tiles) > len(figures):
            tile = self.tiles.pop()
            self._tiles.removeWidget(tile)
            tile.deleteLater()
        for at, figure in enumerate(figures):
            if at == len(self.tiles):
                self.tiles.append(NumberTile(figure.name))
                self._tiles.addWidget(self.tiles[at], 1)
            self.tiles[at].show_name(figure.name)
            self.tiles[at].show_number(figure.number, figure.remark)

    def _narrow(self) -> None:
        if not self.chips.on:
            self.chips.set_on([ALL])
        group, words = next(iter(self.chips.on), ALL), self.filter.text().casefold().strip()
        found = self._all if group == ALL else tuple(each for each in self._all if each.group == group)
        if words:
            found = tuple(each for each in found if words in each.title.casefold() or words in each.meta.casefold())
        self.happenings.show_entries(found)
        self._nothing.setVisible(not found)

    def _column_opened(self, key: object, at: QPoint) -> None:
        if isinstance(key, tuple) and key[0] not in ("file", "why"):
            self.column_asked.emit(*key, at)


def _open_questions(count: int) -> PillText:
    return PillText(f"{count:,} open", Tone.WARN) if count else PillText("all decided", Tone.GOOD)
