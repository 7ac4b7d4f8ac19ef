"""Sets the tier of an account by hand, with the reason that this asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.account import Tier


class TierSheet(Sheet):
    """Asks for a tier and why.

    Signals:
        chosen: the tier and the reason.
    """

    chosen = Signal(object, str)

    def __init__(self, tier: Tier | None, because: str, parent: QWidget) -> None:
        sentence = parent.tr("A tier set by hand stays until you let the rule set it again.")
        super().__init__(parent.tr("Set the tier by hand"), parent.tr("Set it"), parent, sentence=sentence)
        self.tier = ChoiceField(self.tr("Tier"), [(each, each.value) for each in Tier], tier or Tier.A, quiet=False)
        self.because = LineField(self.tr("Because"), because, quiet=False)
        self.add(self.tier)
        self.add(self.because)
        self.asked.connect(self._choose)

    def _choose(self) -> None:
        # What a box holds comes back from Qt as plain text.
        self.chosen.emit(Tier(str(self.tier.value())), self.because.value())
