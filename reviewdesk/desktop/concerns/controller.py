"""Keeps the board of concerns and the book the same."""

from collections.abc import Collection
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.concerns.model import Board, chips_of, lanes_of, status_of
from reviewdesk.desktop.concerns.view import ConcernsView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.stage_asks import lacking
from reviewdesk.services.concern_board import ConcernBoardService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.outcome import Outcome

_CONCERNED: Final = (Kind.CONCERN, Kind.ACCOUNT, Kind.COLLEAGUE, Kind.BOOK)


class ConcernsController(QObject):
    """Shows the board and brings concerns further.

    Signals:
        concern_asked: the account of the concern to open, and its id.
        done_told: what was done, for the bar that offers to undo it.
        lacking_told: what was done and what is asked for now, and the id of the concern.
    """

    concern_asked = Signal(object, object)
    done_told = Signal(str)
    lacking_told = Signal(str, object)

    def __init__(self, view: ConcernsView, boards: ConcernBoardService, concerns: ConcernService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._boards, self._concerns, self._tasks = boards, concerns, tasks
        self._board: Board | None = None
        self._words, self._on = "", frozenset[str]()
        view.brought.connect(self._bring)
        view.opened.connect(self.concern_asked)
        view.asked.connect(self.note_asked)
        view.filtered.connect(self._filter)
        tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Show the board as it stands."""
        self._tasks.run(self._boards.board, self._show, self, newest="concerns")

    def _show(self, board: Board) -> None:
        is_first = self._board is None
        self._board = board
        self.view.chips.show_chips(chips_of(board))
        self._on &= self.view.chips.on
        self._show_lanes()
        if is_first:
            self.view.go_to_first()

    def _show_lanes(self) -> None:
        if self._board is not None:
            self.view.show_board(self._board, lanes_of(self._board, self._words, self._on), status_of(self._board))

    def _filter(self, words: str, on: Collection[str]) -> None:
        self._words, self._on = words, frozenset(on)
        self._show_lanes()

    def _bring(self, key: UUID, stage: Stage) -> None:
        card = self.view.card(key)
        if card is not None and card.stage is not stage:
            self._tasks.run(partial(self._concerns.bring_to, key, stage), self._brought, self, lane=Lane.WRITE)

    def confirm(self, key: UUID) -> None:
        """Keep that the customer says that it is fixed."""
        self._tasks.run(partial(self._concerns.bring_to, key, Stage.CONFIRMED), self._brought, self, lane=Lane.WRITE)

    def note_asked(self, key: UUID) -> None:
        """Keep that they were asked today whether it is fixed."""
        self._tasks.run(partial(self._concerns.asked, key), self._brought, self, lane=Lane.WRITE)

    def _brought(self, outcome: Outcome[Concern]) -> None:
        found = lacking(outcome.value)
        if found is None:
            self.done_told.emit(outcome.changes.label)
        else:
            self.lacking_told.emit(f"{outcome.changes.label}. {found.question}", outcome.value.id)

    def _reload_if_concerned(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and in_sight(self.view):
            self.show_page()
