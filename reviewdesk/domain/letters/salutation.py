"""How a letter begins and ends: by a title that is known, else in a way that is right for everybody."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reviewdesk.domain.letters.pieces import Pieces, filled

_TITLES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "en": ((r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?(?: Dr\.?)?", "titled"),),
    "de": ((r"Frau", "titled"), (r"Herrn?", "titled he")),
    "fr": ((r"(?:Mme|Madame)\.?", "titled"), (r"(?:M\.|Mr|Monsieur)", "titled he")),
}
_ACADEMIC: Final = re.compile(r"(?:(?:Prof|Dr|Dipl|Ing|Mag)\.?[ -]?(?:-?Ing\.?)? ?)+")


@dataclass(frozen=True, slots=True)
class Greeting:
    """How a letter begins and ends."""

    salutation: Pieces
    closing: Pieces


def greeting(phrases: Mapping[str, str], language: str, person: str) -> Greeting:
    """Greet a person by the title their name is written with, else by their whole name, else everybody who reads it.

    A German title asks for "Sehr geehrte Frau Nowak,", a French one for "Madame," alone.
    """
    name = " ".join(person.split())
    if not name:
        return Greeting(filled(phrases["to all"]), filled(phrases["closing to all"]))
    for title, key in _TITLES.get(language, _TITLES["en"]):
        found = re.match(rf"({title}) (.+)", name)
        if found is not None:
            values = {"title": found[1].rstrip("."), "name": _surname(found[2])}
            return Greeting(filled(phrases[key], **values), filled(phrases[f"closing {key}"]))
    return Greeting(filled(phrases["to one"], name=name), filled(phrases["closing"]))


def _surname(name: str) -> str:
    """Give the last name with the academic titles before it: "Dr. Anna Nowak" is Dr. Nowak."""
    academic = _ACADEMIC.match(name)
    titles = academic[0].strip() if academic else ""
    rest = name[len(academic[0]) :] if academic else name
    words = rest.split()
    first = next((at for at, each in enumerate(words) if each.islower() and at), len(words) - 1)
    return " ".join(filter(None, (titles, *words[max(first, 0) :])))
