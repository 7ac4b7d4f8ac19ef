"""What one row of a list shows and what can be done with it."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum

from reviewdesk.desktop.widgets.pill import PillText


class ActionShape(Enum):
    """How an action of a row looks."""

    ICON = "icon"
    BUTTON = "button"
    PRIMARY = "primary"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class RowAction:
    """Something to do with a row; `shortcut` works while the row has the focus."""

    id: str
    text: str
    icon: str = ""
    shortcut: str = ""
    shape: ActionShape = ActionShape.ICON
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what is shown and what can be done with it.

    A `level` one begins where rows with a tick do; a `wide_time` has room for a day with its year.
    """

    key: Hashable
    title: str
    meta: str = ""
    time: str = ""
    tile: str = ""
    icon: str = ""
    pills: tuple[PillText, ...] = ()
    actions: tuple[RowAction, ...] = ()
    now: bool = False
    done: bool = False
    level: bool = False
    wide_time: bool = False

    @property
    def said(self) -> str:
        """The row as it is read aloud."""
        return ", ".join(part for part in (self.time, self.title, self.meta, *(p.text for p in self.pills)) if part)
