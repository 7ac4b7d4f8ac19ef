"""The other ways a summary can go from its page: copied as text, or into a client's own template."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reviewdesk.desktop.document import dialogs
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.document_kinds import DocumentKind

if TYPE_CHECKING:
    from reviewdesk.desktop.document.leaving import Leaving
    from reviewdesk.desktop.document.model import ShownDocument
    from reviewdesk.desktop.document.other_menu import OtherMenu
    from reviewdesk.services.document_templates import DocumentTemplateService, KeptTemplate
    from reviewdesk.services.formats import FormatService


class OtherWays(QObject):
    """Copies a summary and fills templates with it.

    Signals:
        done_told: what was done, for the bar that says so.
    """

    done_told = Signal(str)

    def __init__(
        self, menu: OtherMenu, formats: FormatService, templates: DocumentTemplateService, leaving: Leaving,
        tasks: Tasks,
    ) -> None:  # fmt: skip
        super().__init__(leaving)
        self._menu, self._formats, self._templates = menu, formats, templates
        self._leaving, self._tasks = leaving, tasks
        self._shown: ShownDocument | None = None
        menu.copy_asked.connect(self._copy)
        menu.save_asked.connect(leaving.save_as)
        menu.template_asked.connect(self._fill)
        menu.opening.connect(self._look)

    def show_document(self, shown: ShownDocument) -> None:
        """Offer them for a stored summary alone."""
        self._shown = shown
        self._menu.setVisible(shown.summary_id is not None)
        self._look()

    def _look(self) -> None:
        self._tasks.run(self._templates.all, self._menu.show_templates, self, newest="templates")

    def _copy(self, kind: DocumentKind) -> None:
        if self._shown is not None and self._shown.summary_id is not None and self._leaving.may_leave():
            work = partial(self._formats.text, self._shown.summary_id, kind)
            self._tasks.run(work, partial(self._copied, kind), self, lane=Lane.DOCUMENTS)

    def _copied(self, kind: DocumentKind, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.done_told.emit(self.tr("The summary is copied as {kind}.").format(kind=kind.label))

    def _fill(self, template: KeptTemplate) -> None:
        shown = self._shown
        if shown is None or shown.summary_id is None or not self._leaving.may_leave():
            return
        suggested = Path(self._leaving.folder) / template.kind.named(shown.file_name)
        chosen = dialogs.SaveDialog.ask(self._menu, suggested, (template.kind,))
        if chosen is not None:
            work = partial(self._formats.save_as, shown.summary_id, template.kind, chosen, template=template.id)
            self._tasks.run(work, self._leaving.tell_saved, self, lane=Lane.DOCUMENTS)
