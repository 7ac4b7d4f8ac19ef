"""Whom to reach first at an account."""

from typing import Final

from reviewdesk.domain.people import Part, Person

_DECIDE_FIRST: Final = (Part.DECIDES, Part.SPONSOR, Part.CHAMPION, Part.USER, None, Part.GATEKEEPER)


def first_asked(person: Person) -> tuple[bool, bool, int, str]:
    """Ask first who can be called and minds no such call, and among these who decides."""
    return person.no_marketing, not person.phone, _DECIDE_FIRST.index(person.part), person.name.casefold()
