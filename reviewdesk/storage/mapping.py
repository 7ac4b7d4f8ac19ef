"""How records become rows and rows become records, worked out from the records' own types."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache, lru_cache, partial
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

from sqlalchemy import Table

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.purchase import DECIMALS_KEPT, LARGEST_AMOUNT
from reviewdesk.storage.ids import id_of

Stored = str | int | None
Row = Mapping[Any, Any]
Record = TypeVar("Record")
SCALE = 10**DECIMALS_KEPT
_EXACT = 24  # digits that a decimal of the usual precision scales without rounding
_TOO_LARGE = 1 << 62
_NOTHING = "[]"
_SHORT = 200  # letters of values that are kept once they were read


def clean(text: str) -> str:
    """Give the text as a file can hold it: half characters, which some programs leave behind, become U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _whole(value: int) -> int:
    if abs(value) >= _TOO_LARGE:
        raise RefusedError("A number is too large to keep. Correct it, or leave it empty.")
    return int(value)


def _moment(value: datetime) -> str:
    assert value.tzinfo is not None, "a moment without its zone is no moment"  # noqa: S101 - a mistake of ours
    return value.astimezone(UTC).isoformat()


_TO: dict[type, Callable[[Any], Stored]] = {
    UUID: lambda value: value.hex,
    date: date.isoformat,
    datetime: _moment,
    time: time.isoformat,
    Decimal: str,
    int: _whole,
    bool: int,
    str: clean,
}
_FROM: dict[type, Callable[[Any], Any]] = {
    UUID: id_of,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    Decimal: Decimal,
    int: int,
    bool: bool,
    str: str,
}


@dataclass(frozen=True, slots=True)
class FieldMap:
    """One field of a record: the column of the same name and the way there and back."""

    name: str
    store: Callable[[Any], Stored]
    load: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class RecordMap(Generic[Record]):
    """A kind of record, its class and its table."""

    kind: Kind
    record: type[Record]
    table: Table
    fields: tuple[FieldMap, ...]
    noun: str
    values: Callable[[Any], tuple[Any, ...]]
    loads: tuple[tuple[str, Callable[[Any], Any] | None], ...]

    def field(self, name: str) -> FieldMap:
        """Give the way into the column of one field and back."""
        return next(each for each in self.fields if each.name == name)

    def to_row(self, record: Record) -> dict[str, Stored]:
        """Give the stored values of a record."""
        return {
            each.name: value if value is None or (type(value) is str and value.isascii()) else each.store(value)
            for each, value in zip(self.fields, self.values(record), strict=True)
        }

    def to_record(self, row: Row, **extra: object) -> Record:
        """Give the record of a row; `extra` are fields kept in other tables."""
        values = {
            name: value if (value := row[name]) is None or load is None else load(value) for name, load in self.loads
        }
        return self.record(**values, **extra)


def map_record(
    kind: Kind, record: type[Record], table: Table, *, elsewhere: frozenset[str] = frozenset()
) -> RecordMap[Record]:
    """Map a record class to its table; `elsewhere` names the fields kept in other tables."""
    mapped = map_fields(record, table, elsewhere=elsewhere)
    loads = tuple((each.name, _load_of(each)) for each in mapped)
    return RecordMap(kind, record, table, mapped, kind.value, attrgetter(*(each.name for each in mapped)), loads)


def _load_of(field_map: FieldMap) -> Callable[[Any], Any] | None:
    """Give what makes a stored value that is there our own, or nothing where it is that already."""
    load = field_map.load
    if isinstance(load, partial) and load.func is _unless_none:
        load = load.args[0]
    return None if load in {int, str} else load


def map_fields(record: type[Any], table: Table, *, elsewhere: frozenset[str] = frozenset()) -> tuple[FieldMap, ...]:
    """Map the fields of a record class to the columns of the same names."""
    hints = get_type_hints(record)
    names = [each.name for each in fields(record) if each.name not in elsewhere]
    return tuple(_field_map(table, name, hints[name]) for name in names)


def _field_map(table: Table, name: str, hint: Any) -> FieldMap:  # noqa: ANN401 - a type hint may be any object
    assert name in table.c, f"{table.name} has no column for {name}"  # noqa: S101 - a mistake of ours, seen at import
    if table.name == "purchase" and name == "amount":
        return FieldMap(name, _scaled, _unscaled)
    return FieldMap(name, *codec(hint))


def _scaled(amount: Decimal) -> int:
    if not amount.is_finite() or abs(amount) >= LARGEST_AMOUNT:
        raise RefusedError(f"“{amount}” is not an amount that a purchase can have. Correct it and try again.")
    _, digits, exponent = amount.as_tuple()
    if isinstance(exponent, int) and -DECIMALS_KEPT <= exponent <= 0 and len(digits) < _EXACT:
        return int(amount.scaleb(DECIMALS_KEPT))
    scaled = Fraction(amount) * SCALE
    if scaled.denominator != 1:
        raise RefusedError(f"The amount {amount} has more than four decimal places. Round it and try again.")
    return scaled.numerator


def _unscaled(stored: int) -> Decimal:
    amount = Decimal(stored) / SCALE
    return amount.quantize(Decimal("0.01")) if stored % 100 == 0 else amount


@cache
def codec(hint: Any) -> tuple[Callable[[Any], Stored], Callable[[Any], Any]]:  # noqa: ANN401 - as above
    """Give the way into a column and back for a type."""
    if get_origin(hint) is UnionType:
        inner = next(each for each in get_args(hint) if each is not NoneType)
        store, load = codec(inner)
        return partial(_unless_none, store), partial(_unless_none, load)
    if get_origin(hint) is tuple:
        return partial(_to_json, hint), partial(_from_json, hint)
    if issubclass(hint, StrEnum):
        return str, partial(_member, hint, {each.value: each for each in hint})
    return _TO[hint], _FROM[hint]


def _member(of: type[StrEnum], known: Mapping[str, StrEnum], value: str) -> StrEnum:
    """Give the member of a value: looking it up takes a third of calling the class, and lists read many."""
    found = known.get(value)
    return of(value) if found is None else found


def _unless_none(step: Callable[[Any], Any], value: Any) -> Any:  # noqa: ANN401 - as above
    return None if value is None else step(value)


def _to_json(hint: Any, value: Any) -> str:  # noqa: ANN401 - as above
    return json.dumps(plain(hint, value), ensure_ascii=False, separators=(",", ":"))


def _from_json(hint: Any, text: str) -> Any:  # noqa: ANN401 - as above
    if text == _NOTHING:
        return ()
    return _from_short_json(hint, text) if len(text) <= _SHORT else rich(hint, json.loads(text))


@lru_cache(maxsize=8_192)
def _from_short_json(hint: Any, text: str) -> Any:  # noqa: ANN401 - as above
    """Give the value of a text that many records may hold; values are frozen, so that it may be one and the same."""
    return rich(hint, json.loads(text))


def _item_hints(hint: Any, size: int) -> list[Any]:  # noqa: ANN401 - as above
    inner = get_args(hint)
    return [inner[0]] * size if inner[-1] is Ellipsis else list(inner)


@cache
def _hints(record: type[Any]) -> dict[str, Any]:
    return get_type_hints(record)


def plain(hint: Any, value: Any) -> Any:  # noqa: ANN401 - as above
    """Give a value of this type as JSON can hold it."""
    if get_origin(hint) is tuple:
        return [plain(each, item) for each, item in zip(_item_hints(hint, len(value)), value, strict=True)]
    if is_dataclass(hint) and isinstance(hint, type):
        hints = _hints(hint)
        return {each.name: plain(hints[each.name], getattr(value, each.name)) for each in fields(hint)}
    return codec(hint)[0](value)


def rich(hint: Any, value: Any) -> Any:  # noqa: ANN401 - as above
    """Give the value of this type that `plain` made this of; what is left out is as it is by itself."""
    return _rich(hint)(value)


@cache
def _rich(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - as above
    """Give what makes our own value of what stood in JSON; it is worked out once for a type, since lists read many."""
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[-1] is Ellipsis:
            return partial(_every, _rich(inner[0]))
        return partial(_each, tuple(_rich(each) for each in inner))
    if is_dataclass(hint) and isinstance(hint, type):
        return partial(_made, hint, {name: _rich(each) for name, each in _hints(hint).items()})
    return codec(hint)[1]


def _every(load: Callable[[Any], Any], value: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(map(load, value))


def _each(loads: Sequence[Callable[[Any], Any]], value: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(load(item) for load, item in zip(loads, value, strict=True))


def _made(record: type[Any], loads: Mapping[str, Callable[[Any], Any]], value: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as above
    return record(**{name: loads[name](item) for name, item in value.items()})
