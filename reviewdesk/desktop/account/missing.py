"""What is missing among the people of one account, and what to do about it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.coverage import Gap, Missing

_GRAVE = frozenset({Gap.EVERYONE_LEFT, Gap.SPONSOR_LEFT})


class MissingCard(Card):
    """A short list of gaps; one about somebody leads to them.

    Signals:
        asked: the id of the person whom the opened gap is about.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(edge_to_edge=True)
        self.setAccessibleName(self.tr("What is missing"))
        self._about: dict[Gap, UUID] = {}
        self.rows = RowList(self.tr("What is missing"))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.add(self.rows)
        self.rows.opened.connect(self._open)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show these gaps, the worst first; without one the card goes."""
        self._about = {each.gap: each.person_id for each in missing if each.person_id is not None}
        self.rows.show_rows([_row(each) for each in missing])
        self.setVisible(bool(missing))

    def _open(self, gap: Gap) -> None:
        if gap in self._about:
            self.asked.emit(self._about[gap])


def pill_of(missing: Sequence[Missing]) -> PillText:
    """Give the worst gap as a pill; none where nothing presses."""
    worst = next((each for each in missing if each.is_pressing), None)
    return PillText(worst.words, Tone.WARN) if worst is not None else PillText("")


def _row(missing: Missing) -> Row:
    words = missing.words[0].upper() + missing.words[1:]
    icon = "user-minus" if missing.gap in _GRAVE else "circle-alert" if missing.is_pressing else "info"
    return Row(missing.gap, words, missing.to_do, icon=icon)
