"""The contacts made with one account, each opening to its fields where it stands."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, Final
from uuid import UUID

from reviewdesk.desktop.account.fields import Detail, Shape, text_of
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.unfolding_page import UnfoldingPage, UnfoldingPart
from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.services.said import SaidService

_CHANNELS: Final = tuple(each.value for each in Channel)
CONTACT_DETAILS: Final = (
    Detail("words", "What was said", shape=Shape.TEXT),
    Detail("made_on", "On", "today, 3 Nov", shape=Shape.NAME),
    Detail("channel", "How", choices=_CHANNELS, words=tuple(each.capitalize() for each in _CHANNELS)),
    Detail("person", "With whom", "Anna Nowak", shape=Shape.NAME),
    Detail("colleague", "Who of us", "Dana Reyes", shape=Shape.NAME),
)
_REMOVE: Final = RowAction("remove", "Remove", "trash-2", "Del")


class ContactsPage(UnfoldingPage[Contact]):
    """The calls, visits and answers of one account, the newest first."""

    def __init__(self) -> None:
        super().__init__(self.tr("Contacts"))
        self._names: Mapping[UUID, str] = {}

    def show_names(self, names: Mapping[UUID, str]) -> None:
        """Take what people and colleagues are called."""
        self._names = names

    def details_of(self, record: Contact) -> Sequence[Detail]:
        """Give the fields of a contact."""
        return CONTACT_DETAILS

    def title_of(self, record: Contact) -> str:
        """Give what was said, else how one spoke."""
        return record.words or record.channel.value.capitalize()

    def value_of(self, record: Contact, name: str) -> str:
        """Write the value of a field as it is typed."""
        if name in ("person", "colleague"):
            return self._names.get(getattr(record, f"{name}_id"), "")
        return text_of(record, name)

    def sections(self) -> Sequence[Section]:
        """Give the contacts, the newest first."""
        return [Section("", tuple(map(self._row, self.known.values())))] if self.known else []

    def _row(self, contact: Contact) -> Row:
        known = (long_day(contact.made_on), contact.channel.value, self.value_of(contact, "person"))
        actions = (self.way(contact.id), *((_REMOVE,) if contact.review_id is None else ()))
        return Row(contact.id, self.title_of(contact), " · ".join(filter(None, known)), actions=actions)


class ContactsPart(UnfoldingPart[Contact]):
    """The tab of contacts; it is there once one was made."""

    key: ClassVar[str] = "spoke"

    def __init__(self, page: ContactsPage, said: SaidService, tasks: Tasks) -> None:
        super().__init__(page, tasks)
        self._listed, self._said = page, said
        page.acted.connect(self._remove)

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab with how many there are."""
        return Tab(self.key, self.tr("Contacts"), len(brief.contacts)) if brief.contacts or asked else None

    def show_brief(self, brief: Brief) -> None:
        """Show the contacts made with this account."""
        people = {each.id: each.name for each in (*brief.people, *brief.people_gone)}
        self._listed.show_names({**people, **{each.id: each.name for each in brief.colleagues}})
        self.show_of(brief.account.id, ((each.id, each) for each in brief.contacts))

    def change(self, record: Contact, name: str, text: str) -> Callable[[], object]:
        """Give what puts what was typed into a field."""
        return partial(self._said.change_contact, record.id, name, text)

    def _remove(self, contact_id: UUID, _action: str) -> None:
        self._tasks.run(partial(self._said.remove_contact, contact_id), None, self, lane=Lane.WRITE)
