"""The page of one change, as widgets."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.change.items_card import ItemsCard
from reviewdesk.desktop.change.model import Shown, figures_of, line_words, reconciled, sections_of, status_of
from reviewdesk.desktop.change.steps_card import StepsCard
from reviewdesk.desktop.widgets.buttons import IconButton, ghost_button, plain_button, primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.number_tile import NumberTile
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.side_by_side import SideBySide
from reviewdesk.desktop.widgets.tile_row import TileRow

_INSET = 18
_TILES = 4
_SHOWN = 60


class ChangeView(Page):
    """Shows who a change hurts and by how much; later how each took it.

    Signals:
        new_asked: a new change is wanted.
        announce_asked, end_asked, remove_asked, list_asked, letters_asked, rule_asked, amount_asked, basis_asked: of
            the change that is shown.
        line_moved: how many accounts are to stand above the line.
        acted: the id of an account, and what to do with it.
        account_asked: the id of the account to open.
    """

    new_asked = Signal()
    announce_asked = Signal()
    end_asked = Signal()
    remove_asked = Signal()
    list_asked = Signal()
    letters_asked = Signal()
    rule_asked = Signal()
    amount_asked = Signal()
    basis_asked = Signal()
    line_moved = Signal(int)
    acted = Signal(object, str)
    account_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Change notice"))
        self._make_buttons()
        self.tiles = tuple(NumberTile(" ") for _ in range(_TILES))
        self.total = Label(part=Part.MUTED, wraps=True)
        self.items = ItemsCard()
        self.steps = StepsCard(self.tr("Steps for each who is called"))
        self.who = Card(self.tr("Who is hurt, and by how much"), " ", edge_to_edge=True)
        self.rows = RowList(self.tr("Accounts this change touches"), timed=True, most=_SHOWN)
        self.line = Label(part=Part.MUTED, wraps=True)
        self._line = QWidget()
        self._shown: Shown | None = None
        self._column = ScrollColumn(self.tr("Change notice"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _make_buttons(self) -> None:
        self.announce = primary_button(self.tr("Announce"), "megaphone")
        self.end = primary_button(self.tr("End it"), "archive")
        self.letters = plain_button(self.tr("Letters…"), "mail")
        self.list_button = plain_button(self.tr("Price list…"), "file-spreadsheet")
        self.remove = plain_button(self.tr("Remove"), "trash-2")
        self.first = primary_button(self.tr("New change notice"), "plus")
        self.fewer = IconButton(self.tr("Move the line up"), "arrow-up")
        self.more = IconButton(self.tr("Move the line down"), "arrow-down")
        self.basis = ghost_button(self.tr("How this is worked out"), "circle-question-mark")
        self.by_rule = ghost_button(self.tr("Order by the rule"), "undo-2")
        self.by_amount = ghost_button(self.tr("Order by amount"), "arrow-down")

    def _lay_out(self) -> None:
        for each in (self.remove, self.list_button, self.letters, self.end, self.announce):
            self.header.add_action(each)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(_INSET, 10, _INSET, 10)
        line.setSpacing(8)
        line.addWidget(self.line, 1)
        for small in (self.by_amount, self.by_rule, self.fewer, self.more):
            line.addWidget(small)
        self.who.body.setContentsMargins(0, 0, 0, 0)
        self.who.add(self._line)
        self.who.add(self.rows)
        around = QWidget()
        said = QHBoxLayout(around)
        said.setContentsMargins(2, 0, 2, 0)
        said.addWidget(self.total, 1)
        said.addWidget(self.basis)
        beside = SideBySide(
            _on_top(self.items, self.steps, self.items.words), _on_top(self.who), shares=(2, 3), least=38
        )
        for part in (TileRow(self.tiles), around, beside):
            self._column.column.addWidget(part)
        self._column.column.addStretch(1)
        sentence = self.tr(
            "Before a price rises or a product ends, see who is hurt, by how much, and by when to call them."
            " Nobody is told of anything until you announce it."
        )
        nothing = EmptyState("megaphone", self.tr("No change is planned"), sentence, (self.first,))
        for page in (self._column, nothing):
            self._stack.addWidget(page)
        self.add(self._stack, 1)

    def _connect(self) -> None:
        self.first.clicked.connect(self.new_asked)
        self.announce.clicked.connect(self.announce_asked)
        self.end.clicked.connect(self.end_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.list_button.clicked.connect(self.list_asked)
        self.letters.clicked.connect(self.letters_asked)
        self.by_rule.clicked.connect(self.rule_asked)
        self.by_amount.clicked.connect(self.amount_asked)
        self.basis.clicked.connect(self.basis_asked)
        self.fewer.clicked.connect(self._move_line_up)
        self.more.clicked.connect(self._move_line_down)
        self.rows.opened.connect(self.account_asked)
        self.rows.action_asked.connect(self._act)

    def show_nothing(self) -> None:
        """Say that no change is planned."""
        self._shown = None
        self.header.show_title(self.tr("Change notice"))
        self.header.show_status("")
        for each in (self.remove, self.list_button, self.letters, self.end, self.announce):
            each.hide()
        self._stack.setCurrentIndex(1)

    def show_change(self, shown: Shown) -> None:
        """Show a change; the person stays on the row they were on."""
        if self._shown is None or self._shown.change.id != shown.change.id:
            self.items.begin()
        self._shown, change = shown, shown.change
        rehearsed, running = change.announced_on is None, change.ended_on is None
        self.header.show_title(change.name)
        self.header.show_status(status_of(shown))
        for button, is_there in (
            (self.remove, rehearsed), (self.list_button, rehearsed), (self.announce, rehearsed),
            (self.end, not rehearsed and running), (self.letters, not rehearsed and running),
        ):  # fmt: skip
            button.setVisible(is_there)
        for tile, figure in zip(self.tiles, figures_of(shown), strict=True):
            tile.show_name(figure.name)
            tile.show_number(figure.number, figure.remark)
        self.total.setText(reconciled(shown))
        self.items.show_change(shown)
        self.steps.setVisible(rehearsed)
        self.steps.show_steps(change.planned_steps, shown.colleagues, shown, is_kept=shown.has_kept_steps)
        self._show_rows(shown, rehearsed=rehearsed)
        self._stack.setCurrentIndex(0)

    def _show_rows(self, shown: Shown, *, rehearsed: bool) -> None:
        self._line.setVisible(rehearsed and bool(shown.hurt))
        self.line.setText(line_words(shown))
        moved = any(each.touched is not None and each.touched.place is not None for each in shown.hurt)
        self.by_rule.setVisible(rehearsed and moved)
        self.who.heading.show_remark("" if shown.hurt else self.tr("nobody bought these items in the last 12 months"))
        self.rows.show_sections(sections_of(shown))

    def _move_line_up(self) -> None:
        if self._shown is not None:
            self.line_moved.emit(min(self._shown.change.called, len(self._shown.hurt)) - 1)

    def _move_line_down(self) -> None:
        if self._shown is not None:
            self.line_moved.emit(min(self._shown.change.called + 1, len(self._shown.hurt)))

    def _act(self, account_id: UUID, action: str) -> None:
        if action == "line" and self._shown is not None:
            self.line_moved.emit(self._shown.of(account_id).place)
        else:
            self.acted.emit(account_id, action)


def _on_top(*cards: Card) -> QWidget:
    """Let cards be as high as they need beside a higher one."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return around
