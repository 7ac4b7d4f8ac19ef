"""Key accounts beside the day: those without a next step, and a reason to get in touch with others."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.widgets.call_popup import CallPopup
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.services.key_accounts import KeyAccountService, KeyNote, KeyPage, NoteKind

NEXT: Final = RowAction("next", "Say what comes next", "plus", "N", ActionShape.BUTTON)
CALL: Final = RowAction("call", "Call", "phone", "C")
MAIL: Final = RowAction("mail", "Write a mail", "mail", "E")
LATER: Final = RowAction("later", "Not this week", "x", "X")


class KeyCard(Card):
    """Shows them; with nothing to tell it is not there.

    Signals:
        opened: the id of the account to open.
        acted: an account with what to do about it.
    """

    opened = Signal(object)
    acted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Key accounts"), edge_to_edge=True)
        self.rows = RowList(self.tr("Key accounts"), most=6)
        self.add(self.rows)
        self.rows.opened.connect(self._open)
        self.rows.action_asked.connect(self.acted)
        self.hide()

    def show_notes(self, notes: Sequence[KeyNote]) -> None:
        """Show what is told."""
        self.rows.show_sections(_sections(notes))
        self.setVisible(bool(notes))

    def _open(self, key: tuple[NoteKind, UUID]) -> None:
        self.opened.emit(key[1])


class KeyNotes(QObject):
    """Reads what is told of key accounts whenever the day is shown anew, and does what is asked.

    `kept` and `keep` read and write which reasons the person put by this week, as a matter of this machine.

    Signals:
        account_asked: the id of the account to open. next_asked: that of one to say what comes next with.
        log_asked: the id of the account a call is logged with.
    """

    account_asked = Signal(object)
    next_asked = Signal(object)
    log_asked = Signal(object)

    def __init__(
        self,
        card: KeyCard,
        service: KeyAccountService,
        tasks: Tasks,
        kept: Callable[[], str],
        keep: Callable[[str], None],
    ) -> None:
        super().__init__(card)
        self._card, self._service, self._tasks = card, service, tasks
        self._kept, self._keep = kept, keep
        self._page = KeyPage(date.min, ())
        card.opened.connect(self.account_asked)
        card.acted.connect(self._act)

    def read(self) -> None:
        """Read what is told now."""
        self._tasks.run(self._service.notes, self._show, self, newest="key accounts")

    def _show(self, page: KeyPage) -> None:
        self._page = page
        put_by = put_by_in(self._kept(), page.today)
        waits = (each for each in page.notes if each.kind is not NoteKind.REASON or each.account_id not in put_by)
        self._card.show_notes(tuple(waits))

    def _act(self, key: tuple[NoteKind, UUID], action: str) -> None:
        note = next(each for each in self._page.notes if (each.kind, each.account_id) == key)
        if action == "next":
            self.next_asked.emit(note.account_id)
        elif action == "mail":
            QDesktopServices.openUrl(QUrl(f"mailto:{note.email}"))
        elif action == "call":
            self._show_number(note, self._card.rows.row(key))
        else:
            self._keep(with_put_by(self._kept(), note.account_id, self._page.today))
            self._show(self._page)

    def _show_number(self, note: KeyNote, at: QWidget) -> None:
        popup = CallPopup(note.person or note.account, note.phone, self._card.window())
        popup.log_asked.connect(partial(self.log_asked.emit, note.account_id))
        popup.show_by(at)


def put_by_in(kept: str, day: date) -> frozenset[UUID]:
    """Give the accounts that were put by in the week a day lies in; what was kept of other weeks is over."""
    week, _, ids = kept.partition(":")
    return frozenset(UUID(hex=each) for each in ids.split()) if week == _week(day) else frozenset()


def with_put_by(kept: str, account_id: UUID, day: date) -> str:
    """Give what is kept once an account is put by for the week a day lies in."""
    return f"{_week(day)}:{_ids({*put_by_in(kept, day), account_id})}"


def _ids(ids: Collection[UUID]) -> str:
    return " ".join(sorted(each.hex for each in ids))


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-{week:02}"


def _sections(notes: Iterable[KeyNote]) -> tuple[Section, ...]:
    found = tuple(notes)
    parts = ((kind, tuple(_row(each) for each in found if each.kind is kind)) for kind in NoteKind)
    return tuple(Section(kind.value.capitalize(), rows, f"{len(rows):,}") for kind, rows in parts if rows)


def _row(note: KeyNote) -> Row:
    actions: dict[NoteKind, tuple[RowAction, ...]] = {
        NoteKind.NO_NEXT_STEP: (NEXT,),
        NoteKind.REASON: (*((CALL,) if note.phone else ()), *((MAIL,) if note.email else ()), LATER),
        NoteKind.FORCED: (),
    }
    return Row((note.kind, note.account_id), note.account, note.words, actions=actions[note.kind])
