"""Pairs that are likely to be one account, as rows."""

from collections.abc import Sequence
from typing import Final

from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.services.duplicates import MOST_PAIRS, Pair

_MERGE: Final = RowAction("merge", "Merge …", "combine", "M", ActionShape.BUTTON)
_APART: Final = RowAction("apart", "Not the same", "x", "N", ActionShape.BUTTON)


def sections_of(pairs: Sequence[Pair]) -> list[Section]:
    """Give the pairs as rows, each with what can be done about it."""
    return [Section("", tuple(_row(each) for each in pairs))]


def status_of(pairs: Sequence[Pair]) -> str:
    """Say how many pairs there are."""
    if not pairs:
        return ""
    if len(pairs) >= MOST_PAIRS:
        return f"The {len(pairs)} likeliest pairs"
    return "1 pair may be one account" if len(pairs) == 1 else f"{len(pairs)} pairs may be one account each"


def _row(pair: Pair) -> Row:
    first = RowAction("first", f"Open {pair.first.name}", "arrow-left", "1")
    second = RowAction("second", f"Open {pair.second.name}", "arrow-right", "2")
    cities = " and ".join(dict.fromkeys(each.city for each in (pair.first, pair.second) if each.city))
    return Row(
        (pair.first.id, pair.second.id),
        f"{pair.first.name}  ·  {pair.second.name}",
        " · ".join(filter(None, (pair.why, cities))),
        tile=pair.first.name,
        actions=(_MERGE, _APART, first, second),
    )
