"""Any record that a book can hold, made from the records' own types."""

from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from hypothesis import strategies as st

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.planned_change import ChangingItem
from reviewdesk.domain.shared_problem import SharedProblem

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: st.integers(-(2**62) + 1, 2**62 - 1),
    bool: st.booleans(),
    UUID: st.uuids(),
    date: st.dates(),
    time: st.times(),
    datetime: st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12),
}
SPECIAL = dict.fromkeys(((Concern, "severity"), (SharedProblem, "severity")), st.integers(1, 4))
SPECIAL[ChangingItem, "percent"] = st.none() | st.decimals("0.01", 999, places=2)


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Give any value of a type."""
    if get_origin(hint) is UnionType:
        return st.one_of([st.none() if each is NoneType else any_of(each) for each in get_args(hint)])
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[-1] is Ellipsis:
            return st.lists(any_of(inner[0]), max_size=3).map(tuple)
        return st.tuples(*map(any_of, inner))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    return records(hint) if is_dataclass(hint) else PLAIN[hint]


def records(record: type[Any], **fixed: Any) -> st.SearchStrategy[Any]:
    """Give any record of a class, with every field filled in; a new one has no version yet."""
    hints = get_type_hints(record)
    names = [each.name for each in fields(record) if each.name not in {"version", *fixed}]
    chosen = {name: SPECIAL.get((record, name), any_of(hints[name])) for name in names}
    return st.builds(record, **chosen, **{name: st.just(value) for name, value in fixed.items()})
