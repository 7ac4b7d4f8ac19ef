"""Cards: a surface with a heading and something under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.labels import ElidedLabel, Hairline, Part, redress

_INSET = 18


class SectionHeading(QWidget):
    """A heading with a quiet remark and small things at its right end."""

    def __init__(self, text: str, remark: str = "", part: Part = Part.HEADING) -> None:
        super().__init__()
        self._text = ElidedLabel(text, part, least=12)
        self._remark = ElidedLabel(remark, Part.MUTED)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._remark)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another heading."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def show_remark(self, remark: str) -> None:
        """Show another remark."""
        self._remark.setText(remark)

    def add(self, widget: QWidget) -> None:
        """Place something at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class Card(QFrame):
    """A surface with an optional heading, a hairline under it, and a body that reaches the edges or keeps off them."""

    def __init__(self, title: str = "", remark: str = "", *, edge_to_edge: bool = False) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setAccessibleName(title)
        self.heading = SectionHeading(title, remark)
        self.heading.setContentsMargins(_INSET, 13, _INSET, 12)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(1, 1, 1, 1)
        self._all.setSpacing(0)
        self._all.addWidget(self.heading)
        self.heading.setVisible(bool(title))
        self.body = QVBoxLayout()
        self._all.addLayout(self.body, 1)
        self._all.addStretch(0)
        self._inset(edge_to_edge=edge_to_edge, titled=bool(title))

    def _inset(self, *, edge_to_edge: bool, titled: bool) -> None:
        if edge_to_edge:
            self.body.setSpacing(0)
            self.body.setContentsMargins(0, 0, 0, 6)
            self._all.insertWidget(1, Hairline()) if titled else None
            return
        self.body.setSpacing(10)
        self.body.setContentsMargins(_INSET, 0 if titled else 16, _INSET, 16)

    def set_tone(self, tone: Tone) -> None:
        """Tint the whole card; its words must say the same."""
        self.setProperty("tone", tone.value)
        redress(self)

    def add(self, what: QWidget | QLayout, stretch: int = 0) -> None:
        """Place something at the end of the body."""
        if isinstance(what, QLayout):
            self.body.addLayout(what, stretch)
        else:
            self.body.addWidget(what, stretch)
