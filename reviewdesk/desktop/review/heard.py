"""Three things we heard: chosen among what goes right, quotes with consent, and concerns."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.said import Consent, Quote
from reviewdesk.domain.summary import MOST_HEARD

_MOST = 20
_LONGEST = 42


def candidates(shown: Shown) -> list[tuple[UUID, str]]:
    """Give the lines that can be printed as heard, each with its words."""
    found = []
    for each in shown.lines:
        words = each.line.print_wording or each.read.said.what or each.read.said.words
        if each.line.set_aside:
            continue
        if each.read.marker is Marker.GOING_RIGHT:
            found.append((each.line.id, words))
        elif (
            isinstance(each.record, Quote)
            and not each.record.withdrawn
            and each.record.consent is not Consent.NOT_ASKED
        ):
            found.append((each.line.id, f"“{each.record.words}”"))
        elif isinstance(each.record, Concern) and not (each.record.set_aside or each.record.is_withdrawn):
            found.append((each.line.id, each.record.summary))
    return found


class HeardList(QWidget):
    """The lines to choose up to three from; without a choice the summary takes the first.

    Signals:
        chosen: the lines that are chosen, in the order they were chosen.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Three things we heard"))
        self._boxes: dict[UUID, QCheckBox] = {}
        self._heard: tuple[UUID, ...] = ()
        self._nothing = Label(
            self.tr("What goes right, quotes with consent and concerns can be chosen here."), Part.SMALL, wraps=True
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._nothing)

    def show_review(self, shown: Shown) -> None:
        """Show what can be chosen, and what is."""
        every = dict(candidates(shown))
        self._heard = tuple(each for each in shown.review.heard if each in every)
        first = (*self._heard, *(each for each in every if each not in self._heard))[:_MOST]
        found = [(each, words) for each, words in every.items() if each in first]
        kept, self._boxes = self._boxes, {}
        for at, (line_id, words) in enumerate(found):
            box = kept.pop(line_id, None) or self._box(line_id)
            box.setText(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
            box.setToolTip(words)
            box.setChecked(line_id in self._heard)
            self._column.insertWidget(at, box)
            self._boxes[line_id] = box
        for gone in kept.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._nothing.setVisible(not found)
        self._fill_up()

    def _box(self, line_id: UUID) -> QCheckBox:
        box = QCheckBox()
        box.setObjectName(str(line_id))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.clicked.connect(self._choose)
        return box

    def choose(self, line_id: UUID) -> None:
        """Choose a line as heard where there is room."""
        if line_id not in self._heard and len(self._heard) < MOST_HEARD:
            self._heard = (*self._heard, line_id)
            if line_id in self._boxes:
                self._boxes[line_id].setChecked(True)
            self._fill_up()
            self.chosen.emit(self._heard)

    def _choose(self) -> None:
        line_id = UUID(self.sender().objectName())
        kept = tuple(each for each in self._heard if each != line_id)
        self._heard = (*kept, line_id) if self._boxes[line_id].isChecked() else kept
        self._fill_up()
        self.chosen.emit(self._heard)

    def _fill_up(self) -> None:
        full = len(self._heard) >= MOST_HEARD
        for line_id, box in self._boxes.items():
            box.setEnabled(not full or line_id in self._heard)
