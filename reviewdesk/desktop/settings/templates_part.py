"""Keeps the templates in Settings and in the book the same."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from reviewdesk.desktop.settings.part import SettingsPart
from reviewdesk.desktop.settings.templates import TemplatesCard
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.template import ReviewTemplate
from reviewdesk.services.preparing import PreparingService


class TemplatesPart(SettingsPart):
    """Answers what is done with templates in Settings."""

    key: ClassVar[str] = "templates"

    def __init__(self, card: TemplatesCard, preparing: PreparingService, tasks: Tasks) -> None:
        super().__init__(card)
        self.card = card
        self._preparing, self._tasks = preparing, tasks
        card.kept.connect(self._keep)
        card.remove_asked.connect(self._remove)
        tasks.changed.connect(self._reload_if_concerned)

    def show_now(self) -> None:
        """Show the templates as they stand."""
        self._tasks.run(self._preparing.templates, self.card.show_templates, self, newest="templates")

    def _keep(self, template: ReviewTemplate) -> None:
        work = partial(self._preparing.put_template, template)
        self._tasks.run(work, self._kept, self, lane=Lane.WRITE, failed=self._refused)

    def _kept(self, _done: object) -> None:
        if self.card.sheet is not None:
            self.card.sheet.accept()
        self.show_now()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.card.sheet is not None:
            self.card.sheet.refuse(str(error))

    def _remove(self, template_id: UUID) -> None:
        self._tasks.run(partial(self._preparing.retire_template, template_id), self._removed, self, lane=Lane.WRITE)

    def _removed(self, _done: object) -> None:
        self.show_now()

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(Kind.TEMPLATE) and self.card.isVisible():
            self.show_now()
