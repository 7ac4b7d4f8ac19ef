"""What the lists of the import page show, as plain values."""

from collections.abc import Hashable
from dataclasses import dataclass

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a title, a quiet remark and a pill; a heading stands over others, and `opens` says that it has a menu.

    `group` is what the chips over the list tell apart.
    """

    key: Hashable
    title: str
    meta: str = ""
    pill: str = ""
    tone: Tone = Tone.NEUTRAL
    group: str = ""
    is_heading: bool = False
    opens: bool = False

    @property
    def shown_pill(self) -> PillText | None:
        """The pill, where there is one."""
        return PillText(self.pill, self.tone) if self.pill else None

    @property
    def said(self) -> str:
        """The row as it is read aloud."""
        return ", ".join(part for part in (self.title, self.meta, self.pill) if part)
