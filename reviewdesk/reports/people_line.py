"""Who was or will be in the room, as one run of text."""

from collections.abc import Iterator, Sequence

from reviewdesk.domain.summary import Attendee
from reviewdesk.reports.lines import Ink, Run
from reviewdesk.reports.text import gate, one_line


def people_runs(theirs: Sequence[Attendee], ours: Sequence[Attendee], company: str, ink: Ink) -> Iterator[Run]:
    """Give " · Anna Nowak (Supply chain director) · Dana Reyes, Northgate"."""
    for people, firm in ((theirs, ""), (ours, one_line(company))):
        named = [person for person in people if gate(person.name)]
        for place, person in enumerate(named):
            yield Run(", " if place else " · ", ink, own=True)
            yield from _person(person, ink)
        if named and firm and firm not in {one_line(person.name) for person in named}:
            yield Run(", ", ink, own=True)
            yield Run(firm, ink)


def _person(person: Attendee, ink: Ink) -> Iterator[Run]:
    yield Run(one_line(person.name), ink)
    if gate(person.role):
        yield Run(" (", ink, own=True)
        yield Run(one_line(person.role), ink)
        yield Run(")", ink, own=True)
