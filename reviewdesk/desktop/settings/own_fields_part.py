"""Keeps the fields of the person's own on the settings page and in the book the same."""

from functools import partial
from uuid import UUID

from reviewdesk.desktop.settings.own_fields import OwnFieldsPanel
from reviewdesk.desktop.settings.part import SettingsPart
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.new_field_sheet import NewField, NewFieldSheet
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.custom_field import FieldOf
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.custom_fields import CustomFieldService


class OwnFieldsPart(SettingsPart):
    """Answers what is done with the person's own fields in Settings."""

    def __init__(self, panel: OwnFieldsPanel, own: CustomFieldService, tasks: Tasks) -> None:
        super().__init__(panel)
        self._panel = panel
        self._own = own
        self._tasks = tasks
        panel.typed.connect(self._change)
        panel.move_asked.connect(self._move)
        panel.remove_asked.connect(self._remove)
        panel.add_asked.connect(self._ask)
        tasks.changed.connect(self._reload_if_concerned)

    def show_now(self) -> None:
        """Show the fields as they stand."""
        self._tasks.run(self._own.fields, self._panel.show_fields, self, newest="own fields")

    def flush(self) -> None:
        """Save at once what was typed."""
        for row in self._panel.rows.values():
            for part in row.parts.values():
                part.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return all(part.is_safe for row in self._panel.rows.values() for part in row.parts.values())

    def _change(self, field_id: UUID, name: str, text: str) -> None:
        work, saved = partial(self._own.change, field_id, name, text), partial(self._saved, field_id, name)
        self._tasks.run(work, saved, self, lane=Lane.WRITE, failed=partial(self._refused, field_id, name))

    def _saved(self, field_id: UUID, name: str, _done: object) -> None:
        if field_id in self._panel.rows:
            self._panel.rows[field_id].parts[name].show_saved()
        self.show_now()

    def _refused(self, field_id: UUID, name: str, error: ReviewDeskError) -> None:
        row = self._panel.rows.get(field_id)
        if row is None:
            self._tasks.told.emit(error)
            return
        row.parts[name].show_refused(str(error))

    def _move(self, field_id: UUID, by: int) -> None:
        self._tasks.run(partial(self._own.move, field_id, by), self._done, self, lane=Lane.WRITE)

    def _remove(self, field_id: UUID) -> None:
        self._tasks.run(partial(self._own.remove, field_id), self._done, self, lane=Lane.WRITE)

    def _done(self, _done: object) -> None:
        self.show_now()

    def _ask(self) -> None:
        sheet = NewFieldSheet(FieldOf.ACCOUNT, self._panel)
        sheet.made.connect(self._add)
        sheet.open()

    def _add(self, made: NewField) -> None:
        add = partial(self._own.add, made.name, made.of, made.kind, choices=made.choices, audience=made.audience)
        self._tasks.run(add, self._added, self, lane=Lane.WRITE, failed=self._not_added)

    def _added(self, _done: object) -> None:
        for sheet in self._panel.findChildren(NewFieldSheet):
            sheet.accept()
        self.show_now()

    def _not_added(self, error: ReviewDeskError) -> None:
        for sheet in self._panel.findChildren(NewFieldSheet):
            sheet.refuse(str(error))

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(Kind.CUSTOM_FIELD):
            self.show_now()
