"""Walks what a screen reader sees."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_ROLE = QAccessible.Role
CONTROLS = {
    _ROLE.PushButton,
    _ROLE.ButtonMenu,
    _ROLE.CheckBox,
    _ROLE.RadioButton,
    _ROLE.EditableText,
    _ROLE.ComboBox,
    _ROLE.SpinBox,
    _ROLE.Slider,
    _ROLE.List,
    _ROLE.Table,
    _ROLE.Tree,
    _ROLE.PageTab,
    _ROLE.ListItem,
    _ROLE.Chart,
}


def below(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Give everything a screen reader sees under a widget."""
    top = QAccessible.queryAccessibleInterface(widget)
    waiting = [top] if top is not None else []
    while waiting:
        seen = waiting.pop()
        yield seen
        waiting += [child for at in range(seen.childCount()) if (child := seen.child(at)) is not None]


def name_of(seen: QAccessibleInterface) -> str:
    """Give the name it is read by."""
    return seen.text(QAccessible.Text.Name)


def unnamed_controls(widget: QWidget) -> list[str]:
    """Name the classes of the controls that a screen reader could not say."""
    found = []
    for seen in below(widget):
        thing = seen.object() or seen.parent().object()  # the items of a list are no objects of their own
        hidden = isinstance(thing, QWidget) and not thing.isVisibleTo(widget)
        inner = isinstance(thing, QWidget) and thing.objectName().startswith("qt_")
        if seen.role() in CONTROLS and not name_of(seen) and not hidden and not inner:
            found.append(f"{type(thing).__name__} ({seen.role().name}) in {type(thing.parent()).__name__}")
    return found
