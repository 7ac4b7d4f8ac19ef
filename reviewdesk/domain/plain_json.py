"""Frozen values as JSON text and back, exactly: dates, times, decimals, ids, bytes and enums included."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

V = TypeVar("V")

_READ: dict[type, Callable[[str], object]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    UUID: UUID,
    time: time.fromisoformat,
    Decimal: Decimal,
    bytes: lambda words: b64decode(words, validate=True),
}


def write_json(value: object) -> str:
    """Write a frozen value as one line of ASCII text; the same value always gives the same text."""
    return json.dumps(_plain(value), ensure_ascii=True, separators=(",", ":"))


def read_json(kind: type[V], text: str) -> V:
    """Read a value of this kind from what `write_json` wrote.

    Raises:
        ValueError: the text is not such a value.
    """
    try:
        return _of(kind, _value(kind, json.loads(text)))
    except (TypeError, ArithmeticError) as error:
        raise ValueError(f"This is not a stored {kind.__name__}: {error}") from error


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | UUID) else value


def _value(kind: object, plain: object) -> object:
    if get_origin(kind) in (Union, UnionType):
        return None if plain is None else _value(next(each for each in get_args(kind) if each is not type(None)), plain)
    if get_origin(kind) is tuple:
        return tuple(_value(get_args(kind)[0], each) for each in _of(list, plain))
    simple = cast("type[Any]", kind)
    if is_dataclass(simple):
        known = _hints(simple)
        named = _of(dict, plain).items()
        return cast("Any", simple)(**{name: _value(known[name], each) for name, each in named if name in known})
    if simple in _READ:
        return _READ[simple](_of(str, plain))
    return simple(plain) if issubclass(simple, Enum) else _of(simple, plain)


def _of(kind: type[V], plain: object) -> V:
    if not isinstance(plain, kind) or (kind is int and isinstance(plain, bool)):
        raise TypeError(f"{plain!r:.60} is not {kind.__name__}")
    return plain


@cache
def _hints(kind: type[Any]) -> dict[str, object]:
    return get_type_hints(kind)
