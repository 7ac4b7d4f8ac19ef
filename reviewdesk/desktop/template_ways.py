"""The way to a client's own templates: added, looked at, and taken out again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.templates_sheet import TemplatesSheet
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.services.document_templates import KeptTemplate

TEMPLATES: Final = "document_templates"


def template_commands() -> tuple[Command, ...]:
    """Give the command."""
    words = "word powerpoint docx pptx placeholder client own layout"
    return (Command(TEMPLATES, "Templates for documents…", Group.FILE, (), "file-text", section=8, words=words),)


class TemplateWays(QObject):
    """Keeps the templates of a book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._tasks = desk, desk.tasks

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what the command does."""
        return {TEMPLATES: self.show}

    def show(self) -> None:
        """Show which templates are kept, and what they may ask for."""
        from reviewdesk.desktop.templates_sheet import TemplatesSheet

        sheet = TemplatesSheet(self._desk.services.document_templates.placeholders, self._desk.shell)
        sheet.add_asked.connect(partial(self._choose, sheet))
        sheet.remove_asked.connect(partial(self._remove, sheet))
        self._look(sheet)
        sheet.open()

    def _look(self, sheet: TemplatesSheet, _done: object = None) -> None:
        self._tasks.run(self._desk.services.document_templates.all, partial(_show, sheet), None)

    def _choose(self, sheet: TemplatesSheet) -> None:
        kinds = self.tr("Word and PowerPoint files (*.docx *.dotx *.pptx *.potx)")
        chosen, _ = QFileDialog.getOpenFileName(sheet, self.tr("Choose a template"), "", kinds)
        if chosen:
            work = partial(self._desk.services.document_templates.add, Path(chosen))
            then, failed = partial(self._look, sheet), partial(_refuse, sheet)
            self._tasks.run(work, then, self, lane=Lane.WRITE, failed=failed)

    def _remove(self, sheet: TemplatesSheet, template_id: UUID) -> None:
        work = partial(self._desk.services.document_templates.remove, template_id)
        self._tasks.run(work, partial(self._look, sheet), self, lane=Lane.WRITE)


def _show(sheet: TemplatesSheet, templates: tuple[KeptTemplate, ...]) -> None:
    if isValid(sheet):
        sheet.take_back()
        sheet.show_templates(templates)


def _refuse(sheet: TemplatesSheet, error: ReviewDeskError) -> None:
    if isValid(sheet):
        sheet.refuse(str(error))
