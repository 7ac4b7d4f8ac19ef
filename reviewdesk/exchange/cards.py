"""vCard files as tables: people, each a row, and beside them the organisations."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.card_lines import Property, properties
from reviewdesk.exchange.encoding import find_encoding
from reviewdesk.exchange.limits_kept import LimitsKept
from reviewdesk.exchange.sources.vcard import HEADERS, HEADERS_OF_FIRMS
from reviewdesk.exchange.table import LIMITS, Limits, SourceRow, SourceTable

_BEGINS: Final = re.compile(rb"\s*BEGIN\s*:\s*VCARD", re.IGNORECASE)
_LARGEST: Final = 64 * 1024 * 1024
_ADDRESS: Final = ("Street", "City", "Region", "Postal code", "Country")
_BETWEEN_LOOKS: Final = 500
_Card = list[Property]


def are_cards(start: bytes) -> bool:
    """Say whether a file that begins so is one of vCards."""
    return _BEGINS.match(start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")) is not None


def read_cards(path: Path, limits: Limits = LIMITS, look: Callable[[], None] | None = None) -> list[SourceTable]:
    """Read the people and the organisations of one vCard file; `look` is called now and then and may stop it.

    Raises:
        UnreadableError: it is larger than the limits or holds no whole card.
    """
    if path.stat().st_size > _LARGEST:
        raise UnreadableError(f"{path.name} is larger than 64 MB. Export the cards without pictures, or in two files.")
    kept = LimitsKept(path.name, limits, look)
    people: list[SourceRow] = []
    firms: list[SourceRow] = []
    for number, card in _cards(path):
        cells = _cells(card)
        kind, headers = (firms, HEADERS_OF_FIRMS) if _is_organisation(card, cells) else (people, HEADERS)
        kind.append(SourceRow(number, kept.clean([cells.get(each, "") for each in headers])))
        if len(kind) % _BETWEEN_LOOKS == 0:
            kept.look()
    kept.look()
    if not people and not firms:
        raise UnreadableError(f"{path.name} holds no whole card. Export it again from the address book it is of.")
    both = bool(people and firms)
    names = (f"{path.name}, people", f"{path.name}, organisations") if both else (path.name, path.name)
    tables = (SourceTable(names[0], HEADERS, tuple(people)), SourceTable(names[1], HEADERS_OF_FIRMS, tuple(firms)))
    return [each for each in tables if each.rows]


def _cards(path: Path) -> Iterator[tuple[int, _Card]]:
    """Give whole cards with the line they begin on; one that another begins in is passed over."""
    card: _Card | None = None
    start = 0
    for number, each in _properties(path):
        if each.name == "BEGIN" and each.value.strip().upper() == "VCARD":
            card, start = [], number
        elif each.name == "END" and card is not None:
            yield start, card
            card = None
        elif card is not None:
            card.append(each)


def _properties(path: Path) -> Iterator[tuple[int, Property]]:
    encoding = find_encoding(path)
    if encoding.startswith(("utf-16", "utf-32")):
        lines: Iterable[bytes] = path.read_text(encoding).encode().splitlines()
        yield from properties(lines, "utf-8")
        return
    with path.open("rb") as file:
        file.seek(3 if encoding == "utf-8-sig" else 0)
        yield from properties(file, encoding.removesuffix("-sig"))


def _cells(card: _Card) -> dict[str, str]:
    """Give the cells of a card by their headers."""
    first = {each.name: each for each in reversed(card)}
    names = (*(first["N"].parts if "N" in first else ()), "", "", "")
    cells = {
        "UID of the card": first["UID"].text if "UID" in first else "",
        "Name on the card": first["FN"].text if "FN" in first else "",
        "Last name": names[0],
        "First name": names[1],
        "Middle name": names[2],
        "Organisation's card": (first["FN"].text if "FN" in first else "") or _firm(first),
        "Organisation": _firm(first),
        "Job title": (first.get("TITLE") or first.get("ROLE") or Property("TITLE", "")).text,
        "E-mail": _joined(card, "EMAIL"),
        "Phone": _joined(card, "TEL", without="CELL"),
        "Mobile phone": _joined(card, "TEL", only="CELL"),
        "Website": _joined(card, "URL"),
        "Categories": _joined(card, "CATEGORIES"),
        "Note": "\n".join(each.text for each in card if each.name == "NOTE"),
    }
    return {**cells, **_address(card)}


def _firm(first: Mapping[str, Property]) -> str:
    return first["ORG"].parts[0] if "ORG" in first else ""


def _joined(card: _Card, name: str, *, only: str = "", without: str = "-") -> str:
    """Join the values of a property, the preferred one first; faxes and pagers are no phones."""
    found = [
        each for each in card
        if each.name == name and (not only or only in each.types) and not each.types & {without, "FAX", "PAGER"}
    ]  # fmt: skip
    found.sort(key=lambda each: not each.is_preferred)
    return ", ".join(dict.fromkeys(text for each in found if (text := each.text.removeprefix("tel:"))))


def _address(card: _Card) -> Mapping[str, str]:
    """Give the address at work, else the first one."""
    found = sorted((each for each in card if each.name == "ADR"), key=lambda each: "WORK" not in each.types)
    return dict(zip(_ADDRESS, found[0].parts[2:7], strict=False)) if found else {}


def _is_organisation(card: _Card, cells: Mapping[str, str]) -> bool:
    says = any(
        (each.name == "KIND" and each.value.strip().lower() in ("org", "organization"))
        or (each.name == "X-ABSHOWAS" and each.value.strip().upper() == "COMPANY")
        for each in card
    )
    own = cells["Name on the card"] or cells["Organisation"]
    return says or bool(own and own == cells["Organisation"] and not cells["Last name"] and not cells["First name"])
