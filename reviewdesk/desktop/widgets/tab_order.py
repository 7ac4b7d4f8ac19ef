"""Lets Tab go from field to field as they stand on the screen, also where some were made later than others."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QWidget

from reviewdesk.desktop.widgets.side_by_side import SideBySide


def tab_as_laid_out(column: QLayout) -> None:
    """Let Tab lead through everything in a layout from top to bottom, beginning where the first of it stands now."""
    for before, after in pairwise(tab_stops(column)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def tab_in_order(widgets: Sequence[QWidget]) -> None:
    """Let Tab lead through what is laid out in these widgets, one widget after the other."""
    layouts = (each.layout() for each in widgets)
    stops = [stop for each in layouts if each is not None for stop in tab_stops(each)]
    for before, after in pairwise(stops):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def tab_stops(layout: QLayout) -> list[QWidget]:
    """Give what Tab stops at in a layout, from top to bottom."""
    return [each for each in _stops(layout) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inside, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if inside is not None:
            yield from _stops(inside)
        elif widget is not None:
            yield from _stops_of(widget)


def _stops_of(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    layout = widget.layout()
    if isinstance(widget, SideBySide):
        for each in widget.columns:
            yield from _stops_of(each)
    elif layout is not None and not isinstance(widget, QAbstractScrollArea):
        yield from _stops(layout)
