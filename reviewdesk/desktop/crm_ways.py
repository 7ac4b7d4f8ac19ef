"""The ways back to the company's CRM: its import files, and one thing copied as text."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from reviewdesk.desktop.tasks import Lane
from reviewdesk.desktop.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from reviewdesk.desktop.crm_sheet import CrmSheet
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.domain.handing_over import HandKind
    from reviewdesk.services.crm_out import CrmOutService
    from reviewdesk.services.crm_values import CrmOffer, HandedFiles
    from reviewdesk.services.outcome import Outcome


class CrmWays(QObject):
    """Hands over to a CRM.

    Signals:
        told: a sentence about what was done.
    """

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.shell)
        self._desk, self._shell = desk, desk.shell
        self._tasks = desk.tasks

    @property
    def _crm_out(self) -> CrmOutService:
        return self._desk.services.crm_out

    def show(self) -> None:
        """Show what would go, once what is being typed is in the book."""
        self._desk.flush()
        self._tasks.run(self._crm_out.offer, self._show, self, lane=Lane.LONG)

    def copy(self) -> None:
        """Copy what is in sight as text: the row the person is on, else the review that is open."""
        self._desk.flush()
        review = self._desk.memory.of_book("review") if self._shell.page == "review" else ""
        found = UUID(review) if review else next(_records_in_sight(self._shell.stack.currentWidget()), None)
        if found is None:
            self.told.emit(self.tr("Go to a contact, a follow-up or a review first, then copy it."))
        else:
            self._tasks.run(partial(self._crm_out.as_text, found), self._copied, self)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        first, _, rest = text.partition("\n")
        self.told.emit(self.tr("Copied: {what}").format(what=rest.partition("\n")[0] or first))

    def _show(self, offer: CrmOffer) -> None:
        from reviewdesk.desktop.crm_sheet import CrmSheet

        sheet = CrmSheet(offer, self._shell)
        sheet.offer_asked.connect(partial(self._look_at, sheet))
        sheet.wanted.connect(partial(self._save, sheet))
        sheet.open()

    def _look_at(self, sheet: CrmSheet, crm: str, since: date | None) -> None:
        self._tasks.run(partial(self._crm_out.offer, crm, since), partial(_show_offer, sheet), None, lane=Lane.LONG)

    def _save(self, sheet: CrmSheet, chosen: set[tuple[HandKind, UUID]]) -> None:
        folder = QFileDialog.getExistingDirectory(sheet, self.tr("Where the files go"))
        if folder:
            work = partial(self._crm_out.hand_over, sheet.offer, chosen, Path(folder))
            self._tasks.run(work, partial(self._saved, sheet), None, lane=Lane.WRITE, failed=partial(_refuse, sheet))

    def _saved(self, sheet: CrmSheet, outcome: Outcome[HandedFiles]) -> None:
        paths = outcome.value.paths
        names = ", ".join(each.name for each in paths)
        self.told.emit(self.tr("Saved in {folder}: {names}").format(folder=paths[0].parent, names=names))
        if isValid(sheet):
            sheet.accept()


def _records_in_sight(page: QWidget | None) -> Iterator[UUID]:
    """Give the records that the person may mean: the row with the focus, then the current rows of what is shown."""
    focused = QApplication.focusWidget()
    while focused is not None and not isinstance(focused, RowList):
        focused = focused.parentWidget()
    shown = [each for each in page.findChildren(RowList) if each.isVisible()] if page is not None else []
    for each in [focused, *shown] if focused is not None else shown:
        key = each.current_key
        for one in key if isinstance(key, tuple) else (key,):
            if isinstance(one, UUID):
                yield one


def _show_offer(sheet: CrmSheet, offer: CrmOffer) -> None:
    if isValid(sheet):
        sheet.show_offer(offer)


def _refuse(sheet: CrmSheet, error: ReviewDeskError) -> None:
    if isValid(sheet):
        sheet.refuse(str(error))
