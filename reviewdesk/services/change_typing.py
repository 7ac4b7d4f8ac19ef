"""Reads what is typed into a change, and names a change by what it changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.planned_change import ChangingItem, PlannedChange
from reviewdesk.services import typed_values as typed
from reviewdesk.storage.lists.changing import product_names
from reviewdesk.storage.reading import Reading

ENDS: Final = frozenset({"discontinued", "ends", "end", "gone", "x"})
_LONGEST_NOTICE: Final = 730


def own_name(change: PlannedChange, today: date) -> str:
    """Name a change by what it changes: "Drive X4 +4.5 % from 1 Jun 2027", "Drive X4, Belt B2 from 1 Jun 2027"."""
    words = {each.words for each in change.items}
    how = f" {next(iter(words))}" if len(words) == 1 else ""
    return f"{change.for_customers or 'Nothing yet'}{how} from {short_day(change.effective, today)}"


def renamed(before: PlannedChange, after: PlannedChange, today: date) -> PlannedChange:
    """Let the name go along with what it names, unless the person gave it another one."""
    return replace(after, name=own_name(after, today)) if before.name == own_name(before, today) else after


def field_typed(change: PlannedChange, field: str, text: str, today: date) -> PlannedChange:
    """Put what was typed into a field: one of `READERS`, or `why:de` and the like for words in one more language.

    Raises:
        RefusedError: it cannot be read.
    """
    name, _, language = field.partition(":")
    value = READERS[name](text, today)
    if language:
        return change.worded(replace(change.wording(language), **{name: value}))  # type: ignore[arg-type]
    return replace(change, **{name: value})  # type: ignore[arg-type]


def item_typed(reading: Reading, name: str, becomes: str) -> ChangingItem:
    """Read one item as it was typed.

    Raises:
        RefusedError: no product is called so, or what becomes of it is neither a number nor "discontinued".
    """
    wanted = folded(name)
    alike = [each for each in product_names(reading.connection) if wanted and folded(each) == wanted]
    found = name.strip() if name.strip() in alike else next(iter(alike), None)
    if found is None:
        raise RefusedError(f"No product is called “{name.strip()}”. Choose one that was bought or is on the list.")
    return ChangingItem(name=found, percent=percent_of(becomes))


def percent_of(becomes: str) -> Decimal | None:
    """Read what becomes of an item: per cent such as +4.5, or nothing for "discontinued".

    Raises:
        RefusedError: it is neither.
    """
    tidy = becomes.strip().casefold().removesuffix("%").strip().replace("−", "-")
    if tidy in ENDS:
        return None
    try:
        return Decimal(tidy.replace(",", ".").replace(" ", ""))
    except InvalidOperation:
        raise RefusedError("Say by how many per cent it changes, like 4.5 or -3, or type discontinued.") from None


def effective_day(text: str, today: date) -> date:
    """Read the day from which a change holds.

    Raises:
        RefusedError: nothing is typed, or it is no day.
    """
    found = typed.day(text, today)
    if found is None:
        raise RefusedError("Say from which day on it holds, like 1 Jun 2027.")
    return found


def _notice(text: str, _today: date) -> int:
    found = typed.amount(text)
    if found is None or found != int(found) or not 0 <= found <= _LONGEST_NOTICE:
        raise RefusedError(f"Type the notice in days, from 0 to {_LONGEST_NOTICE}.")
    return int(found)


def _name(text: str, _today: date) -> str:
    return typed.name(text)


def _lines(text: str, _today: date) -> str:
    return typed.lines(text)


READERS: Final[dict[str, Callable[[str, date], object]]] = {
    "name": _name, "effective": effective_day, "why": _lines, "offer": _lines, "notice_days": _notice,
}  # fmt: skip
