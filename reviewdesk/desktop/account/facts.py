"""What is known, one line each: a label and words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.labels import Label, Part

_PARTS = {Tone.BAD: Part.BAD, Tone.WARN: Part.WARN}


class Facts(QWidget):
    """Labels with what is known, one line each."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[Label] = []

    def show_facts(self, facts: Sequence[tuple[str, str, Tone | None]]) -> None:
        """Show these in place of those before."""
        for old in self._labels:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._labels = []
        for at, (name, words, tone) in enumerate(facts):
            pair = (
                Label(name, Part.MUTED),
                Label(words, _PARTS.get(tone, Part.STRONG) if tone else Part.STRONG, wraps=True),
            )
            for column, label in enumerate(pair):
                self._grid.addWidget(label, at, column)
                self._labels.append(label)
