"""Reads what a person types into a field of their own, and writes what stands in it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from reviewdesk.domain.custom_field import CustomField, FieldKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.intervals import short_day
from reviewdesk.services import typed_values as typed

YES: Final = "yes"
NO: Final = "no"
LONGEST: Final = 2000


def read_value(field: CustomField, text: str, today: date) -> str:
    """Give what is stored for what was typed; nothing for nothing.

    Raises:
        RefusedError: it cannot be read as what the field holds.
    """
    return _READERS[field.kind](field, text, today) if text.strip() else ""


def shown_value(field: CustomField, value: str) -> str:
    """Write what is stored as a person types it."""
    if field.kind is FieldKind.DAY and value:
        return short_day(date.fromisoformat(value), date.min)
    return value


def _text(field: CustomField, text: str, _today: date) -> str:
    if len(text) > LONGEST:
        raise RefusedError(f"“{field.name}” holds at most {LONGEST:,} characters. Shorten it; the notes have room.")
    return text.strip()


def _number(field: CustomField, text: str, _today: date) -> str:
    sign, figures = ("-", text.strip()[1:]) if text.strip()[0] in "-\u2212" else ("", text)
    try:
        found = typed.amount(figures)
    except RefusedError as error:
        raise _no_number(field, text) from error
    if found is None or found < 0:
        raise _no_number(field, text)
    return f"{sign if found else ''}{found:f}"


def _no_number(field: CustomField, text: str) -> RefusedError:
    return RefusedError(f"“{text.strip()}” is not a number, and “{field.name}” holds one. Write it as 12500 or 12.5.")


def _day(_field: CustomField, text: str, today: date) -> str:
    found = typed.day(text, today)
    return found.isoformat() if found else ""


def _yes_or_no(_field: CustomField, text: str, _today: date) -> str:
    return YES if typed.yes_or_no(text) else NO


def _choice(field: CustomField, text: str, _today: date) -> str:
    for each in field.choices:
        if folded(each) == folded(text):
            return each
    known = f"among these: {', '.join(field.choices)}" if field.choices else f"a choice of “{field.name}”"
    raise RefusedError(f"“{text.strip()}” is not {known}. Choose one of them, or add it to the choices in Settings.")


_READERS: Final[Mapping[FieldKind, Callable[[CustomField, str, date], str]]] = {
    FieldKind.TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.DAY: _day,
    FieldKind.YES_NO: _yes_or_no,
    FieldKind.CHOICE: _choice,
}
