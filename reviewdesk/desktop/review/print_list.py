"""What the customer will read: each printed line with its own wording, or set aside; and consent for each quote."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.review.chips import TONES
from reviewdesk.desktop.review.model import Printed, Shown, printed
from reviewdesk.desktop.review.words import breakable
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import Pill, PillText, pill_size
from reviewdesk.desktop.widgets.side_by_side import SideBySide
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.said import Consent, Quote

MOST: Final = 40
_TOLD_WITHIN: Final = 900
_WHOLE_CHOICE: Final = 22


class PrintedRow(QWidget):
    """One line as it is printed.

    Signals:
        reworded: the line and its wording for print.
        set_aside: the line, and whether it is kept out of the summary.
    """

    reworded = Signal(object, str)
    set_aside = Signal(object, bool)

    def __init__(self, line: Printed) -> None:
        super().__init__()
        self._line = line
        self._told: str | None = None
        self._within = QTimer(self)
        self._within.setSingleShot(True)
        self._within.setInterval(_TOLD_WITHIN)
        self._within.timeout.connect(self._tell_words)
        self._pill = Pill(line.marker.value)
        self.words = QLineEdit()
        self.words.setProperty("quiet", True)
        self.words.setAccessibleName(self.tr("Wording for print"))
        self.prints = QCheckBox(self.tr("print"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(_held(self._pill))
        row.addWidget(self.words, 1)
        row.addWidget(self.prints)
        self.show_line(line)
        self.words.textEdited.connect(self._typed)
        self.words.editingFinished.connect(self._tell_words)
        self.prints.clicked.connect(self._tell_aside)

    def show_line(self, line: Printed) -> None:
        """Show this line, unless it is being typed in or its new wording is on its way into the book."""
        if line.words != self._line.words:
            self._told = None
        self._line = line
        self._pill.show_pill(PillText(line.marker.value, TONES.get(line.marker, Tone.NEUTRAL)))
        self.prints.setChecked(not line.set_aside)
        self.words.setEnabled(not line.set_aside)
        if not self.words.hasFocus() and self.is_told:
            self.words.setText(line.words)
            self.words.setCursorPosition(0)
        self.words.setToolTip(self.tr("As typed: {text}").format(text=line.line.text.strip()))

    @property
    def is_told(self) -> bool:
        """Say whether what was typed is told and taken over, so that what is stored may be shown."""
        return self._told is None and not self._within.isActive()

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._tell_words()

    def _typed(self) -> None:
        if not self._within.isActive():
            self._within.start()

    def _tell_words(self) -> None:
        self._within.stop()
        typed = self.words.text().strip()
        if typed != (self._line.words if self._told is None else self._told):
            self._told = typed or None
            self.reworded.emit(self._line.line.id, typed)

    def _tell_aside(self) -> None:
        self.set_aside.emit(self._line.line.id, not self.prints.isChecked())


def _held(pill: Pill) -> QWidget:
    """Hold a pill in a column that is wide enough for every kind."""
    holder = QWidget()
    widest = max(pill_size(each.value, pill.font())[0] for each in Marker)
    holder.setFixedWidth(round(widest) + 2)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(pill)
    row.addStretch(1)
    return holder


def choose(box: QComboBox, value: object) -> None:
    """Choose the entry that stands for a value, else the first."""
    values = [box.itemData(at) for at in range(box.count())]
    box.setCurrentIndex(values.index(value) if value in values else 0)


def _narrow(box: QComboBox) -> None:
    """Let a box be narrower than its longest choice; its list shows them whole."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(3)
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(at)) for at in range(box.count()))
    box.view().setMinimumWidth(longest + box.fontMetrics().averageCharWidth() * 6)


class QuoteRow(QWidget):
    """One quote: the words as noted, who said it, and whether they agreed to be printed.

    Signals:
        consented: the quote, the consent, and who said it or nothing.
    """

    consented = Signal(object, object, object)

    def __init__(self, quote: Quote, people: list[tuple[UUID, str]]) -> None:
        super().__init__()
        self._quote = quote
        self.consent = ChoiceBox()
        self.consent.setAccessibleName(self.tr("Consent"))
        for each in Consent:
            self.consent.addItem(_CONSENT[each], each)
        self.person = ChoiceBox()
        self.person.setAccessibleName(self.tr("Who said it"))
        self.person.addItem(self.tr("nobody named"), None)
        for who, name in people:
            self.person.addItem(name, who)
        _narrow(self.consent)
        _narrow(self.person)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(breakable(f"“{quote.words}”"), wraps=True))
        column.addWidget(SideBySide(self.person, self.consent, gap=6, least=_WHOLE_CHOICE))
        self.show_quote(quote)
        self.consent.activated.connect(self._tell)
        self.person.activated.connect(self._tell)

    def show_quote(self, quote: Quote) -> None:
        """Show how it stands with this quote."""
        self._quote = quote
        self.consent.setCurrentIndex(list(Consent).index(quote.consent))
        choose(self.person, quote.person_id)

    def _tell(self) -> None:
        self.consented.emit(self._quote.id, Consent(self.consent.currentData()), self.person.currentData())


_CONSENT: Final = {
    Consent.NOT_ASKED: "not asked",
    Consent.UNNAMED: "yes, unnamed",
    Consent.NAMED: "yes, named",
}


class PrintCard(Card):
    """All lines that are printed.

    Signals:
        reworded: the line and its wording for print.
        set_aside: the line, and whether it is kept out of the summary.
        preview_asked: the person wants to see the pages.
    """

    reworded = Signal(object, str)
    set_aside = Signal(object, bool)
    preview_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What the customer reads"))
        self.preview = ghost_button(self.tr("Preview the pages"), "eye")
        self.preview.setToolTip(self.tr("See the summary as it would be printed, and reword it there (Ctrl+Shift+P)"))
        self.preview.clicked.connect(self.preview_asked)
        self._note = Label(self.tr("Reworded here; the note stays as typed."), Part.SMALL, wraps=True)
        self._nothing = Label(self.tr("Nothing is marked for the customer yet."), Part.MUTED, wraps=True)
        self._more = Label(part=Part.MUTED)
        self._rows: dict[UUID, PrintedRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.add(self._nothing)
        self.add(self._note)
        self.add(self._column)
        self.add(self._more)
        self.add(self.preview)

    @property
    def rows(self) -> tuple[PrintedRow, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows.values())

    def row_of(self, line_id: UUID) -> PrintedRow | None:
        """Give the row of a line, where it is among those shown."""
        return self._rows.get(line_id)

    def show_review(self, shown: Shown) -> None:
        """Show what is printed of this review."""
        lines = printed(shown)
        kept, self._rows = self._rows, {}
        for at, line in enumerate(lines[:MOST]):
            row = kept.pop(line.line.id, None) or self._row(line)
            row.show_line(line)
            self._column.insertWidget(at, row)
            self._rows[line.line.id] = row
        for gone in kept.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._note.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._more.setVisible(len(lines) > MOST)
        self._more.setText(self.tr("and {n} more").format(n=f"{len(lines) - MOST:,}"))

    def flush(self) -> None:
        """Tell at once what was typed."""
        for each in self._rows.values():
            each.flush()

    def _row(self, line: Printed) -> PrintedRow:
        row = PrintedRow(line)
        row.reworded.connect(self.reworded)
        row.set_aside.connect(self.set_aside)
        return row
