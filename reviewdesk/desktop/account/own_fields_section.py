"""Keeps the person's own fields on the page of an account and in the book the same."""

from collections.abc import MutableMapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewdesk.desktop.account.own_fields import OwnFields, OwnFieldsCard, OwnFieldsOfPerson
from reviewdesk.desktop.account.people import PeoplePage
from reviewdesk.desktop.account.section import AccountSection
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.new_field_sheet import NewField, NewFieldSheet
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.custom_field import FieldOf
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.custom_fields import CustomFieldService, OwnValues


class OwnFieldsSection(AccountSection):
    """The own fields of accounts, at the end of Details."""

    holds = FieldOf.ACCOUNT

    def __init__(self, view: OwnFieldsCard | OwnFieldsOfPerson, own: CustomFieldService, tasks: Tasks) -> None:
        super().__init__(view)
        self._shown = view
        self._own = own
        self._tasks = tasks
        self._account_id: UUID | None = None
        self._person_id: UUID | None = None
        self._values = OwnValues((), {})
        self.fields.typed.connect(self._put)
        self.fields.add_asked.connect(self._ask)
        tasks.changed.connect(self._reload_if_concerned)

    @property
    def fields(self) -> OwnFields:
        """The fields that are shown."""
        return self._shown.fields

    def show_brief(self, brief: AccountBrief) -> None:
        """Show what stands in the fields on this account."""
        if brief.account.id != self._account_id:
            self.fields.begin()
            self._account_id = brief.account.id
            self._values = OwnValues(self._values.fields, {})
            self._show()
        self._reload()

    def flush(self) -> None:
        """Save at once what was typed."""
        self.fields.grid.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return self.fields.grid.is_safe

    def _reload(self) -> None:
        if self._account_id is not None:
            read = partial(self._own.values, self._account_id)
            self._tasks.run(read, partial(self._take, self._account_id), self, newest="own fields")

    def _take(self, account_id: UUID, values: OwnValues) -> None:
        if account_id == self._account_id:
            self._values = values
            self._show()
            self.seek()

    def reach(self, record_id: UUID) -> bool:
        """Go to the field in which a value stands; where it is of a person, to them."""
        field_id, person_id = self._values.places.get(record_id, (None, None))
        if field_id is None:
            return False
        if person_id is not None:
            self.record_asked.emit(Kind.PERSON, person_id)
        else:
            self.fields.grid.fields[field_id.hex].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show(self) -> None:
        fields = self._values.fields_of(self.holds)
        self.fields.show_fields(fields, self._value)
        self._shown.show_any(any_there=bool(fields))

    def _value(self, name: str) -> str:
        return self._values.values.get((UUID(name), self._person_id), "")

    def _put(self, name: str, text: str) -> None:
        if self._account_id is None:
            return
        whose = (self._account_id, self._person_id)
        work = partial(self._own.put, UUID(name), self._account_id, text, person_id=self._person_id)
        saved, refused = partial(self._saved, whose, name), partial(self._refused, whose, name)
        self._tasks.run(work, saved, self, lane=Lane.WRITE, failed=refused)

    def _saved(self, whose: tuple[UUID, UUID | None], name: str, _done: object) -> None:
        if whose == (self._account_id, self._person_id):
            self.fields.show_saved(name)
        self._reload()

    def _refused(self, whose: tuple[UUID, UUID | None], name: str, error: ReviewDeskError) -> None:
        if whose == (self._account_id, self._person_id):
            self.fields.refuse(name, str(error))
        else:
            self._tasks.told.emit(error)

    def _ask(self) -> None:
        sheet = NewFieldSheet(self.holds, self._shown)
        sheet.made.connect(self._add)
        sheet.open()

    def _add(self, made: NewField) -> None:
        add = partial(self._own.add, made.name, made.of, made.kind, choices=made.choices, audience=made.audience)
        self._tasks.run(add, self._added, self, lane=Lane.WRITE, failed=self._not_added)

    def _added(self, _done: object) -> None:
        for sheet in self._shown.findChildren(NewFieldSheet):
            sheet.accept()
        self._reload()

    def _not_added(self, error: ReviewDeskError) -> None:
        for sheet in self._shown.findChildren(NewFieldSheet):
            sheet.refuse(str(error))

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(Kind.CUSTOM_FIELD):
            self._reload()


class OwnFieldsOfPersonSection(OwnFieldsSection):
    """The own fields of whoever is chosen among the people."""

    of = "people"
    holds = FieldOf.PERSON

    def join(self, pages: MutableMapping[str, QWidget], _stack: QStackedWidget) -> None:
        """Take its place under the fields of the person who is chosen."""
        people = pages[self.of]
        if isinstance(people, PeoplePage):
            people.add_to_form(self.view)
            people.chosen.connect(self._choose)

    def _choose(self, person_id: UUID | None) -> None:
        if person_id != self._person_id:
            self.fields.begin()
            self._person_id = person_id
            self._show()
