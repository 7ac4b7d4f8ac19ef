"""The one shape in which everything that happens with an account is read."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, literal, null, select

from reviewdesk.domain.happening import What

DAY: Final = 10
_REST: Final = {"words": "", "detail": "", "person": None, "number": None, "first": None, "last": None}


def event(what: What, day: ColumnElement[Any], record_id: ColumnElement[Any], **known: Any) -> Select[Any]:  # noqa: ANN401 - columns or words
    """Select one kind of thing that happens; what is not known of it is empty.

    `first` and `last` number the changes it is made of.
    """
    values = {**_REST, **known}
    return select(
        day.label("day"),
        literal(what.value).label("what"),
        record_id.label("record_id"),
        *(_column(value).label(name) for name, value in values.items()),
    )


def _column(value: Any) -> ColumnElement[Any]:  # noqa: ANN401 - a column, a word or nothing
    if value is None:
        return null()
    return value if isinstance(value, ColumnElement) else literal(value)


def created(table: Any) -> ColumnElement[str]:  # noqa: ANN401 - any table of records
    """Give the day on which a record came into the book."""
    return func.substr(table.c.created_at, 1, DAY)
