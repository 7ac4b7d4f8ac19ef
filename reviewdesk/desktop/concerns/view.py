"""The board of concerns as widgets: lanes side by side, cards that are moved by keys or by the mouse."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.concerns.lane import Lane, widest
from reviewdesk.desktop.concerns.model import TITLES, WAY, Board, CardText, LaneText, next_stage
from reviewdesk.desktop.ink import line_height
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.chips import ChipRow
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page
from reviewdesk.desktop.widgets.search_box import FilterBox
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.letters.form import LetterKind

_GAP: Final = 14


class LaneColumn(QWidget):
    """A lane with its title, how many cards it holds, and a quiet sentence where it holds none."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.title = Label(TITLES[stage], Part.HEADING)
        self.count = Label("", Part.SMALL)
        self.nothing = Label("", Part.SMALL, wraps=True)
        self.lane = Lane(TITLES[stage])
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.lane, 1)

    def show_lane(self, lane: LaneText) -> None:
        """Show these cards."""
        self.count.setText(f"{len(lane.cards):,}" if lane.cards else "")
        self.nothing.setText(lane.nothing)
        self.nothing.setVisible(not lane.cards and bool(lane.nothing))
        self.lane.setAccessibleName(f"{lane.title}, {len(lane.cards)}")
        self.lane.show_lane(lane)


class ConcernsView(Page):
    """Shows the concerns of all accounts by how far each has come.

    Signals:
        brought: the key of a concern and the stage the person brings it to.
        opened: the account of a concern and its key. asked: the key of the one they were asked about today.
        letter_asked: the key of a concern and which letter to write about it.
        who_else_asked: the key of the one whose cause others may share.
        lacking_asked: the key of the one of which is asked what it lacks at its stage.
        step_asked: the key of the one to add the next step to.
        filtered: the words and the chips to filter with.
        add_asked: the person wants to add one.
    """

    brought = Signal(object, object)
    opened = Signal(object, object)
    asked = Signal(object)
    letter_asked = Signal(object, object)
    who_else_asked = Signal(object)
    lacking_asked = Signal(object)
    step_asked = Signal(object)
    filtered = Signal(str, object)
    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Concerns"))
        self.add_button = primary_button(self.tr("Add a concern"), "plus")
        self.filter_box = FilterBox(self.tr("Filter concerns"))
        self.filter_box.setToolTip(
            self.tr("Words, an account, a team, a person, a kind of cause, a lot or a product, or severity 3")
        )
        self.chips = ChipRow(self.tr("Show only"), one_line=True)
        self.columns = {stage: LaneColumn(stage) for stage in WAY}
        self.hint = Label(
            self.tr(
                "Alt and an arrow brings a concern further, Enter opens it, L writes the letter, W asks who else is "
                "affected, S adds a step, N says what it lacks, A notes that they were asked."
            ),
            Part.SMALL,
            wraps=True,
        )
        self._scroll = QScrollArea()
        self._board = QWidget()
        self._stack = QStackedWidget()
        self._first = primary_button(self.tr("Add a concern"), "plus")
        self._all = plain_button(self.tr("Show all"))
        self._none = EmptyState(
            "message-square-warning",
            self.tr("No concern is open"),
            self.tr("What worries a customer stands here, from the day it is said until they confirm that it is over."),
            [self._first],
        )
        self._no_match = EmptyState(
            "list-filter", self.tr("Nothing matches"), self.tr("No concern is like that."), [self._all]
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.add_button)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.filter_box)
        line.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self._board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for column in self.columns.values():
            row.addWidget(column, 1)
        self._board.setProperty("ground", "none")
        self._scroll.setAccessibleName(self.tr("Board"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self._board)
        self._board.setAutoFillBackground(False)
        for each in (self._scroll, self._none, self._no_match):
            self._stack.addWidget(each)
        self._stack.setMinimumHeight(line_height(self.font()) * 8)
        self.add(line)
        self.add(self._stack, 1)
        self.add(self.hint)
        width = widest([each.lane for each in self.columns.values()])
        for column in self.columns.values():
            column.setMinimumWidth(width)

    def _connect(self) -> None:
        for button in (self.add_button, self._first):
            button.clicked.connect(self.add_asked)
        self._all.clicked.connect(self.show_all)
        self.filter_box.textChanged.connect(self._tell_filter)
        self.chips.changed.connect(self._tell_filter)
        for stage, column in self.columns.items():
            lane = column.lane
            lane.moved.connect(partial(self._move, stage))
            lane.went.connect(partial(self._go, stage))
            lane.dropped.connect(partial(self._drop, stage))
            lane.opened.connect(self._open)
            lane.asked.connect(self.asked)
            lane.who_else_asked.connect(self.who_else_asked)
            lane.lacking_asked.connect(self.lacking_asked)
            lane.letter_asked.connect(self._write_letter)
            lane.step_asked.connect(self.step_asked)
            lane.menu_asked.connect(self._show_menu)

    # ------------------------------------------------------------ what is shown

    def show_board(self, board: Board, lanes: tuple[LaneText, ...], status: str) -> None:
        """Show these lanes; the person stays on their card, wherever it went."""
        held = self._held()
        self.header.show_status(status)
        for lane in lanes:
            self.columns[lane.stage].show_lane(lane)
        some, known = any(lane.cards for lane in lanes), bool(board.concerns)
        self._stack.setCurrentWidget(self._scroll if some else self._no_match if known else self._none)
        for each in (self.filter_box, self.chips, self.hint, self.add_button):
            each.setVisible(known)
        if held is not None:
            self.go_to(held)

    def _held(self) -> UUID | None:
        """Give the card that has the focus."""
        lanes = (each.lane for each in self.columns.values())
        card = next((lane.current for lane in lanes if lane.hasFocus()), None)
        return card.key if card else None

    def go_to(self, key: UUID) -> None:
        """Bring the person to a concern."""
        for column in self.columns.values():
            if column.lane.go_to(key):
                column.lane.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(column, 0, 0)

    def go_to_first(self) -> None:
        """Bring the person to the first card there is."""
        found = next((each for each in self.columns.values() if each.lane.cards), None)
        if found is not None and self._held() is None:
            found.lane.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_all(self) -> None:
        """Filter no more."""
        self.chips.set_on(())
        self.filter_box.clear()
        self._tell_filter()

    def _tell_filter(self) -> None:
        self.filtered.emit(self.filter_box.text(), self.chips.on)

    # ------------------------------------------------------------ what is done

    def card(self, key: UUID) -> CardText | None:
        """Give a card by its key."""
        lanes = (each.lane for each in self.columns.values())
        return next((card for lane in lanes for card in lane.cards if card.key == key), None)

    def _move(self, stage: Stage, key: UUID, by: int) -> None:
        to = next_stage(stage, by)
        if to is not None:
            self.brought.emit(key, to)

    def _drop(self, stage: Stage, key: UUID) -> None:
        self.brought.emit(key, stage)

    def _go(self, stage: Stage, by: int) -> None:
        """Go to the next lane in this direction that holds something."""
        row = max(self.columns[stage].lane.currentIndex().row(), 0)
        while (stage_there := next_stage(stage, by)) is not None:
            stage = stage_there
            column = self.columns[stage]
            if column.lane.cards:
                column.lane.go_to_row(row)
                column.lane.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(column, 0, 0)
                return

    def _open(self, key: UUID) -> None:
        card = self.card(key)
        if card is not None:
            self.opened.emit(card.account_id, card.key)

    def _write_letter(self, key: UUID) -> None:
        """Write the letter that comes next: the first answer while nobody answered, then the recovery letter."""
        card = self.card(key)
        if card is not None:
            kind = LetterKind.FIRST_ANSWER if card.stage is Stage.REPORTED else LetterKind.RECOVERY
            self.letter_asked.emit(key, kind)

    def menu_for(self, card: CardText) -> QMenu:
        """Give what can be done with a card."""
        menu = QMenu(self)
        menu.addAction(self.tr("Open\tEnter"), partial(self._open, card.key))
        for kind, words in (
            (LetterKind.FIRST_ANSWER, self.tr("First answer…")),
            (LetterKind.RECOVERY, self.tr("Recovery letter…")),
        ):
            menu.addAction(words, partial(self.letter_asked.emit, card.key, kind))
        menu.addAction(self.tr("Who else is affected?\tW"), partial(self.who_else_asked.emit, card.key))
        menu.addAction(self.tr("Add the next step…\tS"), partial(self.step_asked.emit, card.key))
        if card.lacks:
            menu.addAction(f"{card.lacks}\tN", partial(self.lacking_asked.emit, card.key))
        menu.addSeparator()
        for stage in WAY:
            if stage is not card.stage:
                menu.addAction(self._verb(stage), partial(self.brought.emit, card.key, stage))
        menu.addSeparator()
        if card.stage is Stage.FIXED:
            menu.addAction(self.tr("They were asked today\tA"), partial(self.asked.emit, card.key))
        for stage, words in (
            (Stage.WITHDRAWN, self.tr("They withdrew it")),
            (Stage.NOT_CONFIRMED, self.tr("Close it, not confirmed")),
        ):
            if stage is not card.stage:
                menu.addAction(words, partial(self.brought.emit, card.key, stage))
        return menu

    def _verb(self, stage: Stage) -> str:
        words = {
            Stage.REPORTED: self.tr("Back to reported"),
            Stage.ACKNOWLEDGED: self.tr("Acknowledged"),
            Stage.PLANNED: self.tr("A plan is in place"),
            Stage.FIXED: self.tr("Fixed"),
            Stage.CONFIRMED: self.tr("Confirmed by them"),
        }
        return words[stage]

    def _show_menu(self, key: UUID, at: QPoint) -> None:
        card = self.card(key)
        if card is not None:
            menu = self.menu_for(card)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)
