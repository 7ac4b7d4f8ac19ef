"""Keeps the page of a change and the book the same."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.change.basis import basis_of, basis_of_all
from reviewdesk.desktop.change.model import Begun, Line, Shown
from reviewdesk.desktop.change.sheets import BasisSheet, ConcessionSheet, NewChangeSheet, TakenSheet
from reviewdesk.desktop.change.stepping import ChangeStepping
from reviewdesk.desktop.change.typing import ChangeTyping
from reviewdesk.desktop.change.view import ChangeView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import MissingError, ReviewDeskError
from reviewdesk.domain.planned_change import Taken
from reviewdesk.services.change_notices import ChangeNoticeService
from reviewdesk.services.change_outcomes import ChangeOutcomeService
from reviewdesk.services.change_steps import ChangeStepService

_CONCERNED: Final = (
    Kind.PLANNED_CHANGE, Kind.TOUCHED_BY_CHANGE, Kind.ACCOUNT, Kind.PERSON, Kind.PURCHASE, Kind.PRODUCT, Kind.BOOK,
    Kind.FOLLOW_UP, Kind.REVIEW,
)  # fmt: skip


class ChangeController(QObject):
    """Rehearses a change, announces it and notes how it was taken.

    Signals:
        account_asked: the id of the account to open.
        letter_asked: the ids of a change and of an account whose letter is to be shown, and whether it may be mailed.
        letters_asked, list_asked: the id of the change whose letters or price list are wanted.
        begun: the id of a change that was begun. gone: the one that was shown was removed.
        done_told: what was done.
    """

    account_asked = Signal(object)
    letter_asked = Signal(object, object, bool)
    letters_asked = Signal(object)
    list_asked = Signal(object)
    begun = Signal(object)
    gone = Signal()
    done_told = Signal(str)

    def __init__(
        self, view: ChangeView, changes: ChangeNoticeService, outcomes: ChangeOutcomeService,
        steps: ChangeStepService, tasks: Tasks,
    ) -> None:  # fmt: skip
        super().__init__(view)
        self.view = view
        self.sheet: Sheet | None = None
        self._changes, self._outcomes, self._tasks = changes, outcomes, tasks
        self._id: UUID | None = None
        self._shown: Shown | None = None
        self._typing = ChangeTyping(view.items, changes, tasks)
        self._stepping = ChangeStepping(view.steps, steps, tasks)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.new_asked.connect(self.ask_new)
        view.announce_asked.connect(self._announce)
        view.end_asked.connect(self._end)
        view.remove_asked.connect(self._remove)
        view.list_asked.connect(self._ask_list)
        view.letters_asked.connect(self._ask_letters)
        view.rule_asked.connect(self._order_by_rule)
        view.amount_asked.connect(self._order_by_amount)
        view.basis_asked.connect(self._show_basis)
        view.line_moved.connect(self._move_line)
        view.acted.connect(self._act)
        view.account_asked.connect(self.account_asked)
        view.items.remove_asked.connect(self._remove_item)
        self._stepping.kept.connect(self._say_kept)
        self._tasks.changed.connect(self._follow)

    # ------------------------------------------------------------ showing

    def open(self, change_id: UUID) -> None:
        """Let the page be about this change."""
        self.flush()
        self._id = change_id

    def show_page(self) -> None:
        """Show the change as it stands; where none was chosen the one that comes first."""
        self._tasks.run(self._read, self._show, self, newest="change")

    def _read(self) -> tuple[Shown | None, Begun]:
        begun, chosen = self._changes.new_change(), self._id
        if chosen is None:
            lines: tuple[Line, ...] = self._changes.changes()
            chosen = lines[0].change.id if lines else None
        try:
            return (self._changes.show(chosen) if chosen is not None else None), begun
        except MissingError:
            return None, begun

    def _show(self, found: tuple[Shown | None, Begun]) -> None:
        self.flush()
        self._typing.leave(found[0].change.id if found[0] is not None else None)
        self._shown, begun = found
        self.view.items.offer_products(begun.products)
        if self._shown is None:
            self._id = None
            self.view.show_nothing()
        else:
            self._id = self._shown.change.id
            self.view.show_change(self._shown)
        self._typing.stand_for(self._shown)
        self._stepping.change_id = self._id

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and in_sight(self.view):
            self.show_page()

    def flush(self) -> None:
        """Save what is being typed."""
        self.view.items.flush()

    # ------------------------------------------------------------ beginning

    def ask_new(self, product: str = "") -> None:
        """Ask what changes, over the page the person is on."""
        self._tasks.run(partial(self._changes.new_change, product), self._open_new, self, newest="new change")

    def _open_new(self, begun: Begun) -> None:
        sheet = NewChangeSheet(begun.products, begun.today, begun.product, self.view.window())
        sheet.filled.connect(self._start)
        self._open(sheet)

    def _start(self, item: str, becomes: str, effective: str, why: str) -> None:
        work = partial(self._changes.start, item, becomes, effective, why)
        self._tasks.run(work, self._started, self, lane=Lane.WRITE, failed=self._refused)

    def _started(self, outcome: Any) -> None:  # noqa: ANN401 - what a service answers
        self._done(outcome)
        self.begun.emit(outcome.value.id)

    # ------------------------------------------------------------ rehearsing

    def _remove_item(self, item: str) -> None:
        self._do(lambda change_id: self._changes.remove_item(change_id, item))

    def _move_line(self, called: int) -> None:
        self._do(lambda change_id: self._changes.draw_line(change_id, called))

    def _order_by_rule(self) -> None:
        self._do(self._changes.rank_by_rule)

    def _order_by_amount(self) -> None:
        self._do(self._changes.rank_by_amount)

    def _say_kept(self) -> None:
        self.done_told.emit(self.tr("New changes begin with these steps; Settings changes them too."))

    def _show_basis(self) -> None:
        if self._shown is not None:
            lines = basis_of_all(self._shown)
            self._open(BasisSheet(self.tr("How this is worked out"), lines, self.view.window()))

    def _announce(self) -> None:
        self.flush()
        if self._id is not None:
            work = partial(self._changes.announce, self._id)
            self._tasks.run(work, self._announced, self, lane=Lane.WRITE, failed=self._refused)

    def _announced(self, _outcome: object) -> None:
        sentence = self.tr("Announced. The calls are follow-ups with their dates; write the letters from here.")
        self.done_told.emit(sentence)

    def _end(self) -> None:
        self._do(self._outcomes.end)

    def _remove(self) -> None:
        if self._id is not None:
            work = partial(self._changes.remove, self._id)
            self._tasks.run(work, self._removed, self, lane=Lane.WRITE, failed=self._refused)

    def _removed(self, _outcome: object) -> None:
        self._id = None
        self.gone.emit()

    def _ask_list(self) -> None:
        if self._id is not None:
            self.list_asked.emit(self._id)

    def _ask_letters(self) -> None:
        if self._id is not None:
            self.letters_asked.emit(self._id)

    # ------------------------------------------------------------ one account

    def _act(self, account_id: UUID, action: str) -> None:
        shown = self._shown
        if shown is None:
            return
        found, changes, change_id = shown.of(account_id), self._changes, shown.change.id
        if action in ("up", "down"):
            place = found.place + (-1 if action == "up" else 1)
            self._write(partial(changes.move, change_id, account_id, place))
        elif action in ("letter", "call"):
            self._write(partial(changes.by_letter, change_id, account_id, enough=action == "letter"))
        elif action == "why":
            self._open(BasisSheet(found.account, basis_of(shown, found), self.view.window()))
        elif action == "paper":
            self.letter_asked.emit(change_id, account_id, not shown.change.is_rehearsed)
        else:
            self._follow_through(action, account_id)

    def _follow_through(self, action: str, account_id: UUID) -> None:
        found = self._shown.of(account_id) if self._shown is not None else None
        touched = found.touched if found is not None else None
        if found is None or touched is None:
            return
        if action == "took":
            taken = TakenSheet(found.account, self.view.window())
            taken.filled.connect(partial(self._took, touched.id))
            self._open(taken)
        elif action == "concede":
            known = touched.concession, "" if touched.cost is None else f"{touched.cost:f}", touched.accepted
            asked = ConcessionSheet(found.account, known, self.view.window())
            asked.filled.connect(partial(self._concede, touched.id))
            self._open(asked)
        elif action == "reopen":
            self._write(partial(self._outcomes.reopen, touched.id))
        else:
            self._write(partial(self._outcomes.close, touched.id, lost=action == "lost"))

    def _took(self, touched_id: UUID, how: Taken, words: str) -> None:
        self._write(partial(self._outcomes.took, touched_id, how, words))

    def _concede(self, touched_id: UUID, what: str, cost: str, accepted: object) -> None:
        answer = accepted if isinstance(accepted, bool) else None
        self._write(partial(self._outcomes.concede, touched_id, what, cost, accepted=answer))

    # ------------------------------------------------------------ writing

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.finished.connect(self._left)
        sheet.open()

    def _left(self) -> None:
        self.sheet = None

    def _do(self, work: Callable[[UUID], object]) -> None:
        if self._id is not None:
            self._write(partial(work, self._id))

    def _write(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, self._done, self, lane=Lane.WRITE, failed=self._refused)

    def _done(self, _outcome: object) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))
        else:
            self._tasks.told.emit(error)
