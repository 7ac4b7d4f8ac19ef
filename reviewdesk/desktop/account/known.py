"""What stands in the typed fields of an account and of a person, also where a field names another record."""

from reviewdesk.desktop.account.fields import text_of
from reviewdesk.desktop.account.model import Brief
from reviewdesk.domain.people import Person


def value_of(brief: Brief, name: str) -> str:
    """Write the value of a field of the account as it is typed; a gut feeling that has grown old is empty."""
    if name == "owner":
        return brief.owner.name if brief.owner else ""
    if name == "parent":
        return brief.parent.name if brief.parent else ""
    if name == "gut_feeling":
        return str(brief.account.gut_feeling_at(brief.today) or "")
    return text_of(brief.account, name)


def person_value(brief: Brief, person: Person, name: str) -> str:
    """Write the value of a field of a person as it is typed."""
    if name == "reports_to":
        people = (*brief.people, *brief.people_gone)
        return next((each.name for each in people if each.id == person.reports_to_id), "")
    if name == "known_by":
        return next((each.name for each in brief.colleagues if each.id == person.known_by_id), "")
    return text_of(person, name)
